package lianxin.evaluation;

import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.Standing;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import org.springframework.stereotype.Component;

/** Who may see what of an evaluation. */
@Component
class Readers {
    private final Actors actors;
    private final Trees trees;
    private final Clock clock;

    Readers(Actors actors, Trees trees, Clock clock) {
        this.clock = clock;
        this.actors = actors;
        this.trees = trees;
    }

    Actor of(Principal signedIn) {
        return actors.of(signedIn.getName());
    }

    /** A closed league is for those who are in it and those who evaluate. */
    void mustSeeLeagues(Actor reader) {
        if (reader.where(May.READ).length == 0) {
            throw new Forbidden("leagues");
        }
    }

    /** While a period runs a unit sees its own card and nobody else's. */
    int[] ownUnits(Actor reader) {
        return reader.posts().stream()
                .mapToInt(it -> it.unit().number())
                .distinct()
                .toArray();
    }

    void mustSeeOwn(Actor reader, UnitId unit) {
        if (Arrays.stream(ownUnits(reader)).noneMatch(it -> it == unit.number())) {
            throw new Forbidden("running card of " + unit);
        }
    }

    /** The things behind the numbers of a unit are for itself and for those above it. */
    boolean opensFacts(Actor reader, UnitId unit) {
        var heir = heir(unit);
        return reader.may(May.READ, heir) || reader.may(May.EVALUATE, heir);
    }

    /** Single ratings are for the evaluating level above the unit, never for the unit itself. */
    boolean opensRatings(Actor reader, UnitId unit) {
        var above = above(unit);
        return !above.equals(unit) && reader.may(May.READ_RATINGS, above);
    }

    UnitId above(UnitId unit) {
        return trees.now().above(heir(unit));
    }

    /** What a unit that has ended may be asked, its successor is asked. */
    private UnitId heir(UnitId unit) {
        if (trees.now().has(unit)) return unit;
        var now = clock.instant();
        return trees.standing(now)
                .of(new Standing.Origin(unit, null, now, now))
                .orElseThrow(() -> new NotFound(unit.ref()));
    }
}
