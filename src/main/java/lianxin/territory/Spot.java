package lianxin.territory;

/**
 * One point that stands for an area, in WGS84.
 *
 * @param generated whether the point is made up, even where the area is real
 */
public record Spot(double lon, double lat, boolean generated) {}
