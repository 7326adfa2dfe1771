package lianxin.evaluation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** Writes schemes for tests the way a town would: rates first, then what they earn. */
final class Drafts {
    /** The months everybody knows. */
    static final StatisticalCalendar ON_THE_WALL =
            new StatisticalCalendar("month", words("month"), LocalTime.MIDNIGHT, 1, false);

    private final List<Measure> measures = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Scored> scored = new ArrayList<>();
    private StatisticalCalendar calendar = ON_THE_WALL;
    private Span span = Span.MONTH;

    static Drafts counting(String... measures) {
        return new Drafts().and(measures);
    }

    Drafts and(String... keys) {
        for (var it : keys) {
            measures.add(new Measure(it, words(it), "case." + it, List.of(), null));
        }
        return this;
    }

    Drafts countingRatings(String... keys) {
        for (var it : keys) {
            measures.add(new Measure(it, words(it), Scheme.RATING, List.of(), null));
        }
        return this;
    }

    Drafts by(StatisticalCalendar chosen, Span compared) {
        calendar = chosen;
        span = compared;
        return this;
    }

    Drafts rate(String key, String numerator, String denominator) {
        return rate(key, numerator, denominator, null);
    }

    Drafts rate(String key, String numerator, String denominator, @Nullable Label rest) {
        indicators.add(new Indicator(
                key,
                words(key),
                Formula.of(numerator),
                Formula.of(denominator),
                null,
                0,
                false,
                words("explained"),
                rest));
        return this;
    }

    Drafts worth(String weight, String key, String value, Curve curve) {
        scored.add(new Scored(key, new BigDecimal(weight), Formula.of(value), curve));
        return this;
    }

    Drafts worth(String weight, String key) {
        return worth(weight, key, key, Curve.linear(0, 100));
    }

    Scheme scheme() {
        return new Scheme(
                "draft",
                1,
                words("draft"),
                "source",
                true,
                "township",
                calendar,
                span,
                BigDecimal.valueOf(100),
                Duration.ofDays(15),
                30,
                measures,
                indicators,
                scored);
    }

    static Label words(String text) {
        return new Label(text, text);
    }

    /** Alternating names and amounts. */
    static Tally published(Object... totals) {
        Map<String, BigDecimal> map = new LinkedHashMap<>();
        for (var i = 0; i < totals.length; i += 2) {
            map.put((String) totals[i], new BigDecimal(totals[i + 1].toString()));
        }
        return Tally.published(map);
    }

    static BigDecimal[] oneCase(int... adds) {
        var all = new BigDecimal[adds.length];
        for (var i = 0; i < adds.length; i++) {
            all[i] = BigDecimal.valueOf(adds[i]);
        }
        return all;
    }
}
