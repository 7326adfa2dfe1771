package lianxin.territory;

import static lianxin.territory.tables.AreaShapeTable.AREA_SHAPE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** To the bottom and to the edge: whether every building lies in a grid and no ground is left to nobody. */
@Component
class GroundGaps {
    /** Part of an area that may lie in none of those below it: rivers and roads along the border. */
    private static final double OPEN = 0.01;

    private final Areas areas;
    private final Grounds grounds;
    private final EstateParts estates;
    private final Town town;
    private final DSLContext db;

    GroundGaps(Areas areas, Grounds grounds, EstateParts estates, Town town, DSLContext db) {
        this.areas = areas;
        this.grounds = grounds;
        this.estates = estates;
        this.town = town;
        this.db = db;
    }

    /** What is missing; the name is the last part of a message's key. */
    enum Missing {
        /** A community, or one that has no grid below it. */
        NO_GRID,
        /** A building or micro-grid that lies in no grid. */
        OUTSIDE_GRIDS,
        /** A grid without anything on it. */
        EMPTY_GRID,
        /** An estate that nothing belongs to. */
        EMPTY_ESTATE,
        /** A part of an estate that lies no longer in the ground around the estate. */
        PART_ELSEWHERE,
        /** Ground with a border that none of the areas below has. */
        OPEN_GROUND
    }

    /** @param squareMeters of open ground, else zero */
    record Gap(Area area, Missing missing, long squareMeters) {}

    record Check(int grids, int buildings, List<Gap> gaps) {}

    Check at(Instant at) {
        var ground = grounds.now();
        long moment = Dated.micros(at);
        var gaps = new ArrayList<Gap>();
        var counts = new int[2];
        for (var top : ground.children(0, moment)) walk(top, false, ground, moment, gaps, counts);
        withoutParts(ground, at, gaps);
        openGround(at, gaps);
        return new Check(counts[0], counts[1], gaps);
    }

    private void walk(Area area, boolean inGrid, Ground ground, long at, List<Gap> gaps, int[] counts) {
        var below = ground.children(area.id().number(), at);
        boolean grid = area.kind().equals("grid");
        boolean building = area.kind().equals("building");
        if (grid) counts[0]++;
        if (building) counts[1]++;
        if (area.kind().equals("community")
                && below.stream().noneMatch(it -> it.kind().equals("grid")))
            gaps.add(new Gap(area, Missing.NO_GRID, 0));
        if (grid && below.isEmpty()) gaps.add(new Gap(area, Missing.EMPTY_GRID, 0));
        if (!inGrid && (building || area.kind().equals("microgrid"))) gaps.add(new Gap(area, Missing.OUTSIDE_GRIDS, 0));
        for (var it : below) walk(it, inGrid || grid, ground, at, gaps, counts);
    }

    private void withoutParts(Ground ground, Instant at, List<Gap> gaps) {
        var wholes = town.wholes();
        if (wholes == null) return;
        for (var estate : ground.ofKind(wholes.key(), Dated.micros(at))) {
            var belonging = areas.parts(estate.id(), at);
            if (belonging.isEmpty()) gaps.add(new Gap(estate, Missing.EMPTY_ESTATE, 0));
            for (var part : belonging)
                if (estates.broken(part, estate, at) != null) gaps.add(new Gap(part, Missing.PART_ELSEWHERE, 0));
        }
    }

    /** Sizes are sums of what was drawn: a sum is quick and says where to look; the drawing table shows the gap itself. */
    private void openGround(Instant at, List<Gap> gaps) {
        var s = AREA_SHAPE;
        var sizes = new HashMap<Integer, Double>(db.select(s.AREA, s.METERS_AFTER)
                .from(s)
                .where(Dated.validAndKnownNow(s.VALID_FROM, s.VALID_TO, s.KNOWN_TO, at))
                .fetchMap(s.AREA, s.METERS_AFTER));
        var below = new HashMap<Integer, Double>();
        sizes.forEach((number, meters) -> {
            var area = areas.on(new AreaId(number), at);
            if (area.isPresent()
                    && area.get().parent() != null
                    && town.madeOf(area.get().kind()).isEmpty())
                below.merge(area.get().parent().number(), meters, Double::sum);
        });
        below.forEach((number, meters) -> {
            double open = sizes.getOrDefault(number, 0.0) - meters;
            if (open <= sizes.getOrDefault(number, 0.0) * OPEN) return;
            areas.on(new AreaId(number), at)
                    .ifPresent(it -> gaps.add(new Gap(it, Missing.OPEN_GROUND, Math.round(open))));
        });
    }
}
