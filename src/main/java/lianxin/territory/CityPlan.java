package lianxin.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lianxin.territory.shape.Plane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Draws a town for the demonstration where nothing public exists: grids, micro-grids and buildings below the communities,
 * and a point for every area. The same list and seed always give the same town. What it makes is marked as generated.
 */
public final class CityPlan {
    /** How far, in meters, a generated point may lie from the one above it. */
    private static final Map<String, Double> REACH =
            Map.of("community", 1500.0, "grid", 400.0, "microgrid", 150.0, "building", 60.0);

    private static final int TRIES = 24;

    private final Coverage coverage;
    private final Town town;
    private final List<AreaRow> made = new ArrayList<>();
    private final Map<String, AreaRow> above = new HashMap<>();
    private final Map<String, List<Coordinate>> townshipsOfCounty = new HashMap<>();

    /** The divisions, each with its point, followed level by level by what is generated below them. */
    public static List<AreaRow> of(List<AreaRow> divisions, Coverage coverage, Town town) {
        var plan = new CityPlan(coverage, town);
        var ordered = new ArrayList<>(divisions);
        ordered.sort((a, b) -> Integer.compare(town.depth(a.kind()), town.depth(b.kind())));
        for (var row : ordered) plan.place(row);
        plan.divide("community", "grid", town.demonstration().gridsPerCommunity());
        plan.divide("grid", "microgrid", town.demonstration().microgridsPerGrid());
        plan.divide("microgrid", "building", town.demonstration().buildingsPerMicrogrid());
        return List.copyOf(plan.made);
    }

    private CityPlan(Coverage coverage, Town town) {
        this.coverage = coverage;
        this.town = town;
    }

    private void divide(String kind, String into, List<Integer> counts) {
        var pattern = town.levels().get(town.depth(into)).generatedName();
        if (pattern == null) throw new IllegalStateException("The playbook has no generated-name for " + into);
        for (var parent : List.copyOf(made)) {
            if (!parent.kind().equals(kind)) continue;
            int count = counts.get(chance(parent.code() + into).nextInt(counts.size()));
            for (int n = 1; n <= count; n++) {
                var code = "%s-%02d".formatted(parent.code(), n);
                var name = pattern.replace("{n}", Integer.toString(n));
                place(new AreaRow(0, into, code, name, parent.code(), null, true));
            }
        }
    }

    private void place(AreaRow row) {
        var spot = row.spot() == null ? spotFor(row) : row.spot();
        var placed = spot == null ? row : row.at(spot);
        above.put(row.code(), placed);
        made.add(placed);
    }

    private @Nullable Spot spotFor(AreaRow row) {
        var border = coverage.outline(row.code());
        if (border != null) {
            var inside = border.geometry().getInteriorPoint();
            return new Spot(inside.getX(), inside.getY(), false);
        }
        var county = countyOf(row);
        var parent = row.parentCode() == null ? null : above.get(row.parentCode());
        if (county == null || parent == null || parent.spot() == null) return middleOfAll();
        return row.kind().equals("township") ? townshipSpot(row, county) : nearby(row, parent.spot(), county);
    }

    /** Of several random points the one farthest from the other streets of the county, so that they spread. */
    private @Nullable Spot townshipSpot(AreaRow row, String county) {
        var border = coverage.outline(county);
        if (border == null) return null;
        var box = border.geometry().getEnvelopeInternal();
        var plane = Plane.around(border.geometry());
        var taken = townshipsOfCounty.computeIfAbsent(county, it -> new ArrayList<>());
        var chance = chance(row.code());
        Coordinate best = null;
        double farthest = -1;
        for (int i = 0; i < TRIES * 4; i++) {
            double lon = box.getMinX() + chance.nextDouble() * box.getWidth();
            double lat = box.getMinY() + chance.nextDouble() * box.getHeight();
            if (!coverage.covers(county, lon, lat)) continue;
            var candidate = plane.flat(lon, lat);
            double distance =
                    taken.stream().mapToDouble(candidate::distance).min().orElse(Double.MAX_VALUE);
            if (distance > farthest) {
                best = candidate;
                farthest = distance;
            }
        }
        if (best == null) return null;
        taken.add(best);
        var round = plane.round(best);
        return new Spot(round.x, round.y, true);
    }

    private Spot nearby(AreaRow row, Spot center, String county) {
        double reach = REACH.getOrDefault(row.kind(), 100.0);
        var plane = new Plane(center.lon(), center.lat());
        var chance = chance(row.code());
        for (int i = 0; i < TRIES; i++) {
            double angle = chance.nextDouble() * 2 * Math.PI;
            double meters = Math.sqrt(chance.nextDouble()) * reach;
            var point = plane.round(new Coordinate(meters * Math.cos(angle), meters * Math.sin(angle)));
            if (coverage.covers(county, point.x, point.y)) return new Spot(point.x, point.y, true);
        }
        return new Spot(center.lon(), center.lat(), true);
    }

    private @Nullable Spot middleOfAll() {
        var outlines = coverage.outlines();
        if (outlines.isEmpty()) return null;
        var geometry = outlines.getFirst()
                .geometry()
                .getFactory()
                .buildGeometry(outlines.stream().map(it -> it.geometry()).toList());
        var middle = geometry.getEnvelopeInternal().centre();
        return new Spot(middle.x, middle.y, false);
    }

    private @Nullable String countyOf(AreaRow row) {
        for (AreaRow it = row; it != null; it = it.parentCode() == null ? null : above.get(it.parentCode())) {
            if (coverage.outline(it.code()) != null) return it.code();
        }
        return null;
    }

    private SplittableRandom chance(String code) {
        return new SplittableRandom(town.demonstration().seed() * 1_000_003 + code.hashCode());
    }
}
