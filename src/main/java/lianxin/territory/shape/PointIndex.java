package lianxin.territory.shape;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Which of very many borders of one level holds a point, at a time. All corners lie in a few arrays, so that a million
 * grids take some two hundred megabytes; whether a ring goes around the point is decided by JTS, exactly.
 */
public final class PointIndex {
    private final long[] rows;
    private final int[] areas;
    private final long[] from;
    private final long[] to;
    private final double[] boxes;
    /** The rings of shape n are those from ringStart[n] to ringStart[n + 1]; the corners of a ring likewise, two numbers each. */
    private final int[] ringStart;

    private final int[] cornerStart;
    private final double[] corners;
    private final @Nullable CellGrid cells;
    private final BitSet gone;

    /** A shape that holds a point or lies near it. */
    public record Near(int shape, double meters) {}

    private PointIndex(Drawing drawn) {
        int count = drawn.count;
        rows = Arrays.copyOf(drawn.rows, count);
        areas = Arrays.copyOf(drawn.areas, count);
        from = Arrays.copyOf(drawn.from, count);
        to = Arrays.copyOf(drawn.to, count);
        ringStart = Arrays.copyOf(drawn.ringStart, count + 1);
        cornerStart = Arrays.copyOf(drawn.cornerStart, drawn.rings + 1);
        corners = Arrays.copyOf(drawn.corners, drawn.filled);
        boxes = new double[count * 4];
        for (int shape = 0; shape < count; shape++) box(shape);
        cells = count == 0 ? null : cells();
        gone = new BitSet();
    }

    private PointIndex(PointIndex all, BitSet gone) {
        rows = all.rows;
        areas = all.areas;
        from = all.from;
        to = all.to;
        boxes = all.boxes;
        ringStart = all.ringStart;
        cornerStart = all.cornerStart;
        corners = all.corners;
        cells = all.cells;
        this.gone = gone;
    }

    /** The same without some of its rows; those it never had are passed over. */
    public PointIndex without(Collection<Long> ended) {
        var less = (BitSet) gone.clone();
        for (long row : ended) {
            int shape = Arrays.binarySearch(rows, row);
            if (shape >= 0) less.set(shape);
        }
        return less.equals(gone) ? this : new PointIndex(this, less);
    }

    private void box(int shape) {
        double west = Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (int i = cornerStart[ringStart[shape]]; i < cornerStart[ringStart[shape + 1]]; i += 2) {
            west = Math.min(west, corners[i]);
            east = Math.max(east, corners[i]);
            south = Math.min(south, corners[i + 1]);
            north = Math.max(north, corners[i + 1]);
        }
        boxes[shape * 4] = west;
        boxes[shape * 4 + 1] = south;
        boxes[shape * 4 + 2] = east;
        boxes[shape * 4 + 3] = north;
    }

    private CellGrid cells() {
        var all = new int[areas.length];
        double west = Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (int shape = 0; shape < all.length; shape++) {
            all[shape] = shape;
            west = Math.min(west, boxes[shape * 4]);
            south = Math.min(south, boxes[shape * 4 + 1]);
            east = Math.max(east, boxes[shape * 4 + 2]);
            north = Math.max(north, boxes[shape * 4 + 3]);
        }
        return new CellGrid(all, new ShapeBoxes(), new CellGrid.Region(west, south, east, north), 0);
    }

    private final class ShapeBoxes implements CellGrid.Boxes {
        @Override
        public double west(int shape) {
            return boxes[shape * 4];
        }

        @Override
        public double south(int shape) {
            return boxes[shape * 4 + 1];
        }

        @Override
        public double east(int shape) {
            return boxes[shape * 4 + 2];
        }

        @Override
        public double north(int shape) {
            return boxes[shape * 4 + 3];
        }
    }

    public int size() {
        return areas.length;
    }

    /** The number of the area whose border it is. */
    public int area(int shape) {
        return areas[shape];
    }

    /** The shape that holds the point at that time, -1 for none; on a shared border the one drawn first. */
    public int covering(double lon, double lat, long at) {
        if (cells == null) return -1;
        var grid = cells;
        int cell = grid.cell(lon, lat);
        for (var finer = grid.finer(cell); finer != null; finer = grid.finer(cell)) {
            grid = finer;
            cell = grid.cell(lon, lat);
        }
        var point = new Coordinate(lon, lat);
        for (int i = grid.start[cell]; i < grid.start[cell + 1]; i++) {
            int shape = grid.items[i];
            if (boxed(shape, lon, lat) && valid(shape, at) && covers(shape, point)) return shape;
        }
        return -1;
    }

    private boolean boxed(int shape, double lon, double lat) {
        int box = shape * 4;
        return lon >= boxes[box] && lon <= boxes[box + 2] && lat >= boxes[box + 1] && lat <= boxes[box + 3];
    }

