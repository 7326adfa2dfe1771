package lianxin.places;

import static lianxin.places.tables.ClosureTable.CLOSURE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.territory.Dated;
import lianxin.territory.Days;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes the door of a place for some days, with a reason for whoever comes; the register itself does not change. */
@Service
public class Closures {
    private static final int LONGEST_REASON = 60;

    private final PlaceBook book;
    private final Keepers keepers;
    private final Dated dated;
    private final Days days;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Closures(PlaceBook book, Keepers keepers, Dated dated, Days days, Journal journal, DSLContext db, Clock clock) {
        this.book = book;
        this.keepers = keepers;
        this.dated = dated;
        this.days = days;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** Both days included. */
    @Transactional
    public void shut(PlaceId id, LocalDate first, LocalDate last, String reason, Actor by) {
        var place = keepers.kept(id, by);
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON)
            throw new RuleBroken("places.wrong.closure-reason", LONGEST_REASON);
        if (last.isBefore(first)) throw new RuleBroken("places.wrong.closure-days", last, first);
        if (last.isBefore(days.today())) throw new RuleBroken("places.wrong.closure-past", last);
        book.raise();
        var other = of(id).stream()
                .filter(it -> !it.first().isAfter(last) && !it.last().isBefore(first))
                .findFirst();
        if (other.isPresent())
            throw new RuleBroken(
                    "places.wrong.closure-twice",
                    other.get().first(),
                    other.get().last());
        var now = clock.instant();
        var from = days.startOf(first);
        var to = days.startOf(last.plusDays(1));
        var c = CLOSURE;
        db.insertInto(c, c.PLACE, c.REASON, c.VALID_FROM, c.VALID_TO, c.KNOWN_FROM, c.KNOWN_TO)
                .values(
                        DSL.val(id.number()),
                        DSL.val(why),
                        DSL.val(from, c.VALID_FROM),
                        DSL.val(to, c.VALID_TO),
                        DSL.val(now, c.KNOWN_FROM),
                        Dated.FOREVER)
                .execute();
        var fact = new PlaceFact.ShutFor(id, keepers.of(place), place.type(), from, to);
        journal.record(fact, place.area().ref(), by.ref(), now);
    }

    /** The door opens again before the day that was told; a closure still to come never happens. */
    @Transactional
    public void lift(PlaceId id, long closure, Actor by) {
        var place = keepers.kept(id, by);
        book.raise();
        var now = clock.instant();
        var c = CLOSURE;
        int ended = dated.endAll(c, c.ID.eq(closure).and(c.PLACE.eq(id.number())), now, now);
        if (ended == 0) throw new NotFound(id.ref());
        journal.record(
                new PlaceFact.OpenAgain(id, keepers.of(place), place.type(), now),
                place.area().ref(),
                by.ref(),
                now);
    }

    /** Of one place, today's and later ones, the earliest first. */
    List<Closure> of(PlaceId id) {
        return standing(CLOSURE.PLACE.eq(id.number())).getOrDefault(id.number(), List.of());
    }

    /** Of all places by their numbers. */
    Map<Integer, List<Closure>> standing() {
        return standing(DSL.noCondition());
    }

    private Map<Integer, List<Closure>> standing(Condition which) {
        var c = CLOSURE;
        return db
                .select(c.ID, c.PLACE, c.REASON, c.VALID_FROM, c.VALID_TO)
                .from(c)
                .where(which, c.KNOWN_TO.eq(Dated.FOREVER), c.VALID_TO.gt(clock.instant()))
                .orderBy(c.PLACE, c.VALID_FROM)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        it -> Objects.requireNonNull(it.value2()),
                        Collectors.mapping(
                                it -> new Closure(
                                        it.value1(),
                                        day(it.value4()),
                                        day(it.value5().minusMillis(1)),
                                        it.value3()),
                                Collectors.toList())));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
