package lianxin.evaluation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.evaluation.Measure.Condition;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** A scheme as the playbook writes it; sums of measures dissolve into the formulas that name them. */
record SchemeFile(
        String key,
        int version,
        String zh,
        String en,
        @Nullable String source,
        boolean example,
        String level,
        Span period,
        String calendar,
        List<Reckoned> calendars,
        BigDecimal total,
        int objectionDays,
        int minimumSample,
        Map<String, Counted> measures,
        List<Rated> indicators,
        @Nullable List<Rated> coverages) {

    /** A calendar: {@code day-begins: "12:00"}, {@code month-begins: 19}. */
    record Reckoned(String key, Label name, String dayBegins, int monthBegins, boolean byItsEnd) {

        StatisticalCalendar calendar() {
            return new StatisticalCalendar(key, name, LocalTime.parse(dayBegins), monthBegins, byItsEnd);
        }
    }

    /** A count over facts, or the sum of other measures. */
    record Counted(
            String zh,
            String en,
            @Nullable String fact,
            @Nullable Map<String, Object> where,
            @Nullable String dated,
            @Nullable List<String> sum) {}

    /** A rate, with what it earns if it earns anything. */
    record Rated(
            String key,
            String zh,
            String en,
            String numerator,
            String denominator,
            @Nullable BigDecimal weight,
            boolean reversed,
            @Nullable Line curve,
            @Nullable String interval,
            int least,
            @Nullable String beside,
            @Nullable Label explained,
            @Nullable Label rest) {}

    /** No points up to {@code from}, all points from {@code to} on, a straight line between. */
    record Line(BigDecimal from, BigDecimal to) {}

    Scheme scheme() {
        var sums = sums();
        var all = new ArrayList<Indicator>();
        var companions = coverages == null ? List.<Rated>of() : coverages;
        indicators.forEach(it -> all.add(indicator(it, companion(it, companions), sums)));
        companions.forEach(it -> all.add(indicator(it, null, sums)));
        return new Scheme(
                key,
                version,
                new Label(zh, en),
                source == null ? "" : source,
                example,
                level,
                calendars.stream()
                        .filter(it -> it.key.equals(calendar))
                        .findFirst()
                        .orElseThrow()
                        .calendar(),
                period,
                total,
                Duration.ofDays(objectionDays),
                minimumSample,
                counted(),
                all,
                indicators.stream().map(SchemeFile::scored).toList());
    }

    private List<Measure> counted() {
        var all = new ArrayList<Measure>();
        measures.forEach((key, it) -> {
            if (it.fact != null) {
                all.add(new Measure(key, new Label(it.zh, it.en), it.fact, conditions(it.where), it.dated));
            }
        });
        return all;
    }

    private static List<Condition> conditions(@Nullable Map<String, Object> where) {
        var all = new ArrayList<Condition>();
        if (where != null) {
            where.forEach((attribute, wanted) -> all.add(
                    wanted instanceof Map<?, ?> least
                            ? new Condition(attribute, null, new BigDecimal(String.valueOf(least.get("at-least"))))
                            : new Condition(attribute, String.valueOf(wanted), null)));
        }
        return all;
    }

    private Map<String, Formula> sums() {
        var all = new LinkedHashMap<String, Formula>();
        measures.forEach((key, it) -> {
            if (it.sum != null && !it.sum.isEmpty()) {
                all.put(key, Formula.of(String.join(" + ", it.sum)).where(all));
            }
        });
        return all;
    }

    private static @Nullable String companion(Rated indicator, List<Rated> companions) {
        var named = Formula.of(indicator.denominator).names();
        return companions.stream()
                .filter(it -> it.beside != null && named.contains(it.beside))
                .map(Rated::key)
                .findFirst()
                .orElse(null);
    }

    private static Indicator indicator(Rated it, @Nullable String companion, Map<String, Formula> sums) {
        return new Indicator(
                it.key,
                new Label(it.zh, it.en),
                Formula.of(it.numerator).where(sums),
                Formula.of(it.denominator).where(sums),
                companion,
                it.least,
                "bootstrap".equals(it.interval),
                it.explained == null ? new Label("", "") : it.explained,
                it.rest);
    }

    private static Scored scored(Rated it) {
        var value = Formula.of(it.reversed ? "100 - " + it.key : it.key);
        var line = it.curve == null ? new Line(BigDecimal.ZERO, BigDecimal.valueOf(100)) : it.curve;
        var points = List.of(new Curve.Point(line.from, BigDecimal.ZERO), new Curve.Point(line.to, BigDecimal.ONE));
        return new Scored(
                it.key, it.weight == null ? BigDecimal.ZERO : it.weight, value, new Curve(Curve.Shape.LINEAR, points));
    }
}
