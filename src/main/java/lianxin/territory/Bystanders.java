package lianxin.territory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lianxin.territory.shape.Fit;
import lianxin.territory.shape.Mended;
import lianxin.territory.shape.Outline;
import lianxin.territory.shape.Plane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Component;

/** The borders that stand beside those of a file: what a file does not speak of keeps its ground. */
@Component
class Bystanders {
    /** In square meters; less is what two calculations differ by. */
    private static final double NOTHING = 1;

    private final BorderRows rows;
    private final BorderPicture picture;
    private final Areas areas;
    private final Town town;

    Bystanders(BorderRows rows, BorderPicture picture, Areas areas, Town town) {
        this.rows = rows;
        this.picture = picture;
        this.areas = areas;
        this.town = town;
    }

    /**
     * What is left of a border.
     *
     * @param border null when nothing is left
     * @param given square meters that were left to others
     * @param names of these others
     */
    record Left(@Nullable Geometry border, double given, String names) {

        Mended told(Mended before) {
            return new Mended(
                    before.verticesBefore(),
                    border == null ? 0 : border.getNumPoints(),
                    before.squareMetersBefore(),
                    before.squareMetersAfter() - given,
                    before.fault(),
                    before.overlapRemoved() + given,
                    before.gapFilled());
        }
    }

    /** Neighbors of one level, none of which is in the file. */
    record Beside(Map<Area, PreparedGeometry> standing) {

        Left leave(Geometry drawn) {
            var names = new ArrayList<String>();
            var border = drawn;
            double given = 0;
            for (var it : standing.entrySet()) {
                if (!it.getValue().intersects(border)) continue;
                var rest = Fit.without(border, it.getValue().getGeometry());
                double less = size(border) - (rest == null ? 0 : size(rest));
                if (less < NOTHING) continue;
                names.add(it.getKey().name());
                given += less;
                if (rest == null) return new Left(null, given, String.join("、", names));
                border = rest;
            }
            return new Left(border, given, String.join("、", names));
        }

        private static double size(Geometry border) {
            return Plane.around(border).flat(border).getArea();
        }
    }

    /** @param level areas of one level, which are in the file with these outlines */
    Beside of(List<Area> level, Collection<Outline> outlines, Instant from) {
        int depth = town.depth(level.getFirst().kind());
        var index = picture.now();
        var around = new HashSet<Integer>();
        for (var it : outlines)
            around.addAll(index.around(depth, it.geometry().getEnvelopeInternal(), Dated.micros(from)));
        level.forEach(it -> around.remove(it.id().number()));
        var standing = new TreeMap<Area, PreparedGeometry>((a, b) -> a.code().compareTo(b.code()));
        rows.standing(around.stream().map(AreaId::new).toList(), from)
                .values()
                .forEach(it -> standing.put(areas.find(it.area(), from), PreparedGeometryFactory.prepare(it.border())));
        return new Beside(standing);
    }
}
