package lianxin.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianxin.territory.shape.Gcj02;
import lianxin.territory.shape.Mended;
import lianxin.territory.shape.Mending;
import lianxin.territory.shape.Outline;
import lianxin.territory.shape.OutlineFile;
import lianxin.territory.shape.Plane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** The borders of a city as one ground without cracks or double claims, in WGS84: tells whose ground a point is. */
public final class Coverage {
    /** A position by telephone or on the water just outside a border still belongs to the nearest area, in meters. */
    private static final double NEAR = 300;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Map<String, Outline> outlines = new LinkedHashMap<>();
    private final Map<String, Mended> report = new LinkedHashMap<>();
    private final STRtree index = new STRtree();
    private final @Nullable Plane plane;

    /** Whose ground a point is; uncertain when it lies outside every border and only near this one. */
    public record Found(String code, boolean uncertain, double meters) {}

    private record Ground(String code, PreparedGeometry shape) {}

    private Coverage(Collection<Outline> ground) {
        this.plane = ground.isEmpty()
                ? null
                : Plane.around(GEOMETRY.buildGeometry(
                        ground.stream().map(Outline::geometry).toList()));
        for (var outline : ground) {
            outlines.put(outline.code(), outline);
            if (plane == null) continue;
            var flat = plane.flat(outline.geometry());
            index.insert(flat.getEnvelopeInternal(), new Ground(outline.code(), PreparedGeometryFactory.prepare(flat)));
        }
        index.build();
    }

    static Coverage of(Collection<Outline> mended) {
        return new Coverage(mended);
    }

    /** Reads borders as published, with the shift of public Chinese maps still in them, and makes them one ground. */
    public static Coverage fromShifted(byte[] geoJson) {
        var mended = Mending.mend(OutlineFile.read(geoJson));
        var coverage = new Coverage(mended.keySet().stream()
                .map(it -> new Outline(it.code(), it.name(), unshifted(it.geometry())))
                .toList());
        mended.forEach((outline, told) -> coverage.report.put(outline.code(), told));
        return coverage;
    }

    private static Geometry unshifted(Geometry shifted) {
        return Plane.each(shifted, it -> it.setCoordinate(Gcj02.toWgs84(it)));
    }

    public Optional<Found> locate(double lon, double lat) {
        if (plane == null || Double.isNaN(lon) || Double.isNaN(lat)) return Optional.empty();
        var point = GEOMETRY.createPoint(plane.flat(lon, lat));
        var around = point.getEnvelopeInternal();
        around.expandBy(NEAR);
        var candidates = new ArrayList<Ground>();
        for (Object candidate : index.query(around)) candidates.add((Ground) candidate);
        for (var ground : candidates) {
            if (ground.shape.covers(point)) return Optional.of(new Found(ground.code, false, 0));
        }
        return candidates.stream()
                .map(it -> new Found(it.code, true, it.shape.getGeometry().distance(point)))
                .filter(it -> it.meters <= NEAR)
                .min(Comparator.comparingDouble(Found::meters));
    }

    boolean covers(String code, double lon, double lat) {
        return locate(lon, lat)
                .filter(it -> !it.uncertain && it.code.equals(code))
                .isPresent();
    }

    @Nullable
    Outline outline(String code) {
        return outlines.get(code);
    }

    List<Outline> outlines() {
        return List.copyOf(outlines.values());
    }

    @Nullable
    Mended mended(String code) {
        return report.get(code);
    }
}
