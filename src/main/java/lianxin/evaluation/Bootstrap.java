package lianxin.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Draws the cases of a unit again and again, with replacement and as whole cases, and sees how far its figures move:
 * indicators that rest on the same cases move together. Percentiles of 2,000 draws; doubles serve here and only here.
 * Equal cases are drawn as one kind with a count. An indicator that is unknown stays out of every draw.
 */
final class Bootstrap {
    static final int DRAWS = 2_000;
    private static final int TAIL = DRAWS / 40;

    private final Scheme scheme;
    private final Tally tally;
    private final List<String> keys;
    private final double[][] rates;
    private final double[] totals = new double[DRAWS];
    private long state;

    Bootstrap(Scheme scheme, Tally tally, long seed, Map<String, Value> known) {
        this.scheme = scheme;
        this.tally = tally;
        this.state = seed;
        keys = scheme.indicators().stream().map(Indicator::key).toList();
        rates = new double[keys.size()][DRAWS];
        Arrays.fill(totals, Double.NaN);
        for (var all : rates) {
            Arrays.fill(all, Double.NaN);
        }
        if (tally.size() > 0) {
            draw(known);
        }
    }

    /** A plain proportion of cases has Wilson's interval, everything else that of the draws. */
    @Nullable
    Interval rate(Indicator indicator) {
        var draws = rates[keys.indexOf(indicator.key())];
        if (Double.isNaN(draws[0])) {
            return null;
        }
        var above = quick(indicator.numerator());
        var below = quick(indicator.denominator());
        if (indicator.drawn()) {
            return percentiles(draws);
        }
        var hits = 0;
        var of = 0;
        for (var one : tally.cases()) {
            var hit = above.applyAsDouble(one);
            var counted = below.applyAsDouble(one);
            if (!(counted == 1 && (hit == 0 || hit == 1)) && !(counted == 0 && hit == 0)) {
                return percentiles(draws);
            }
            hits += (int) hit;
            of += (int) counted;
        }
        return Interval.wilson(hits, of);
    }

    @Nullable
    Interval total() {
        return Double.isNaN(totals[0]) ? null : percentiles(totals);
    }

    private void draw(Map<String, Value> known) {
        var all = tally.cases();
        var kindOf = new int[all.length];
        var kinds = 0;
        for (var i = 1; i < all.length; i++) {
            kinds += Arrays.equals(all[i - 1], all[i]) ? 0 : 1;
            kindOf[i] = kinds;
        }
        var samples = new double[kinds + 1][];
        for (var i = 0; i < all.length; i++) {
            samples[kindOf[i]] = all[i];
        }
        var above =
                formulas(scheme.indicators().stream().map(Indicator::numerator).toList());
        var below = formulas(
                scheme.indicators().stream().map(Indicator::denominator).toList());
        var out = new boolean[keys.size()];
        for (var i = 0; i < out.length; i++) {
            out[i] = !known.getOrDefault(keys.get(i), Value.UNKNOWN).isKnown();
        }
        var points = scheme.scored().stream().map(this::points).toList();
        var counts = new int[samples.length];
        var sums = new double[tally.measures().size()];
        var values = new double[keys.size()];
        for (var draw = 0; draw < DRAWS; draw++) {
            Arrays.fill(counts, 0);
            for (var i = 0; i < kindOf.length; i++) {
                counts[kindOf[next(kindOf.length)]]++;
            }
            Arrays.fill(sums, 0);
            for (var kind = 0; kind < counts.length; kind++) {
                add(samples[kind], counts[kind], sums);
            }
            for (var i = 0; i < values.length; i++) {
                var denominator = below.get(i).applyAsDouble(sums);
                values[i] = out[i] || denominator == 0
                        ? Double.NaN
                        : 100 * above.get(i).applyAsDouble(sums) / denominator;
                rates[i][draw] = values[i];
            }
            totals[draw] = total(points, values);
        }
        Arrays.sort(totals);
        for (var one : rates) {
            Arrays.sort(one);
        }
    }

    private static void add(double[] sample, int times, double[] sums) {
        for (var i = 0; times > 0 && i < sums.length; i++) {
            sums[i] += times * sample[i];
        }
    }

    private record QuickPoints(ToDoubleFunction<double[]> value, Curve.Quick curve, double weight) {}

    private QuickPoints points(Scored scored) {
        return new QuickPoints(
                scored.value().quick(keys::indexOf),
                scored.curve().quick(),
                scored.weight().doubleValue());
    }

    private double total(List<QuickPoints> points, double[] values) {
        var sum = 0.0;
        var weights = 0.0;
        for (var it : points) {
            var value = it.value.applyAsDouble(values);
            if (!Double.isNaN(value)) {
                sum += it.weight * it.curve.share(value);
                weights += it.weight;
            }
        }
        return weights == 0 ? Double.NaN : sum * scheme.total().doubleValue() / weights;
    }

    private List<ToDoubleFunction<double[]>> formulas(List<Formula> formulas) {
        return formulas.stream().map(this::quick).toList();
    }

    private ToDoubleFunction<double[]> quick(Formula formula) {
        return formula.quick(tally::position);
    }

    /** Draws without a value stand at the end of the sorted array and are not counted. */
    private static Interval percentiles(double[] sorted) {
        var known = sorted.length;
        while (Double.isNaN(sorted[known - 1])) {
            known--;
        }
        var tail = TAIL * known / sorted.length;
        return Interval.of(sorted[tail], sorted[known - 1 - tail]);
    }

    /** SplitMix64, written out: a later Java must draw the same cases. */
    private int next(int bound) {
        state += 0x9E3779B97F4A7C15L;
        var mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (int) ((((mixed ^ (mixed >>> 31)) >>> 32) * bound) >>> 32);
    }

    static long seed(String scheme, String period, int unit) {
        var seed = 1125899906842597L;
        for (var letter : (scheme + "|" + period + "|" + unit).toCharArray()) {
            seed = 31 * seed + letter;
        }
        return seed;
    }
}
