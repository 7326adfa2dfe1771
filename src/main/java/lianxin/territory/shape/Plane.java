package lianxin.territory.shape;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/** A flat sheet in meters laid on the town, good to a meter in 300 over the width of a city: distances and areas are taken on it. */
public record Plane(double longitude, double latitude) {
    private static final double METERS_PER_DEGREE = 111_195;

    public static Plane around(Geometry ground) {
        var middle = ground.getEnvelopeInternal().centre();
        return new Plane(middle.x, middle.y);
    }

    public Coordinate flat(double lon, double lat) {
        return new Coordinate((lon - longitude) * metersPerDegreeEast(), (lat - latitude) * METERS_PER_DEGREE);
    }

    public Coordinate round(Coordinate flat) {
        return new Coordinate(longitude + flat.x / metersPerDegreeEast(), latitude + flat.y / METERS_PER_DEGREE);
    }

    public Geometry flat(Geometry degrees) {
        return each(degrees, it -> it.setCoordinate(flat(it.x, it.y)));
    }

    public Geometry degrees(Geometry flat) {
        return each(flat, it -> it.setCoordinate(round(it.copy())));
    }

    public static Geometry each(Geometry original, CoordinateFilter change) {
        var copy = original.copy();
        copy.apply(change);
        copy.geometryChanged();
        return copy;
    }

    private double metersPerDegreeEast() {
        return METERS_PER_DEGREE * Math.cos(Math.toRadians(latitude));
    }
}
