package lianxin.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lianxin.territory.shape.Outline;
import lianxin.territory.shape.Parting;
import lianxin.territory.shape.Plane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Draws a town for the demonstration where nothing public exists: grids, micro-grids and buildings below the communities,
 * a point for every area, and borders down to the grid. The same list and seed always give the same town. What it makes is
 * marked as generated.
 */
public final class CityPlan {
    /** How far, in meters, the point of what gets no border of its own may lie from the one above it. */
    private static final Map<String, Double> REACH = Map.of("microgrid", 150.0, "building", 60.0);

    private static final int TRIES = 24;
    private static final int ENOUGH = 8;

    private final Coverage coverage;
    private final Town town;
    private final List<AreaRow> rows = new ArrayList<>();
    private final Map<String, Spot> spots = new HashMap<>();
    private final Map<String, Geometry> ground = new HashMap<>();
    private final List<Outline> borders = new ArrayList<>();

    /** The divisions, each with its point, followed level by level by what is generated below them. */
    public static CityPlan of(List<AreaRow> divisions, Coverage coverage, Town town) {
        var plan = new CityPlan(coverage, town);
        for (var level : town.levels()) {
            var real = divisions.stream()
                    .filter(it -> it.kind().equals(level.key()))
                    .toList();
            plan.place(real.isEmpty() ? plan.made(level) : real);
        }
        return plan;
    }

    private CityPlan(Coverage coverage, Town town) {
        this.coverage = coverage;
        this.town = town;
    }

    public List<AreaRow> rows() {
        return List.copyOf(rows);
    }

    /** Borders where nothing public exists; in WGS84, and as made up as the points in them. */
    public List<Outline> borders() {
        return List.copyOf(borders);
    }

    private List<AreaRow> made(Town.Level level) {
        var counts = town.demonstration().counts(level.key());
        var above = town.above(level);
        if (counts.isEmpty() || above == null) return List.of();
        var pattern = level.generatedName();
        if (pattern == null) throw new IllegalStateException("The playbook has no generated-name for " + level.key());
        var made = new ArrayList<AreaRow>();
        for (var parent : rows) {
            if (!parent.kind().equals(above.key())) continue;
            int count = counts.get(chance(parent.code() + level.key()).nextInt(counts.size()));
            for (int n = 1; n <= count; n++) {
                var code = "%s-%02d".formatted(parent.code(), n);
                var name = pattern.replace("{n}", Integer.toString(n));
                made.add(new AreaRow(0, level.key(), code, name, parent.code(), null, true));
            }
        }
        return made;
    }

    private void place(List<AreaRow> level) {
        var bySibling = new LinkedHashMap<String, List<AreaRow>>();
        for (var row : level) {
            var above = row.parentCode() == null ? "" : row.parentCode();
            bySibling.computeIfAbsent(above, it -> new ArrayList<>()).add(row);
        }
        bySibling.replaceAll(
                (above, siblings) -> siblings.stream().filter(it -> !drawn(it)).toList());
        var spread = bySibling.entrySet().parallelStream()
                .map(it -> placed(it.getValue(), it.getKey()))
                .toList();
        for (var placed : spread) placed.forEach(this::keep);
        for (var row : level) {
            var spot = row.spot() == null ? spots.get(row.code()) : row.spot();
            rows.add(spot == null ? row : row.at(spot));
        }
    }

    /** @param ground what it stands on; null where nothing is drawn */
    private record Placed(
            AreaRow row, @Nullable Spot spot, @Nullable Geometry ground, boolean border) {}

    private void keep(Placed it) {
        var code = it.row.code();
        if (it.spot != null) spots.put(code, it.spot);
        if (it.ground == null) return;
        ground.put(code, it.ground);
        if (it.border) borders.add(new Outline(code, it.row.name(), it.ground));
    }

    private List<Placed> placed(List<AreaRow> siblings, String above) {
        var whole = ground.get(above);
        if (siblings.isEmpty()) return List.of();
        if (whole == null || whole.isEmpty())
            return siblings.stream()
                    .map(it -> new Placed(it, middleOfAll(), null, false))
                    .toList();
        return REACH.containsKey(siblings.getFirst().kind())
                ? scatter(siblings, above, whole)
                : spread(siblings, above, whole);
    }

    private boolean drawn(AreaRow row) {
        var border = coverage.outline(row.code());
        if (border == null) return false;
        var inside = border.geometry().getInteriorPoint();
        spots.put(row.code(), new Spot(inside.getX(), inside.getY(), false));
        ground.put(row.code(), border.geometry());
        return true;
    }

    /** Of several random points each takes the one farthest from its siblings; then the ground is parted among them. */
    private List<Placed> spread(List<AreaRow> siblings, String above, Geometry whole) {
        var inside = new IndexedPointInAreaLocator(whole);
        var plane = Plane.around(whole);
        var chance = chance(above);
        var taken = new ArrayList<Coordinate>();
        for (int i = 0; i < siblings.size(); i++) {
            Coordinate best = null;
            double farthest = -1;
            for (int attempt = 0; attempt < TRIES && (attempt < ENOUGH || best == null); attempt++) {
                var candidate = anywhere(whole, inside, chance);
                if (candidate == null) continue;
                var flat = plane.flat(candidate.x, candidate.y);
                double distance = taken.stream()
                        .mapToDouble(it -> plane.flat(it.x, it.y).distance(flat))
                        .min()
                        .orElse(Double.MAX_VALUE);
                if (distance <= farthest) continue;
                best = candidate;
                farthest = distance;
            }
            taken.add(best == null ? whole.getInteriorPoint().getCoordinate() : best);
        }
        var parts = Parting.among(whole, taken);
        var placed = new ArrayList<Placed>(siblings.size());
        for (int i = 0; i < siblings.size(); i++) {
            var spot = new Spot(taken.get(i).x, taken.get(i).y, true);
            placed.add(new Placed(siblings.get(i), spot, parts.get(i), true));
        }
        return placed;
    }

    private static @Nullable Coordinate anywhere(
            Geometry whole, PointOnGeometryLocator inside, SplittableRandom chance) {
        var box = whole.getEnvelopeInternal();
        for (int i = 0; i < TRIES; i++) {
            var point = new Coordinate(
                    box.getMinX() + chance.nextDouble() * box.getWidth(),
                    box.getMinY() + chance.nextDouble() * box.getHeight());
            if (inside.locate(point) == Location.INTERIOR) return point;
        }
        return null;
    }

    /** Near the point of the area above, and on the same ground. */
    private List<Placed> scatter(List<AreaRow> siblings, String above, Geometry whole) {
        var center = spots.get(above);
        var inside = new SimplePointInAreaLocator(whole);
        return siblings.stream()
                .map(it -> new Placed(it, center == null ? middleOfAll() : nearby(it, center, inside), whole, false))
                .toList();
    }

    private Spot nearby(AreaRow row, Spot center, PointOnGeometryLocator inside) {
        double reach = REACH.getOrDefault(row.kind(), 100.0);
        var plane = new Plane(center.lon(), center.lat());
        var chance = chance(row.code());
        for (int i = 0; i < TRIES; i++) {
            double angle = chance.nextDouble() * 2 * Math.PI;
            double meters = Math.sqrt(chance.nextDouble()) * reach;
            var point = plane.round(new Coordinate(meters * Math.cos(angle), meters * Math.sin(angle)));
            if (inside.locate(point) == Location.INTERIOR) return new Spot(point.x, point.y, true);
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

    private SplittableRandom chance(String code) {
        return new SplittableRandom(town.demonstration().seed() * 1_000_003 + code.hashCode());
    }
}
