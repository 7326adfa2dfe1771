package lianxin.territory.shape;

import org.locationtech.jts.geom.Geometry;

/** The border of one area as a drawing office sent it or as it was mended; the code says whose border it is. */
public record Outline(String code, String name, Geometry geometry) {}
