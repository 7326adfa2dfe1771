package lianxin.territory;

import java.util.Optional;
import java.util.regex.Pattern;
import lianxin.territory.shape.Datum;
import org.locationtech.jts.geom.Coordinate;

/** A point as somebody typed it or pasted it from another map: two numbers, in either order, whatever stands around them. */
public final class TypedPoint {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d+)?");

    private TypedPoint() {}

    /** As people copy it from where points are in WGS84. */
    public static Optional<Coordinate> read(String typed) {
        return read(typed, Datum.WGS84);
    }

    /** In WGS84; empty when there are not two numbers that can be a longitude of the east and a latitude of the north. */
    static Optional<Coordinate> read(String typed, Datum datum) {
        if (typed.length() > 100) return Optional.empty();
        var numbers = NUMBER.matcher(halfWidth(typed))
                .results()
                .map(it -> Double.parseDouble(it.group()))
                .toList();
        if (numbers.size() != 2) return Optional.empty();
        double east = Math.max(numbers.get(0), numbers.get(1));
        double north = Math.min(numbers.get(0), numbers.get(1));
        if (east < 70 || east > 140 || north < 0 || north > 60) return Optional.empty();
        return Optional.of(datum.toWgs84(new Coordinate(east, north)));
    }

    /** Digits, points and letters of double width become ordinary ones. */
    public static String halfWidth(String typed) {
        var plain = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c >= '！' && c <= '～') plain.append((char) (c - 0xFEE0));
            else plain.append(c == '\u3000' || c == '\u00A0' ? ' ' : c);
        }
        return plain.toString();
    }
}
