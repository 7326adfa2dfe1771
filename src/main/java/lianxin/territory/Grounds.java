package lianxin.territory;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The picture of the ground in memory: when its edition has changed, it takes up the areas that were touched. */
@Component
class Grounds {
    private final Editions editions;
    private final GroundRows rows;
    private volatile @Nullable Held held;

    private record Held(long edition, Ground ground) {}

    Grounds(Editions editions, GroundRows rows) {
        this.editions = editions;
        this.rows = rows;
    }

    /** A transaction that changes the ground goes on with the picture it began with. */
    Ground now() {
        var raised = editions.raisedHere();
        if (raised != null) return within(raised);
        long edition = editions.now();
        var known = held;
        return known != null && known.edition == edition ? known.ground : hold(edition);
    }

    private Ground within(Editions.Raised raised) {
        var known = held;
        if (known != null && known.edition == raised.before) return known.ground;
        var picture = raised.picture == null ? drawn(raised.before) : raised.picture;
        raised.picture = picture;
        return picture;
    }

    private synchronized Ground hold(long edition) {
        var known = held;
        if (known != null && known.edition >= edition) return known.ground;
        var ground = drawn(edition);
        held = new Held(edition, ground);
        return ground;
    }

    private Ground drawn(long edition) {
        var known = held;
        var touched = known == null ? null : rows.touched(known.edition, edition);
        if (known == null || touched == null) return new Ground(rows.all());
        return touched.isEmpty() ? known.ground : known.ground.with(touched, rows.of(touched));
    }
}
