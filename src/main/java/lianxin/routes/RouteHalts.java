package lianxin.routes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lianxin.facts.Ref;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.places.Place;
import lianxin.places.PlaceBook;
import lianxin.places.PlaceId;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Spot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the stops of a route are on a day: what they are called, where they lie, whether they are there yet, or still. */
@Component
class RouteHalts {
    private final Areas areas;
    private final PlaceBook places;
    private final Trees trees;

    RouteHalts(Areas areas, PlaceBook places, Trees trees) {
        this.areas = areas;
        this.places = places;
        this.trees = trees;
    }

    List<Halt> of(Route route, Instant at) {
        return of(route.details(), at, route.since());
    }

    /** @param since when it was so that all stops were there: what is gone by then is called as it was called then */
    List<Halt> of(RouteDetails route, Instant at, Instant since) {
        var halts = new ArrayList<Halt>();
        var known = placesFor(route.stops());
        Spot last = null;
        for (var stop : route.stops()) {
            var halt = halt(halts.size() + 1, stop, last, known, at, since);
            halts.add(halt);
            if (halt.spot() != null) last = halt.spot();
        }
        return halts;
    }

    /** Read once for all stops. */
    private List<PlaceBook.Version> placesFor(List<RouteStop> stops) {
        boolean some = stops.stream().anyMatch(it -> it.what().kind().equals(PlaceId.KIND));
        return some ? places.versions() : List.of();
    }

    private Halt halt(
            int number, RouteStop stop, @Nullable Spot last, List<PlaceBook.Version> known, Instant at, Instant since) {
        var thing = thing(stop.what(), known, at);
        boolean gone = thing.isEmpty();
        var it = thing.or(() -> thing(stop.what(), known, since))
                .orElseGet(() -> new Thing(stop.what().id(), "", null, null, null));
        var path = it.area == null ? List.<Area>of() : areas.path(it.area, at);
        var state = stop.state() != null
                ? stop.state()
                : it.place == null || it.place.details().status().built()
                        ? RouteStop.State.EXISTING
                        : RouteStop.State.PLANNED;
        var meters = last == null || it.spot == null ? null : Math.round(last.metersTo(it.spot));
        return new Halt(number, stop, it.name, it.sort, path, it.spot, state, it.place, meters, gone);
    }

    /** @param sort its level, its type or its kind, by what it is */
    private record Thing(
            String name,
            String sort,
            @Nullable AreaId area,
            @Nullable Spot spot,
            @Nullable Place place) {}

    String name(Ref what, Instant at) {
        var known = what.kind().equals(PlaceId.KIND) ? places.versions() : List.<PlaceBook.Version>of();
        return thing(what, known, at).map(Thing::name).orElseGet(what::id);
    }

    private Optional<Thing> thing(Ref what, List<PlaceBook.Version> known, Instant at) {
        if (!what.id().matches("\\d{1,9}")) return Optional.empty();
        int number = Integer.parseInt(what.id());
        return switch (what.kind()) {
            case AreaId.KIND ->
                areas.on(new AreaId(number), at).map(it -> new Thing(it.name(), it.kind(), it.id(), it.spot(), null));
            case PlaceId.KIND -> PlaceBook.find(known, new PlaceId(number), at).map(this::place);
            case UnitId.KIND -> unit(new UnitId(number), at);
            default -> Optional.empty();
        };
    }

    private Thing place(Place it) {
        var spot = it.details().spot();
        return new Thing(it.name(), it.type(), it.area(), spot == null ? spotOf(it.area()) : spot, it);
    }

    /** Whoever has no point of its own stands at that of its area. */
    private @Nullable Spot spotOf(AreaId area) {
        return areas.path(area).getLast().spot();
    }

    private Optional<Thing> unit(UnitId id, Instant at) {
        var tree = trees.at(at);
        if (!tree.has(id)) return Optional.empty();
        var unit = tree.unit(id);
        var area = ground(tree, id, at);
        return Optional.of(
                area == null
                        ? new Thing(unit.name(), unit.kind(), null, null, null)
                        : new Thing(unit.name(), unit.kind(), area.id(), area.spot(), null));
    }

    /** The area of the nearest unit above that carries the code of one. */
    private @Nullable Area ground(Tree tree, UnitId id, Instant at) {
        return tree.unitsOnPath(id).reversed().stream()
                .map(Unit::code)
                .map(it -> areas.byCode(it, at))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
