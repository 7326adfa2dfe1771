package lianxin.territory.shape;

import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import org.locationtech.jts.geom.Coordinate;

/** The second shift that one company's maps lay over that of the public maps. */
final class Bd09 {
    private static final double WAVE = Math.PI * 3000 / 180;
    private static final double EAST = 0.0065;
    private static final double NORTH = 0.006;
    private static final double CLOSE_ENOUGH = 1e-9;

    private Bd09() {}

    static Coordinate fromGcj02(Coordinate point) {
        double radius = sqrt(point.x * point.x + point.y * point.y) + 0.00002 * sin(point.y * WAVE);
        double angle = atan2(point.y, point.x) + 0.000003 * cos(point.x * WAVE);
        return new Coordinate(radius * cos(angle) + EAST, radius * sin(angle) + NORTH);
    }

    /** As with the first shift, the guess is moved until it lands on the point. */
    static Coordinate toGcj02(Coordinate shifted) {
        var guess = new Coordinate(shifted.x - EAST, shifted.y - NORTH);
        for (int round = 0; round < 10; round++) {
            var landed = fromGcj02(guess);
            double east = shifted.x - landed.x;
            double north = shifted.y - landed.y;
            guess = new Coordinate(guess.x + east, guess.y + north);
            if (Math.abs(east) < CLOSE_ENOUGH && Math.abs(north) < CLOSE_ENOUGH) break;
        }
        return guess;
    }
}
