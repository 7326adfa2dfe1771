package lianxin.routes;

import java.util.List;
import java.util.Objects;
import lianxin.places.Place;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Spot;
import org.jspecify.annotations.Nullable;

/**
 * A stop of a route as one finds it on a day.
 *
 * @param number from one on, in the order of the route
 * @param sort its level, its type or its kind, by what it is
 * @param path of the areas it lies in, from the top down; empty when nobody knows where it is
 * @param place what it is when it is a place
 * @param meters as the crow flies from the last stop before it that has a point; null for the first
 * @param gone whether it is no more on that day
 */
record Halt(
        int number,
        RouteStop stop,
        String name,
        String sort,
        List<Area> path,
        @Nullable Spot spot,
        RouteStop.State state,
        @Nullable Place place,
        @Nullable Long meters,
        boolean gone) {

    boolean planned() {
        return state == RouteStop.State.PLANNED;
    }

    /** Where it lies in words, without its own name when it is an area. */
    String around() {
        int end = stop.what().kind().equals(AreaId.KIND) ? path.size() - 1 : path.size();
        var words = new StringBuilder();
        path.subList(0, Math.max(0, end)).forEach(it -> words.append(it.name()));
        return words.toString();
    }

    /** As the crow flies from point to point; what has none is passed over. */
    static long meters(List<Halt> halts) {
        return halts.stream()
                .map(Halt::meters)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    static int minutes(List<Halt> halts) {
        return halts.stream()
                .map(it -> it.stop.minutes())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }

    static long planned(List<Halt> halts) {
        return halts.stream().filter(Halt::planned).count();
    }

    static long withoutPoint(List<Halt> halts) {
        return halts.stream().filter(it -> it.spot == null).count();
    }
}
