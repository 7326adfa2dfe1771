package lianxin.demonstration;

import java.util.SplittableRandom;

/**
 * How a street or a department works, hidden from everybody and seen only in what comes of it: that is what a league must
 * find out.
 *
 * @param late share of cases finished after their limit
 * @param solved share of finished cases that residents find solved
 * @param answered share of finished cases that residents answer at all
 * @param kind how much better than average the service is rated, in steps
 */
record Habit(double late, double solved, double answered, double kind) {

    /** Always the same for the same code of the town. */
    static Habit of(String code, long seed) {
        var chance = new SplittableRandom(seed * 1_000_003 + code.hashCode());
        return new Habit(
                0.06 + 0.11 * chance.nextDouble(),
                0.80 + 0.16 * chance.nextDouble(),
                0.40 + 0.12 * chance.nextDouble(),
                chance.nextDouble() - 0.5);
    }

    int rating(boolean solved, double better, SplittableRandom chance) {
        double step = (solved ? 4.55 : 2.1) + better + kind + 0.9 * chance.nextGaussian();
        return Math.clamp(Math.round(step), 1, 5);
    }
}