    private boolean valid(int shape, long at) {
        return from[shape] <= at && at < to[shape] && !gone.get(shape);
    }

    private boolean covers(int shape, Coordinate point) {
        var ray = new RayCrossingCounter(point);
        var one = new Coordinate();
        var other = new Coordinate();
        for (int ring = ringStart[shape]; ring < ringStart[shape + 1]; ring++) {
            for (int i = cornerStart[ring]; i < cornerStart[ring + 1] - 2; i += 2) {
                double above = corners[i + 1] - point.y;
                double next = corners[i + 3] - point.y;
                if (above > 0 == next > 0 && above != 0 && next != 0) continue;
                one.x = corners[i];
                one.y = corners[i + 1];
                other.x = corners[i + 2];
                other.y = corners[i + 3];
                ray.countSegment(one, other);
                if (ray.isOnSegment()) return true;
            }
        }
        return ray.getLocation() != Location.EXTERIOR;
    }

    /** The nearest shape not farther than so many meters; null for none. */
    public @Nullable Near nearest(double lon, double lat, long at, double reach) {
        if (cells == null) return null;
        var plane = new Plane(lon, lat);
        var corner = plane.round(new Coordinate(reach, reach));
        var best = new Near[1];
        cells.within(new CellGrid.Region(2 * lon - corner.x, 2 * lat - corner.y, corner.x, corner.y), shape -> {
            if (!valid(shape, at)) return;
            double meters = meters(shape, plane);
            if (meters <= reach && (best[0] == null || meters < best[0].meters)) best[0] = new Near(shape, meters);
        });
        return best[0];
    }

    /** The areas whose boxes touch this one at that time. */
    public void within(Envelope box, long at, IntConsumer area) {
        if (cells == null) return;
        var region = new CellGrid.Region(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        cells.within(region, shape -> {
            int mine = shape * 4;
            boolean apart = boxes[mine] > region.east()
                    || boxes[mine + 2] < region.west()
                    || boxes[mine + 1] > region.north()
                    || boxes[mine + 3] < region.south();
            if (!apart && valid(shape, at)) area.accept(areas[shape]);
        });
    }

    private double meters(int shape, Plane plane) {
        var here = new Coordinate(0, 0);
        double least = Double.MAX_VALUE;
        for (int ring = ringStart[shape]; ring < ringStart[shape + 1]; ring++) {
            for (int i = cornerStart[ring]; i < cornerStart[ring + 1] - 2; i += 2) {
                var one = plane.flat(corners[i], corners[i + 1]);
                var other = plane.flat(corners[i + 2], corners[i + 3]);
                least = Math.min(least, Distance.pointToSegment(here, one, other));
            }
        }
        return least;
    }

    /** Borders on their way into an index, one after the other. */
    public static final class Drawing {
        private int count;
        private int rings;
        private int filled;
        private long[] rows = new long[64];
        private int[] areas = new int[64];
        private long[] from = new long[64];
        private long[] to = new long[64];
        private int[] ringStart = new int[65];
        private int[] cornerStart = new int[65];
        private double[] corners = new double[1024];

        /**
         * @param row its number in the database, rising
         * @param from in microseconds since 1970, as {@code to}
         */
        public void add(long row, int area, long from, long to, Geometry border) {
            if (count == areas.length) {
                rows = Arrays.copyOf(rows, count * 2);
                areas = Arrays.copyOf(areas, count * 2);
                this.from = Arrays.copyOf(this.from, count * 2);
                this.to = Arrays.copyOf(this.to, count * 2);
                ringStart = Arrays.copyOf(ringStart, count * 2 + 1);
            }
            rows[count] = row;
            areas[count] = area;
            this.from[count] = from;
            this.to[count] = to;
            for (int i = 0; i < border.getNumGeometries(); i++) {
                if (!(border.getGeometryN(i) instanceof Polygon part)) continue;
                ring(part.getExteriorRing().getCoordinates());
                for (int hole = 0; hole < part.getNumInteriorRing(); hole++)
                    ring(part.getInteriorRingN(hole).getCoordinates());
            }
            ringStart[++count] = rings;
        }

        private void ring(Coordinate[] line) {
            if (rings + 1 == cornerStart.length) cornerStart = Arrays.copyOf(cornerStart, rings * 2 + 2);
            if (filled + line.length * 2 > corners.length)
                corners = Arrays.copyOf(corners, Math.max(corners.length * 2, filled + line.length * 2));
            for (var corner : line) {
                corners[filled++] = corner.x;
                corners[filled++] = corner.y;
            }
            cornerStart[++rings] = filled;
        }

        public PointIndex index() {
            return new PointIndex(this);
        }
    }
}
