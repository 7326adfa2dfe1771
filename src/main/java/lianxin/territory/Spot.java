package lianxin.territory;

/**
 * One point that stands for an area, in WGS84.
 *
 * @param generated whether the point is made up, even where the area is real
 */
public record Spot(double lon, double lat, boolean generated) {

    private static final double METERS_PER_DEGREE = 111_195;

    /** As the crow flies; good to a few meters within a city. */
    public double metersTo(Spot other) {
        double east = (lon - other.lon) * Math.cos(Math.toRadians((lat + other.lat) / 2));
        return Math.hypot(east, lat - other.lat) * METERS_PER_DEGREE;
    }
}
