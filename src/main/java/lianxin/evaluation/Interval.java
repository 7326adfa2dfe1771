package lianxin.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Between which values a figure may as well have come out, with 95 % confidence. */
record Interval(BigDecimal low, BigDecimal high) {
    private static final double Z = 1.959963984540054;

    static Interval of(double low, double high) {
        return new Interval(
                BigDecimal.valueOf(low).setScale(2, RoundingMode.HALF_UP),
                BigDecimal.valueOf(high).setScale(2, RoundingMode.HALF_UP));
    }

    /** Wilson's interval for a plain proportion, in percent. */
    static Interval wilson(double hits, double of) {
        var share = hits / of;
        var z2 = Z * Z;
        var center = (share + z2 / (2 * of)) / (1 + z2 / of);
        var half = Z * Math.sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of);
        return of(Math.max(0, 100 * (center - half)), Math.min(100, 100 * (center + half)));
    }

    /** Draws are not rounded and points are: the printed total never falls out of its own interval. */
    Interval including(BigDecimal value) {
        return new Interval(low.min(value), high.max(value));
    }

    boolean contains(BigDecimal value) {
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }
}
