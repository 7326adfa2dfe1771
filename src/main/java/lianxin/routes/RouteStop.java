package lianxin.routes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import lianxin.facts.Ref;
import lianxin.territory.AreaId;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One stop of a route.
 *
 * @param what an area, a place or a unit
 * @param words a sentence for visitors
 * @param state null for a place: the register of places says how far it is
 * @param year since when it is there, or when it is to be; null when nobody says
 * @param minutes how long one stays; null when nobody says
 */
public record RouteStop(
        Ref what,
        String words,
        @Nullable State state,
        @Nullable Integer year,
        @Nullable Integer minutes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public enum State {
        EXISTING,
        PLANNED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> of(String key) {
            return List.of(values()).stream().filter(it -> it.key().equals(key)).findFirst();
        }
    }

    /** An area that is there. */
    public static RouteStop at(AreaId area, String words) {
        return new RouteStop(area.ref(), words, State.EXISTING, null, null);
    }

    static JSONB written(List<RouteStop> stops) {
        var all = JSON.createArrayNode();
        for (var it : stops) {
            var one = all.addObject();
            one.put("kind", it.what.kind()).put("id", it.what.id()).put("words", it.words);
            if (it.state != null) one.put("state", it.state.key());
            if (it.year != null) one.put("year", it.year);
            if (it.minutes != null) one.put("minutes", it.minutes);
        }
        return JSONB.valueOf(all.toString());
    }

    static List<RouteStop> read(JSONB stored) {
        return StreamSupport.stream(JSON.readTree(stored.data()).spliterator(), false)
                .map(RouteStop::read)
                .toList();
    }

    private static RouteStop read(JsonNode it) {
        return new RouteStop(
                new Ref(it.path("kind").asString(), it.path("id").asString()),
                it.path("words").asString(),
                State.of(it.path("state").asString("")).orElse(null),
                number(it.path("year")),
                number(it.path("minutes")));
    }

    private static @Nullable Integer number(JsonNode it) {
        return it.isInt() ? Integer.valueOf(it.asInt()) : null;
    }
}
