package lianxin.routes;

import static lianxin.routes.tables.RouteTable.ROUTE;
import static lianxin.routes.tables.RouteVersionTable.ROUTE_VERSION;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.playbook.Label;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Dated;
import lianxin.territory.PosterCode;
import lianxin.territory.Responsibilities;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of routes. Whoever organizes the unit that answers for the route's area may do it; what was so before stays
 * known. Where the playbook counts each stop once, no two routes of a kind ever share one, on no day.
 */
@Service
@Transactional
public class Routes {
    private final RouteBook book;
    private final RouteChecks checks;
    private final RouteHistory history;
    private final RouteRules rules;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Dated dated;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Routes(
            RouteBook book,
            RouteChecks checks,
            RouteHistory history,
            RouteRules rules,
            Areas areas,
            Responsibilities responsibilities,
            Dated dated,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.book = book;
        this.checks = checks;
        this.history = history;
        this.rules = rules;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.dated = dated;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** What kinds there are whose stops may be areas of this level, by their keys, in the order of the playbook. */
    public SequencedMap<String, Label> kindsOver(String level) {
        var kinds = new LinkedHashMap<String, Label>();
        for (var it : rules.kinds()) if (it.stops().areas().contains(level)) kinds.put(it.key(), it.name());
        return kinds;
    }

    /** Kinds whose stops may be places of this type. */
    public SequencedMap<String, Label> kindsOfPlaces(String type) {
        var kinds = new LinkedHashMap<String, Label>();
        for (var it : rules.kinds()) if (it.stops().places().contains(type)) kinds.put(it.key(), it.name());
        return kinds;
    }

    /** The keys of the colors. */
    public List<String> colors() {
        return rules.colors().stream().map(RouteRules.Color::key).toList();
    }

    public RouteId open(RouteDetails details, Instant from, String reason, Actor by) {
        var unit = allowed(details.area(), from, by);
        book.raise();
        checks.must(details, from);
        var id = new RouteId(Objects.requireNonNull(db.insertInto(ROUTE)
                .set(ROUTE.CODE, PosterCode.some(1, this::given).iterator().next())
                .returningResult(ROUTE.NUMBER)
                .fetchSingle()
                .value1()));
        var v = ROUTE_VERSION;
        db.insertInto(v)
                .set(columns(details, reason(reason)))
                .set(v.ROUTE, id.number())
                .set(v.KIND, details.kind())
                .set(v.GENERATED, details.generated())
                .set(v.VALID_FROM, from)
                .set(v.VALID_TO, Dated.FOREVER)
                .set(v.KNOWN_FROM, clock.instant())
                .set(v.KNOWN_TO, Dated.FOREVER)
                .execute();
        checks.mustCountOnce(id);
        var stops = details.stops().size();
        record(new RouteFact.Opened(id, unit, details.kind(), stops, from), details.area(), by);
        return id;
    }

    /** From a day on it is so: another name, color, order or other stops; of what kind it is stays. */
    public void change(RouteId id, RouteDetails details, Instant from, String reason, Actor by) {
        var was = standing(id);
        allowed(was.details().area(), from, by);
        var unit = allowed(details.area(), from, by);
        book.raise();
        if (!details.kind().equals(was.kind())) throw new RuleBroken("routes.wrong.other-kind");
        checks.must(details, from);
        dated.change(
                ROUTE_VERSION,
                ROUTE_VERSION.ROUTE.eq(id.number()),
                columns(details, reason(reason)),
                from,
                clock.instant());
        checks.mustCountOnce(id);
        var stops = details.stops().size();
        record(new RouteFact.Changed(id, unit, details.kind(), stops, from), details.area(), by);
    }

    /** Nobody is led along it any more; the code on its guide leads nowhere from then on. */
    public void retire(RouteId id, Instant at, Actor by) {
        var was = standing(id);
        var unit = allowed(was.details().area(), at, by);
        book.raise();
        dated.end(ROUTE_VERSION, ROUTE_VERSION.ROUTE.eq(id.number()), at, clock.instant());
        record(new RouteFact.Retired(id, unit, was.kind(), at), was.details().area(), by);
    }

    /** The last change was a mistake: the route is as it was known to be before it; once, and not beyond its opening. */
    public void takeBack(RouteId id, Actor by) {
        var was = book.versions().stream()
                .filter(it -> it.route().id().equals(id))
                .reduce((one, later) -> later)
                .orElseThrow(() -> new NotFound(id.ref()))
                .route();
        var now = clock.instant();
        var unit = allowed(was.details().area(), now, by);
        book.raise();
        var before = history.beforeLast(id);
        if (before == null) throw new RuleBroken("routes.wrong.nothing-back");
        dated.restore(ROUTE_VERSION, ROUTE_VERSION.ROUTE.eq(id.number()), before, now);
        checks.mustCountOnce(id);
        record(new RouteFact.TakenBack(id, unit, was.kind()), was.details().area(), by);
    }

    /** Which of these codes stand on a guide already. */
    private Set<String> given(Set<String> drawn) {
        return db.select(ROUTE.CODE).from(ROUTE).where(ROUTE.CODE.in(drawn)).fetchSet(ROUTE.CODE);
    }

    private Route standing(RouteId id) {
        return book.standing(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    private UnitId allowed(AreaId area, Instant at, Actor by) {
        if (areas.on(area, at).isEmpty()) throw new RuleBroken("places.wrong.area", area.toString());
        var unit = responsibilities.responsible(area, "", at);
        by.must(May.MANAGE_UNITS, unit);
        return unit;
    }

    private static String reason(String said) {
        var reason = said.strip();
        if (reason.isEmpty() || reason.length() > RouteChecks.LONGEST_REASON)
            throw new RuleBroken("routes.wrong.reason", RouteChecks.LONGEST_REASON);
        return reason;
    }

    private static Map<Field<?>, Object> columns(RouteDetails it, String reason) {
        var v = ROUTE_VERSION;
        return Map.of(
                v.NAME, it.name(),
                v.COLOR, it.color(),
                v.AREA, it.area().number(),
                v.WORDS, it.words(),
                v.STOPS, RouteStop.written(it.stops()),
                v.REASON, reason);
    }

    private void record(RouteFact fact, AreaId where, Actor by) {
        journal.record(fact, where.ref(), by.ref(), clock.instant());
    }
}
