package lianxin.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was counted for one unit in one period: for every case what it adds to every measure, so that indicators
 * resting on the same cases can be resampled together.
 */
final class Tally {
    private final List<String> measures;
    private final BigDecimal[] totals;
    private final double[][] cases;
    private final List<BigDecimal[]> leftOut;

    private Tally(List<String> measures, BigDecimal[] totals, double[][] cases, List<BigDecimal[]> leftOut) {
        this.measures = measures;
        this.totals = totals;
        this.cases = cases;
        this.leftOut = leftOut;
    }

    static Tally of(List<String> measures, Collection<BigDecimal[]> perCase) {
        return of(measures, perCase, List.of());
    }

    /**
     * The order in which cases come does not matter: the same cases always make the same intervals.
     *
     * @param leftOut what those would add that are left out of statistics (剔除); they add nothing
     */
    static Tally of(List<String> measures, Collection<BigDecimal[]> perCase, List<BigDecimal[]> leftOut) {
        var totals = new BigDecimal[measures.size()];
        Arrays.fill(totals, BigDecimal.ZERO);
        var cases = new ArrayList<double[]>(perCase.size());
        for (var one : perCase) {
            var quick = new double[totals.length];
            for (var i = 0; i < totals.length; i++) {
                totals[i] = totals[i].add(one[i]);
                quick[i] = one[i].doubleValue();
            }
            cases.add(quick);
        }
        cases.sort(Arrays::compare);
        return new Tally(List.copyOf(measures), totals, cases.toArray(double[][]::new), List.copyOf(leftOut));
    }

    /** Totals without the cases behind them, as they stand in published tables. */
    static Tally published(Map<String, BigDecimal> totals) {
        var names = List.copyOf(totals.keySet());
        return new Tally(names, names.stream().map(totals::get).toArray(BigDecimal[]::new), new double[0][], List.of());
    }

    Value total(String measure) {
        var at = measures.indexOf(measure);
        return at < 0 ? Value.UNKNOWN : Value.of(totals[at]);
    }

    List<String> measures() {
        return measures;
    }

    int position(String measure) {
        return measures.indexOf(measure);
    }

    /** How many cases stand behind the counts. */
    int size() {
        return cases.length;
    }

    double[][] cases() {
        return cases;
    }

    /** Of the cases that add anything to one of these measures, or would, how many are left out. */
    LeftOut leftOut(Set<String> some) {
        var at = some.stream().mapToInt(measures::indexOf).filter(it -> it >= 0).toArray();
        var out = (int) leftOut.stream()
                .filter(it -> Arrays.stream(at).anyMatch(i -> it[i].signum() != 0))
                .count();
        var in = (int) Arrays.stream(cases)
                .filter(it -> Arrays.stream(at).anyMatch(i -> it[i] != 0))
                .count();
        return new LeftOut(out, out + in);
    }
}
