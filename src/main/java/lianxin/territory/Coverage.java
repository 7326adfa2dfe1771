package lianxin.territory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.territory.shape.Gcj02;
import lianxin.territory.shape.Mended;
import lianxin.territory.shape.Mending;
import lianxin.territory.shape.Outline;
import lianxin.territory.shape.OutlineFile;
import lianxin.territory.shape.Plane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The borders of a city as one ground without cracks or double claims, in WGS84, and what was done to each drawing. */
public final class Coverage {
    private final Map<String, Outline> outlines = new LinkedHashMap<>();
    private final Map<String, Mended> report = new LinkedHashMap<>();

    private Coverage(Collection<Outline> ground) {
        for (var outline : ground) outlines.put(outline.code(), outline);
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
