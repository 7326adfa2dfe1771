package lianxin.bench;

import java.util.ArrayList;
import java.util.List;

/** The figures of the rounds of one thing: their middle and how far apart they lie. */
final class Figures {

    private final String of;
    private final String unit;
    private final List<Double> rounds = new ArrayList<>();

    Figures(String of, String unit) {
        this.of = of;
        this.unit = unit;
    }

    void add(double figure) {
        rounds.add(figure);
        System.out.printf("  %s %s%n", of, text(figure));
    }

    double median() {
        var sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double most() {
        return rounds.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** Between the least and the most, in parts of the middle. */
    double spread() {
        return (most() - rounds.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN)) / median();
    }

    String middle() {
        return text(median());
    }

    private String text(double figure) {
        var digits = Math.abs(figure) >= 100 ? "%.0f %s" : Math.abs(figure) >= 10 ? "%.1f %s" : "%.3f %s";
        return digits.formatted(figure, unit);
    }

    @Override
    public String toString() {
        return "%s: median %s, spread %.0f %% over %d rounds".formatted(of, middle(), 100 * spread(), rounds.size());
    }

    /** The value below which this part of the samples lies. */
    static double percentile(long[] sortedNanos, double part) {
        if (sortedNanos.length == 0) return Double.NaN;
        int index = (int) Math.ceil(part * sortedNanos.length) - 1;
        return sortedNanos[Math.max(0, index)] / 1e6;
    }
}
