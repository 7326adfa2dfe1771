package lianxin.routes;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lianxin.facts.Ref;
import lianxin.places.PlaceId;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A route as somebody is writing it down: the stops may be moved about, taken out and added to before anything is saved.
 *
 * @param area the code of the area whose unit answers for it
 * @param from the day from which it is so; today when left empty
 * @param search what is looked for to be added
 */
record RouteForm(
        String kind,
        String name,
        String color,
        String area,
        String words,
        String from,
        String reason,
        String search,
        List<StopForm> stops) {

    /** @param what kind and number, such as area-4711 */
    record StopForm(String what, String words, String state, String year, String minutes) {

        static StopForm fresh(Ref what) {
            var state = what.kind().equals(PlaceId.KIND) ? "" : RouteStop.State.EXISTING.key();
            return new StopForm(what.kind() + "-" + what.id(), "", state, "", "");
        }

        static StopForm of(RouteStop it) {
            return new StopForm(
                    it.what().kind() + "-" + it.what().id(),
                    it.words(),
                    it.state() == null ? "" : it.state().key(),
                    Objects.toString(it.year(), ""),
                    Objects.toString(it.minutes(), ""));
        }

        Ref ref() {
            int dash = what.indexOf('-');
            if (dash < 1) throw new RuleBroken("routes.wrong.stop", what);
            return new Ref(what.substring(0, dash), what.substring(dash + 1));
        }

        /** As far as it can be read; what cannot is told when it is saved. */
        RouteStop draft() {
            return new RouteStop(ref(), words.strip(), RouteStop.State.of(state).orElse(null), null, null);
        }

        RouteStop stop() {
            return new RouteStop(
                    ref(), words.strip(), RouteStop.State.of(state).orElse(null), number(year), number(minutes));
        }

        private static @Nullable Integer number(String typed) {
            var digits = typed.strip();
            if (digits.isEmpty()) return null;
            if (!digits.matches("\\d{1,6}")) throw new RuleBroken("routes.wrong.number", digits);
            return Integer.valueOf(digits);
        }
    }

    static RouteForm blank(String kind, String color, String area) {
        return new RouteForm(kind, "", color, area, "", "", "", "", List.of());
    }

    static RouteForm of(RouteDetails it, String areaCode) {
        return new RouteForm(
                it.kind(),
                it.name(),
                it.color(),
                areaCode,
                it.words(),
                "",
                "",
                "",
                it.stops().stream().map(StopForm::of).toList());
    }

    static RouteForm of(MultiValueMap<String, String> typed) {
        var stops = new ArrayList<StopForm>();
        int count = Math.min(typed.getOrDefault("what", List.of()).size(), 2 * RouteChecks.MOST_STOPS);
        for (int i = 0; i < count; i++)
            stops.add(new StopForm(
                    at(typed, "what", i),
                    at(typed, "sentence", i),
                    at(typed, "state", i),
                    at(typed, "year", i),
                    at(typed, "minutes", i)));
        return new RouteForm(
                at(typed, "kind", 0),
                at(typed, "name", 0),
                at(typed, "color", 0),
                at(typed, "area", 0),
                at(typed, "words", 0),
                at(typed, "from", 0),
                at(typed, "reason", 0),
                at(typed, "search", 0),
                stops);
    }

    private static String at(MultiValueMap<String, String> typed, String name, int number) {
        var all = typed.getOrDefault(name, List.of());
        return number < all.size() ? Objects.toString(all.get(number), "") : "";
    }

    private RouteForm with(List<StopForm> others) {
        return new RouteForm(kind, name, color, area, words, from, reason, search, others);
    }

    /** What cannot move so far stays. */
    RouteForm moved(int number, int by) {
        int to = number + by;
        if (number < 0 || number >= stops.size() || to < 0 || to >= stops.size()) return this;
        var others = new ArrayList<>(stops);
        others.add(to, others.remove(number));
        return with(others);
    }

    RouteForm without(int number) {
        if (number < 0 || number >= stops.size()) return this;
        var others = new ArrayList<>(stops);
        others.remove(number);
        return with(others);
    }

    RouteForm and(Ref what) {
        var others = new ArrayList<>(stops);
        others.add(StopForm.fresh(what));
        return new RouteForm(kind, name, color, area, words, from, reason, "", others);
    }

    /** Without its area, as far as it can be read. */
    List<RouteStop> drafts() {
        return stops.stream().map(StopForm::draft).toList();
    }

    RouteDetails details(AreaId where, boolean generated) {
        return new RouteDetails(
                name.strip(),
                kind,
                color,
                where,
                words.strip(),
                stops.stream().map(StopForm::stop).toList(),
                generated);
    }

    @Nullable
    LocalDate day() {
        if (from.isBlank()) return null;
        try {
            return LocalDate.parse(from.strip());
        } catch (DateTimeParseException unreadable) {
            throw new RuleBroken("platform.as-of.unreadable", from);
        }
    }
}
