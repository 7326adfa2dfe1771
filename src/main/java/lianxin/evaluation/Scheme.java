package lianxin.evaluation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lianxin.playbook.Label;

/**
 * How one level of units is evaluated: which facts are counted, which rates are made of them, what they are worth. A
 * version of a scheme never changes; what changes is a new version.
 *
 * @param level the units of this level that hold cases are evaluated
 * @param calendar by which its periods are counted
 * @param span whether months or years are compared
 * @param objectionWindow how long after the end of a period its facts may be corrected before they count
 * @param minimumSample below so many cases a score is marked as resting on too few
 * @param example whether content or weights are an example and not official
 */
record Scheme(
        String key,
        int version,
        Label name,
        String source,
        boolean example,
        String level,
        StatisticalCalendar calendar,
        Span span,
        BigDecimal total,
        Duration objectionWindow,
        int minimumSample,
        List<Measure> measures,
        List<Indicator> indicators,
        List<Scored> scored) {

    /** The kind of fact that holds what one resident thought of one case: single ones open to the evaluating level only. */
    static final String RATING = "case.rated";

    /** Below so many answers nothing about satisfaction is published, and none of it counts. */
    static final int LEAST_ANSWERS = 10;

    /** Levels so small that a league of units would be one of persons. */
    private static final Set<String> PERSONAL = Set.of("grid", "microgrid", "building");

    Scheme {
        measures = List.copyOf(measures);
        indicators = List.copyOf(indicators);
        scored = List.copyOf(scored);
    }

    Measure measure(String key) {
        return measures.stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    }

    Indicator indicator(String key) {
        return indicators.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it tells what residents thought of the work. */
    boolean restsOnRatings(Indicator indicator) {
        return indicator.measures().stream().anyMatch(it -> measure(it).fact().equals(RATING));
    }

    /** With a smaller denominator the indicator is unknown. */
    int least(Indicator indicator) {
        return Math.max(indicator.least(), restsOnRatings(indicator) ? LEAST_ANSWERS : 0);
    }

    /** What stands beside the indicators and earns nothing itself. */
    Set<String> companions() {
        var keys = new LinkedHashSet<String>();
        indicators.forEach(it -> {
            if (it.beside() != null) {
                keys.add(it.beside());
            }
        });
        return keys;
    }

    /** All that makes it unusable, in words; empty when it can be used. */
    List<String> problems() {
        var problems = new ArrayList<>(calendar.problems());
        if (PERSONAL.contains(level)) {
            problems.add("the level " + level + " is served by fewer than five people: that would score persons");
        }
        var measureKeys = keys(
                "two measures are called", measures.stream().map(Measure::key).toList(), problems);
        var indicatorKeys = keys(
                "two indicators are called",
                indicators.stream().map(Indicator::key).toList(),
                problems);
        for (var it : indicators) {
            missing(it.measures(), measureKeys, "indicator " + it.key() + " uses the measure", problems);
            if (it.denominator().names().isEmpty()) {
                problems.add("indicator " + it.key() + " has a denominator without a measure");
            }
            if (it.beside() != null && !indicatorKeys.contains(it.beside())) {
                problems.add("indicator " + it.key() + " stands beside " + it.beside() + ", which does not exist");
            }
        }
        for (var it : scored) {
            missing(it.value().names(), indicatorKeys, it.key() + " is scored by the indicator", problems);
            missing(Set.of(it.key()), indicatorKeys, "points are given for the indicator", problems);
            it.curve().problems().forEach(problem -> problems.add(it.key() + ": " + problem));
            if (it.weight().signum() <= 0) {
                problems.add(it.key() + " has the weight " + it.weight());
            }
        }
        var given = keys(
                "points are given twice for", scored.stream().map(Scored::key).toList(), problems);
        scored.stream()
                .filter(it -> !it.value().names().contains(it.key()))
                .filter(it -> it.value().names().stream().allMatch(indicatorKeys::contains))
                .forEach(it -> problems.add(it.key() + " is scored without its own value"));
        var companions = companions();
        indicators.stream()
                .map(Indicator::key)
                .filter(it -> !given.contains(it) && !companions.contains(it))
                .forEach(it -> problems.add("indicator " + it + " earns nothing and stands beside nothing"));
        var sum = scored.stream().map(Scored::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(total) != 0) {
            problems.add("the weights sum to " + sum + ", not to " + total);
        }
        return problems;
    }

    private static Set<String> keys(String what, List<String> keys, List<String> problems) {
        var seen = new HashSet<String>();
        keys.stream().filter(it -> !seen.add(it)).forEach(it -> problems.add(what + " " + it));
        return seen;
    }

    private static void missing(Set<String> used, Set<String> known, String what, List<String> problems) {
        used.stream()
                .filter(it -> !known.contains(it))
                .forEach(it -> problems.add(what + " " + it + ", which does not exist"));
    }
}
