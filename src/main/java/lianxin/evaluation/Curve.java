package lianxin.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Turns a value into the share of the points that is earned. */
record Curve(Shape shape, List<Point> points) {

    /** Linear between the points and flat outside them, or the share of the highest point reached. */
    enum Shape {
        LINEAR,
        BANDS
    }

    /** From this value on, this share between nothing and one. */
    record Point(BigDecimal at, BigDecimal share) {}

    Curve {
        points = List.copyOf(points);
    }

    static Curve linear(long nothing, long full) {
        return new Curve(Shape.LINEAR, List.of(point(nothing, "0"), point(full, "1")));
    }

    static Point point(long at, String share) {
        return new Point(BigDecimal.valueOf(at), new BigDecimal(share));
    }

    BigDecimal share(BigDecimal value) {
        var last = points.getFirst();
        if (value.compareTo(last.at) <= 0 && shape == Shape.LINEAR) {
            return last.share;
        }
        var earned = BigDecimal.ZERO;
        for (var next : points) {
            if (value.compareTo(next.at) < 0) {
                return shape == Shape.BANDS ? earned : between(last, next, value);
            }
            earned = next.share;
            last = next;
        }
        return earned;
    }

    private static BigDecimal between(Point low, Point high, BigDecimal value) {
        var rise = high.share.subtract(low.share).multiply(value.subtract(low.at), Value.EXACT);
        return low.share.add(rise.divide(high.at.subtract(low.at), Value.EXACT), Value.EXACT);
    }

    List<String> problems() {
        var problems = new ArrayList<String>();
        if (points.isEmpty()) {
            problems.add("a curve needs points");
        }
        for (var i = 0; i < points.size(); i++) {
            var share = points.get(i).share;
            if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                problems.add("a curve gives shares from 0 to 1, not " + share);
            }
            if (i > 0 && points.get(i).at.compareTo(points.get(i - 1).at) <= 0) {
                problems.add("the values of a curve must rise: " + points.get(i).at + " does not");
            }
        }
        return problems;
    }

    /** The quick reading for resampling. */
    Quick quick() {
        return new Quick(
                shape == Shape.BANDS,
                points.stream().mapToDouble(it -> it.at.doubleValue()).toArray(),
                points.stream().mapToDouble(it -> it.share.doubleValue()).toArray());
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Quick(boolean bands, double[] at, double[] share) {
        double share(double value) {
            var above = 0;
            while (above < at.length && at[above] <= value) {
                above++;
            }
            if (above == 0) {
                return bands ? 0 : share[0];
            }
            if (bands || above == at.length) {
                return share[above - 1];
            }
            var part = (value - at[above - 1]) / (at[above] - at[above - 1]);
            return share[above - 1] + part * (share[above] - share[above - 1]);
        }
    }
}
