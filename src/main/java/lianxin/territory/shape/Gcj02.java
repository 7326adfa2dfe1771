package lianxin.territory.shape;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

import org.locationtech.jts.geom.Coordinate;

/**
 * The shifted coordinates of public Chinese maps. What comes from such a map is turned into WGS84 at the border of the
 * system, once; nothing inside knows the shift.
 */
public final class Gcj02 {
    private static final double AXIS = 6378245.0;
    private static final double ECCENTRICITY = 0.006693421622965943;
    private static final double CLOSE_ENOUGH = 1e-9;

    private Gcj02() {}

    /** There is no closed inverse: the shift at the guess is taken away until the guess lands on the point. */
    public static Coordinate toWgs84(Coordinate shifted) {
        var guess = new Coordinate(shifted);
        for (int round = 0; round < 10; round++) {
            var landed = fromWgs84(guess);
            double east = shifted.x - landed.x;
            double north = shifted.y - landed.y;
            guess = new Coordinate(guess.x + east, guess.y + north);
            if (abs(east) < CLOSE_ENOUGH && abs(north) < CLOSE_ENOUGH) break;
        }
        return guess;
    }

    public static Coordinate fromWgs84(Coordinate true84) {
        double x = true84.x - 105;
        double y = true84.y - 35;
        double latitude = toRadians(true84.y);
        double bulge = 1 - ECCENTRICITY * sin(latitude) * sin(latitude);
        double meridian = AXIS * (1 - ECCENTRICITY) / (bulge * sqrt(bulge));
        double parallel = AXIS / sqrt(bulge) * cos(latitude);
        return new Coordinate(
                true84.x + eastward(x, y) * 180 / (parallel * PI), true84.y + northward(x, y) * 180 / (meridian * PI));
    }

    private static double eastward(double x, double y) {
        double bend = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x));
        return bend
                + (ripple(x) + 20 * sin(x * PI) + 40 * sin(x / 3 * PI)) * 2 / 3
                + (150 * sin(x / 12 * PI) + 300 * sin(x / 30 * PI)) * 2 / 3;
    }

    private static double northward(double x, double y) {
        double bend = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x));
        return bend
                + (ripple(x) + 20 * sin(y * PI) + 40 * sin(y / 3 * PI)) * 2 / 3
                + (160 * sin(y / 12 * PI) + 320 * sin(y / 30 * PI)) * 2 / 3;
    }

    private static double ripple(double x) {
        return 20 * sin(6 * x * PI) + 20 * sin(2 * x * PI);
    }
}
