package lianxin.routes;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lianxin.facts.Ref;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Component;

/** What must be so before a route leads anywhere: one sentence for the first thing that is not. */
@Component
class RouteChecks {
    static final int LONGEST_NAME = 40;
    static final int LONGEST_WORDS = 400;
    static final int LONGEST_SENTENCE = 120;
    static final int MOST_STOPS = 40;
    static final int LONGEST_REASON = 200;
    private static final int FEWEST_STOPS = 2;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private final RouteBook book;
    private final RouteHalts halts;
    private final RouteRules rules;

    RouteChecks(RouteBook book, RouteHalts halts, RouteRules rules) {
        this.book = book;
        this.halts = halts;
        this.rules = rules;
    }

    void must(RouteDetails it, Instant from) {
        if (it.name().isBlank() || it.name().length() > LONGEST_NAME)
            throw new RuleBroken("routes.wrong.name", LONGEST_NAME);
        var kind = rules.kind(it.kind()).orElseThrow(() -> new RuleBroken("routes.wrong.kind", it.kind()));
        if (rules.color(it.color()).isEmpty()) throw new RuleBroken("routes.wrong.color");
        if (it.words().length() > LONGEST_WORDS) throw new RuleBroken("routes.wrong.words", LONGEST_WORDS);
        if (it.stops().size() < FEWEST_STOPS || it.stops().size() > MOST_STOPS)
            throw new RuleBroken("routes.wrong.stops", FEWEST_STOPS, MOST_STOPS);
        var seen = new HashSet<Ref>();
        for (var halt : halts.of(it, from, from)) {
            must(halt, kind);
            if (!seen.add(halt.stop().what())) throw new RuleBroken("routes.wrong.twice", halt.name());
        }
    }

    private void must(Halt halt, RouteRules.Kind kind) {
        var stop = halt.stop();
        if (halt.gone()) throw new RuleBroken("routes.wrong.gone", halt.name());
        if (!kind.stops().allow(stop.what().kind(), halt.sort()))
            throw new RuleBroken("routes.wrong.stop", halt.name());
        if (stop.words().length() > LONGEST_SENTENCE)
            throw new RuleBroken("routes.wrong.sentence", halt.name(), LONGEST_SENTENCE);
        if ((stop.state() == null) != (halt.place() != null)) throw new RuleBroken("routes.wrong.state", halt.name());
        if (stop.year() != null && (stop.year() < FIRST_YEAR || stop.year() > LAST_YEAR))
            throw new RuleBroken("routes.wrong.year", halt.name());
        if (stop.minutes() != null && (stop.minutes() < 1 || stop.minutes() > MINUTES_OF_A_DAY))
            throw new RuleBroken("routes.wrong.minutes", halt.name());
    }

    /** Asked after the writing, within its transaction: no stop of the route stands on another one of the kind. */
    void mustCountOnce(RouteId id) {
        var versions = book.versions();
        for (var mine : versions) {
            if (!mine.route().id().equals(id) || !counted(mine.route().kind())) continue;
            for (var other : versions) {
                if (other.route().id().equals(id) || !other.meets(mine)) continue;
                if (!other.route().kind().equals(mine.route().kind())) continue;
                for (var stop : onBoth(mine.route(), other.route()))
                    throw new RuleBroken(
                            "routes.wrong.elsewhere",
                            halts.name(stop, mine.route().since()),
                            other.route().name());
            }
        }
    }

    private boolean counted(String kind) {
        return rules.kind(kind).filter(RouteRules.Kind::eachOnce).isPresent();
    }

    private static List<Ref> onBoth(Route one, Route other) {
        var there = things(other);
        return one.details().stops().stream()
                .map(RouteStop::what)
                .filter(there::contains)
                .toList();
    }

    private static Set<Ref> things(Route it) {
        return it.details().stops().stream().map(RouteStop::what).collect(Collectors.toSet());
    }

    /** What stands on several of these routes though it counts once, with how often. */
    Map<Ref, Integer> doubled(List<Route> routes) {
        var times = new HashMap<Ref, Integer>();
        for (var it : routes) if (counted(it.kind())) things(it).forEach(what -> times.merge(what, 1, Integer::sum));
        times.values().removeIf(it -> it == 1);
        return times;
    }
}
