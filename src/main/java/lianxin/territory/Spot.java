package lianxin.territory;

import java.util.Optional;

/**
 * One point that stands for an area, in WGS84.
 *
 * @param generated whether the point is made up, even where the area is real
 */
public record Spot(double lon, double lat, boolean generated) {

    private static final double METERS_PER_DEGREE = 111_195;

    /** As somebody typed it; none where it is half a point, none at all, or in another part of the world. */
    public static Optional<Spot> typed(String lon, String lat) {
        try {
            var spot = new Spot(Double.parseDouble(lon), Double.parseDouble(lat), false);
            return Optional.of(spot).filter(it -> it.lon >= 70 && it.lon <= 140 && it.lat >= 0 && it.lat <= 60);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** As the crow flies; good to a few meters within a city. */
    public double metersTo(Spot other) {
        double east = (lon - other.lon) * Math.cos(Math.toRadians((lat + other.lat) / 2));
        return Math.hypot(east, lat - other.lat) * METERS_PER_DEGREE;
    }
}
