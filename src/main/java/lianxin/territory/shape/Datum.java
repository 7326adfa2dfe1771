package lianxin.territory.shape;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What the coordinates of a drawing refer to: nothing in a file of borders says it, so whoever brings the file must. */
public enum Datum {
    /** Of the state's surveys; within a decimeter of WGS84, less than any border is drawn. */
    CGCS2000,
    WGS84,
    /** Public Chinese maps. */
    GCJ02,
    /** One company's maps: the shift of the public maps, shifted once more. */
    BD09;

    /** @param key as a form sends it, such as {@code gcj02} */
    public static Optional<Datum> of(String key) {
        for (var datum : values()) if (datum.key().equals(key)) return Optional.of(datum);
        return Optional.empty();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Coordinate toWgs84(Coordinate point) {
        return switch (this) {
            case CGCS2000, WGS84 -> new Coordinate(point);
            case GCJ02 -> Gcj02.toWgs84(point);
            case BD09 -> Gcj02.toWgs84(Bd09.toGcj02(point));
        };
    }

    public Coordinate fromWgs84(Coordinate point) {
        return switch (this) {
            case CGCS2000, WGS84 -> new Coordinate(point);
            case GCJ02 -> Gcj02.fromWgs84(point);
            case BD09 -> Bd09.fromGcj02(Gcj02.fromWgs84(point));
        };
    }

    public Geometry toWgs84(Geometry drawn) {
        return Plane.each(drawn, it -> it.setCoordinate(toWgs84(it.copy())));
    }
}
