package lianxin.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a score is made. Rates and shares are exact; the points of each indicator are rounded half up to
 * two decimals and the total is the sum of these rounded points, so that what is printed adds up. An unknown indicator
 * is left out and the others are scaled to the full total; when all are unknown so is the total.
 */
final class Scoring {
    static final int PLACES = 2;
    private static final Value HUNDRED = Value.of(100);

    private final Scheme scheme;

    Scoring(Scheme scheme) {
        this.scheme = scheme;
    }

    /** @param seed makes the draws of the intervals repeatable; one for each unit and period */
    Score score(Tally tally, long seed) {
        var exact = new HashMap<String, Value>();
        scheme.indicators().forEach(it -> exact.put(it.key(), rate(it, tally)));
        var points = scheme.scored().stream().map(it -> points(it, exact)).toList();
        var draws = new Bootstrap(scheme, tally, seed, exact);
        var rates = scheme.indicators().stream()
                .map(it -> new Score.Rate(
                        it.key(),
                        it.numerator().exact(tally::total),
                        it.denominator().exact(tally::total),
                        exact.getOrDefault(it.key(), Value.UNKNOWN).rounded(PLACES),
                        draws.rate(it),
                        tally.leftOut(it.denominator().names())))
                .toList();
        var total = total(points);
        return new Score(total, around(total, draws), tally.size(), rates, points);
    }

    private static @Nullable Interval around(Value total, Bootstrap draws) {
        var interval = draws.total();
        return interval == null || !total.isKnown() ? null : interval.including(total.amount());
    }

    private Value rate(Indicator indicator, Tally tally) {
        var denominator = indicator.denominator().exact(tally::total);
        var least = BigDecimal.valueOf(scheme.least(indicator));
        if (denominator.isKnown() && denominator.amount().compareTo(least) < 0) {
            return Value.UNKNOWN;
        }
        return indicator.numerator().exact(tally::total).times(HUNDRED).over(denominator);
    }

    private Score.Points points(Scored scored, Map<String, Value> rates) {
        var value = scored.value().exact(it -> rates.getOrDefault(it, Value.UNKNOWN));
        if (!value.isKnown()) {
            return new Score.Points(scored.key(), Value.UNKNOWN, Value.UNKNOWN);
        }
        var earned = Value.of(scored.curve().share(value.amount())).times(Value.of(scored.weight()));
        return new Score.Points(scored.key(), value.rounded(PLACES), earned.rounded(PLACES));
    }

    private Value total(List<Score.Points> points) {
        var sum = Value.ZERO;
        var weights = Value.ZERO;
        for (var i = 0; i < points.size(); i++) {
            if (points.get(i).earned().isKnown()) {
                sum = sum.plus(points.get(i).earned());
                weights = weights.plus(Value.of(scheme.scored().get(i).weight()));
            }
        }
        return sum.times(Value.of(scheme.total())).over(weights).rounded(PLACES);
    }
}
