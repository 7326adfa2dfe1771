package lianxin.evaluation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one unit reached, with the way there.
 *
 * @param cases how many cases stand behind it
 */
record Score(Value total, @Nullable Interval interval, int cases, List<Rate> rates, List<Points> points) {

    /**
     * One indicator: what was set against what, and what came out, rounded for print.
     *
     * @param leftOut unknown for leagues issued before anything could be left out
     */
    record Rate(
            String key,
            Value numerator,
            Value denominator,
            Value value,
            @Nullable Interval interval,
            @Nullable LeftOut leftOut) {}

    /** What an indicator earned; unknown when it was left out. */
    record Points(String key, Value value, Value earned) {}

    Rate rate(String key) {
        return rates.stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    }

    Points points(String key) {
        return points.stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    }

    Optional<Rate> beside(Indicator indicator) {
        return Optional.ofNullable(indicator.beside()).map(this::rate);
    }
}
