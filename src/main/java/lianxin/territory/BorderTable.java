package lianxin.territory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.platform.RuleBroken;
import lianxin.territory.BorderRows.Drawn;
import lianxin.territory.shape.Fit;
import lianxin.territory.shape.Mended;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** The drawing table: lays a border that somebody draws among its neighbors, and puts it on the ground when it fits. */
@Component
class BorderTable {
    /** A border never leaves the area above by more than this part of itself. */
    private static final double TOO_FAR_OUTSIDE = 0.02;

    private final Borders borders;
    private final BorderRows rows;
    private final BorderPicture picture;
    private final Areas areas;
    private final Town town;

    BorderTable(Borders borders, BorderRows rows, BorderPicture picture, Areas areas, Town town) {
        this.borders = borders;
        this.rows = rows;
        this.picture = picture;
        this.areas = areas;
        this.town = town;
    }

    /** Who gets ground that two claim. */
    enum Claim {
        MINE,
        THEIRS
    }

    /** The borders beside an area: its neighbors of the same level, and the area above. */
    record Beside(
            Map<Integer, Geometry> neighbors, @Nullable Geometry above) {}

    Beside beside(Area area, @Nullable Geometry drawn, Instant at) {
        var wanted = new ArrayList<AreaId>();
        if (area.parent() != null) {
            for (var it : areas.children(area.parent(), at)) if (it.kind().equals(area.kind())) wanted.add(it.id());
        }
        if (drawn != null) {
            var box = drawn.getEnvelopeInternal();
            box.expandBy(0.001);
            int depth = town.depth(area.kind());
            for (var it : picture.now().around(depth, box, Dated.micros(at))) wanted.add(new AreaId(it));
        }
        var neighbors = new HashMap<Integer, Geometry>();
        rows.standing(wanted, at).forEach((number, it) -> neighbors.put(number, it.border()));
        neighbors.remove(area.id().number());
        var above = area.parent() == null
                ? null
                : rows.standing(List.of(area.parent()), at).get(area.parent().number());
        return new Beside(neighbors, above == null ? null : above.border());
    }

    Fit check(Area area, Geometry drawn, double snap, Instant at) {
        var beside = beside(area, drawn, at);
        return Fit.of(drawn, beside.neighbors(), beside.above(), snap);
    }

    /** What the check showed is done: ground claimed twice goes to one side, in the same step. */
    UUID save(Area area, Geometry drawn, double snap, Claim claim, Borders.Step step, Actor by) {
        var beside = beside(area, drawn, step.from());
        var fit = Fit.of(drawn, beside.neighbors(), beside.above(), snap);
        if (fit.outside() > fit.squareMeters() * TOO_FAR_OUTSIDE)
            throw new RuleBroken("territory.border.outside", area.name(), Math.round(fit.outside()));
        var all = new ArrayList<Drawn>();
        var mine = fit.border();
        double given = 0;
        for (var overlap : fit.overlaps()) {
            var theirs = beside.neighbors().get(overlap.neighbor());
            if (theirs == null) continue;
            if (claim == Claim.THEIRS) {
                var rest = Fit.without(mine, theirs);
                if (rest == null) throw new RuleBroken("territory.border.swallowed", area.name());
                mine = rest;
                given += overlap.squareMeters();
            } else {
                var name =
                        areas.find(new AreaId(overlap.neighbor()), step.from()).name();
                var rest = Fit.without(theirs, mine);
                if (rest == null) throw new RuleBroken("territory.border.swallowed", name);
                all.add(drawn(overlap.neighbor(), theirs, rest, null, overlap.squareMeters()));
            }
        }
        all.addFirst(drawn(area.id().number(), drawn, mine, fit.fault(), given));
        return borders.draw(all, step, by);
    }

    private static Drawn drawn(int area, Geometry before, Geometry after, @Nullable String fault, double given) {
        var was = Borders.untouched(before);
        var is = Borders.untouched(after);
        var told = new Mended(
                was.verticesBefore(),
                is.verticesAfter(),
                was.squareMetersBefore(),
                is.squareMetersAfter(),
                fault,
                given,
                0);
        return new Drawn(new AreaId(area), after, told, false);
    }
}
