package lianxin.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lianxin.territory.shape.PointIndex;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The borders of all levels through all times, as they are known now: whose ground is this point? The lowest level that
 * has a border there answers. Never changed; what changed since is laid over the old picture as a further one.
 */
final class BorderIndex {
    /** A position by telephone or on the water just outside a border still belongs to the nearest area, in meters. */
    private static final double NEAR = 300;

    /** So many changes are laid over before the whole is drawn anew. */
    private static final int LAID_OVER = 4000;

    private final PointIndex[] levels;
    private final List<Line> over;
    private final PointIndex[] overLevels;

    /** One border as the database has it. */
    record Line(long row, int area, int depth, long from, long to, Geometry border) {}

    private BorderIndex(PointIndex[] levels, List<Line> over) {
        this.levels = levels;
        this.over = over;
        this.overLevels = new Drawing(levels.length).addAll(over).parts();
    }

    /** @param drawn the index of each level, from the top down */
    BorderIndex(PointIndex[] drawn) {
        this(drawn, List.of());
    }

    /** Null when so much has changed that it is better drawn anew. */
    @Nullable
    BorderIndex changed(Collection<Long> ended, List<Line> fresh) {
        if (over.size() + fresh.size() > LAID_OVER || ended.size() > LAID_OVER) return null;
        var rest = new PointIndex[levels.length];
        for (int depth = 0; depth < rest.length; depth++) rest[depth] = levels[depth].without(ended);
        var laid = new ArrayList<>(over);
        laid.removeIf(it -> ended.contains(it.row));
        laid.addAll(fresh);
        return new BorderIndex(rest, List.copyOf(laid));
    }

    /** The number of the lowest area with a border that holds the point then; zero for none. */
    int area(double lon, double lat, long at) {
        for (int depth = levels.length - 1; depth >= 0; depth--) {
            int shape = levels[depth].covering(lon, lat, at);
            if (shape >= 0) return levels[depth].area(shape);
            shape = overLevels[depth].covering(lon, lat, at);
            if (shape >= 0) return overLevels[depth].area(shape);
        }
        return 0;
    }

    Optional<Borders.Located> locate(double lon, double lat, long at) {
        if (Double.isNaN(lon) || Double.isNaN(lat)) return Optional.empty();
        int inside = area(lon, lat, at);
        if (inside != 0) return Optional.of(new Borders.Located(new AreaId(inside), false, 0));
        PointIndex where = null;
        PointIndex.Near nearest = null;
        for (int depth = levels.length - 1; depth >= 0; depth--) {
            for (var level : List.of(levels[depth], overLevels[depth])) {
                var near = level.nearest(lon, lat, at, NEAR);
                if (near == null || (nearest != null && nearest.meters() <= near.meters())) continue;
                nearest = near;
                where = level;
            }
        }
        if (nearest == null || where == null) return Optional.empty();
        var area = new AreaId(where.area(nearest.shape()));
        return Optional.of(new Borders.Located(area, true, nearest.meters()));
    }

    /** The areas of one level whose borders come near a piece of ground then. */
    Set<Integer> around(int depth, Envelope box, long at) {
        var found = new TreeSet<Integer>();
        levels[depth].within(box, at, found::add);
        overLevels[depth].within(box, at, found::add);
        return found;
    }

    int size() {
        int sum = over.size();
        for (var level : levels) sum += level.size();
        return sum;
    }

    /** Borders on their way into an index, each to its level. */
    static final class Drawing {
        private final PointIndex.Drawing[] levels;

        Drawing(int depths) {
            levels = new PointIndex.Drawing[depths];
            for (int depth = 0; depth < depths; depth++) levels[depth] = new PointIndex.Drawing();
        }

        Drawing addAll(Collection<Line> lines) {
            lines.forEach(this::add);
            return this;
        }

        void add(Line line) {
            levels[line.depth].add(line.row, line.area, line.from, line.to, line.border);
        }

        PointIndex[] parts() {
            var parts = new PointIndex[levels.length];
            for (int depth = 0; depth < parts.length; depth++) parts[depth] = levels[depth].index();
            return parts;
        }
    }
}
