package lianxin.routes;

import static lianxin.routes.tables.EditionTable.EDITION;
import static lianxin.routes.tables.RouteTable.ROUTE;
import static lianxin.routes.tables.RouteVersionTable.ROUTE_VERSION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lianxin.facts.Ref;
import lianxin.territory.AreaId;
import lianxin.territory.Dated;
import lianxin.territory.PosterCode;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Every route through all times as it is known now, held in memory until a route changes: dozens, not thousands. */
@Component
class RouteBook {
    private static final Field<Long> SINCE =
            Dated.micros(ROUTE_VERSION.VALID_FROM).as("since");
    private static final Field<Long> UNTIL =
            Dated.micros(ROUTE_VERSION.VALID_TO).as("until");

    private final DSLContext db;
    private volatile @Nullable Held held;

    /** What a route was in a time. */
    record Version(Route route, long from, long to) {

        boolean valid(long at) {
            return from <= at && at < to;
        }

        boolean meets(Version other) {
            return from < other.to && other.from < to;
        }
    }

    private record Held(long edition, List<Version> versions) {}

    RouteBook(DSLContext db) {
        this.db = db;
    }

    /** In the order of their numbers. */
    List<Route> at(Instant at) {
        long moment = Dated.micros(at);
        return versions().stream()
                .filter(it -> it.valid(moment))
                .map(Version::route)
                .toList();
    }

    Optional<Route> find(RouteId id, Instant at) {
        return at(at).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    Optional<Route> behind(String code, Instant at) {
        return PosterCode.read(code)
                .flatMap(read ->
                        at(at).stream().filter(it -> it.code().equals(read)).findFirst());
    }

    /** As it is without end, for the verbs. */
    Optional<Route> standing(RouteId id) {
        return versions().stream()
                .filter(it -> it.route.id().equals(id) && it.to == Long.MAX_VALUE)
                .map(Version::route)
                .findFirst();
    }

    /** The name of some route that at any time leads over one of these things, or has it as its area. */
    Optional<String> over(String kind, Collection<?> numbers) {
        Set<String> ids = numbers.stream().map(Object::toString).collect(Collectors.toSet());
        return versions().stream()
                .map(Version::route)
                .filter(it -> it.details().stops().stream().anyMatch(stop -> isOne(stop.what(), kind, ids))
                        || isOne(it.details().area().ref(), kind, ids))
                .map(Route::name)
                .findFirst();
    }

    /** The ids of all things of a kind that are stops at any time. */
    Set<String> stops(String kind) {
        return versions().stream()
                .flatMap(it -> it.route.details().stops().stream())
                .map(RouteStop::what)
                .filter(it -> it.kind().equals(kind))
                .map(Ref::id)
                .collect(Collectors.toSet());
    }

    private static boolean isOne(Ref what, String kind, Set<String> ids) {
        return what.kind().equals(kind) && ids.contains(what.id());
    }

    /** What an open transaction sees may never come to be: it is read and not held. */
    List<Version> versions() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return read();
        long edition = db.select(EDITION.NUMBER).from(EDITION).fetchSingle(EDITION.NUMBER);
        var known = held;
        if (known != null && known.edition == edition) return known.versions;
        var fresh = new Held(edition, read());
        held = fresh;
        return fresh.versions;
    }

    /** Called first by every verb that changes routes: such verbs queue up behind each other until the commit. */
    void raise() {
        db.update(EDITION).set(EDITION.NUMBER, EDITION.NUMBER.plus(1)).execute();
    }

    private List<Version> read() {
        var v = ROUTE_VERSION;
        return db.select(
                        v.ROUTE,
                        ROUTE.CODE,
                        v.NAME,
                        v.KIND,
                        v.COLOR,
                        v.AREA,
                        v.WORDS,
                        v.STOPS,
                        v.GENERATED,
                        SINCE,
                        UNTIL)
                .from(v)
                .join(ROUTE)
                .on(ROUTE.NUMBER.eq(v.ROUTE))
                .where(v.KNOWN_TO.eq(Dated.FOREVER))
                .orderBy(v.ROUTE, v.VALID_FROM)
                .fetch(RouteBook::version);
    }

    private static Version version(Record row) {
        var v = ROUTE_VERSION;
        var details = new RouteDetails(
                row.get(v.NAME),
                row.get(v.KIND),
                row.get(v.COLOR),
                new AreaId(row.get(v.AREA)),
                row.get(v.WORDS),
                RouteStop.read(row.get(v.STOPS)),
                row.get(v.GENERATED));
        long since = Objects.requireNonNull(row.get(SINCE));
        var route = new Route(new RouteId(row.get(v.ROUTE)), row.get(ROUTE.CODE), details, Dated.instant(since));
        return new Version(route, since, Objects.requireNonNull(row.get(UNTIL)));
    }
}
