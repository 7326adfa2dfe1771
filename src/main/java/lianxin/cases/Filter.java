package lianxin.cases;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of cases shows; the address of the page says it whole.
 *
 * @param view which desk of work
 * @param q a number, or words of the report
 * @param unit the number of the one that holds them
 * @param state as the list names it, such as {@code to-sign}, {@code awaiting-resident} or {@code withdrawn}
 * @param kind what is wanted
 * @param channel how they came
 * @param from the first day on which they were reported
 * @param to the last one
 */
record Filter(
        View view,
        @Nullable String q,
        @Nullable String category,
        @Nullable Integer unit,
        @Nullable Light light,
        @Nullable String state,
        @Nullable String kind,
        @Nullable String channel,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int page) {

    /** The views, by the key in the address. */
    enum View {
        open,
        dispatch,
        handle,
        returns,
        /** Dispatched by this desk, in the hands of others. */
        elsewhere,
        /** In which the unit assists, is whistled for, or must decide who answers. */
        called,
        supervise,
        awaiting,
        /** In which the unit is to look whether the work is done. */
        check,
        /** Of those that await their resident, whom somebody who did not do the work can call. */
        callback,
        /** Closed or withdrawn, and drawn to be asked about again. */
        recheck,
        /** Whose reporter has waited too long for a word, or was closed without ever getting one. */
        unanswered,
        closed,
        all;

        static View of(@Nullable String key) {
            return named(View.class, key).orElse(open);
        }

        /** By the time they came, the latest first; all others by the moment that comes next. */
        boolean latestFirst() {
            return this == closed || this == all;
        }

        /** What the last column of the list says. */
        String column() {
            return switch (this) {
                case awaiting, callback, check -> "cases.column.window";
                case unanswered -> "cases.column.silent";
                default -> "cases.column.left";
            };
        }
    }

    /** How much of its limit an open case has used up. */
    enum Light {
        amber,
        red
    }

    /** Nobody turns so many pages; whoever types more stays there. */
    static final int LAST_PAGE = 10_000;

    Filter {
        q = given(q);
        category = given(category);
        state = given(state);
        kind = given(kind);
        channel = given(channel);
        page = Math.clamp(page, 1, LAST_PAGE);
    }

    Filter(View view, @Nullable String q, @Nullable String category, @Nullable Integer unit, boolean late, int page) {
        this(view, q, category, unit, late ? Light.red : null, null, null, null, null, null, page);
    }

    /** As an address says it; what cannot be read is not asked for. */
    static Filter of(Map<String, String> address) {
        var light = named(Light.class, address.get("light"));
        return new Filter(
                View.of(address.get("view")),
                address.get("q"),
                address.get("category"),
                read(address.get("unit"), Integer::valueOf),
                "true".equals(address.get("late")) ? Light.red : light.orElse(null),
                address.get("state"),
                address.get("kind"),
                address.get("channel"),
                read(address.get("from"), LocalDate::parse),
                read(address.get("to"), LocalDate::parse),
                Optional.ofNullable(read(address.get("page"), Integer::valueOf)).orElse(1));
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> names, @Nullable String key) {
        return Arrays.stream(names.getEnumConstants())
                .filter(it -> it.name().equals(key))
                .findFirst();
    }

    private static <T> @Nullable T read(@Nullable String text, Function<String, T> reading) {
        var typed = given(text);
        try {
            return typed == null ? null : reading.apply(typed);
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    Filter at(int somePage) {
        return new Filter(view, q, category, unit, light, state, kind, channel, from, to, somePage);
    }

    boolean late() {
        return light == Light.red;
    }

    /** Whether it shows less than its view. */
    boolean narrowed() {
        return q != null
                || category != null
                || unit != null
                || light != null
                || state != null
                || kind != null
                || channel != null
                || from != null
                || to != null;
    }

    String url() {
        return address(said());
    }

    String url(int otherPage) {
        return with("page", otherPage > 1 ? String.valueOf(otherPage) : null);
    }

    /** The other view, as narrow as this one as far as it can be. */
    String url(View other) {
        var said = firstPage();
        said.put("view", other.name());
        said.remove("state");
        return address(said);
    }

    String url(boolean onlyLate) {
        return with("light", onlyLate ? Light.red.name() : null);
    }

    String without(String parameter) {
        return with(parameter, null);
    }

    private String with(String parameter, @Nullable String value) {
        var said = firstPage();
        if (value == null) said.remove(parameter);
        else said.put(parameter, value);
        return address(said);
    }

    /** The list from its first line on, as it can be named and found again. */
    String list() {
        return address(firstPage());
    }

    /** What stands in the address, in its order. */
    Map<String, String> said() {
        var said = firstPage();
        if (page > 1) said.put("page", String.valueOf(page));
        return said;
    }

    private Map<String, String> firstPage() {
        var said = new LinkedHashMap<String, String>();
        said.put("view", view.name());
        if (q != null) said.put("q", q);
        if (category != null) said.put("category", category);
        if (unit != null) said.put("unit", unit.toString());
        if (light != null) said.put("light", light.name());
        if (state != null) said.put("state", state);
        if (kind != null) said.put("kind", kind);
        if (channel != null) said.put("channel", channel);
        if (from != null) said.put("from", from.toString());
        if (to != null) said.put("to", to.toString());
        return said;
    }

    private static String address(Map<String, String> said) {
        var url = UriComponentsBuilder.fromPath("/cases");
        said.keySet().forEach(it -> url.queryParam(it, "{" + it + "}"));
        return url.encode().buildAndExpand(said).toUriString();
    }
}
