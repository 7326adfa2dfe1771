package lianxin.bodies;

import static lianxin.bodies.tables.FulfilmentTable.FULFILMENT;
import static lianxin.bodies.tables.UndertakingTable.UNDERTAKING;
import static lianxin.bodies.tables.UndertakingVersionTable.UNDERTAKING_VERSION;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.territory.Dated;
import lianxin.territory.Days;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of what joint bodies have agreed: plan, give a pledge, finish, drop, and hand over when a body ends. */
@Service
@Transactional
public class Undertakings {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_RESULT = 400;
    private static final int LONGEST_MEASURE = 20;
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    /** What goes to the heir when a body ends; the rest was the affair of the body and ends with it. */
    private static final Set<Part> HANDED_OVER = Set.of(Part.TASK, Part.PROJECT);

    private final UndertakingBook undertakings;
    private final BodyBook book;
    private final BodyGuard guard;
    private final BodyRules rules;
    private final Dated dated;
    private final Days days;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Undertakings(
            UndertakingBook undertakings,
            BodyBook book,
            BodyGuard guard,
            BodyRules rules,
            Dated dated,
            Days days,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.undertakings = undertakings;
        this.book = book;
        this.guard = guard;
        this.rules = rules;
        this.dated = dated;
        this.days = days;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Something as somebody wants it agreed.
     *
     * @param unit the lead or a member that has it in hand; null for the body itself
     * @param link in which of the links a joint action stands
     * @param amount how much is pledged, of the measure
     */
    public record Draft(
            Part part,
            String title,
            @Nullable UnitId unit,
            @Nullable String link,
            @Nullable LocalDate due,
            @Nullable BigDecimal amount,
            String measure) {

        public Draft(Part part, String title, @Nullable UnitId unit, @Nullable LocalDate due) {
            this(part, title, unit, null, due, null, "");
        }

        public static Draft action(String title, UnitId unit, String link, LocalDate day) {
            return new Draft(Part.ACTION, title, unit, link, day, null, "");
        }

        public static Draft pledge(String title, UnitId unit, LocalDate until, BigDecimal amount, String measure) {
            return new Draft(Part.PLEDGE, title, unit, null, until, amount, measure);
        }
    }

    public UndertakingId plan(BodyId id, Draft draft, Actor by) {
        var body = guard.running(id, by);
        var kind = guard.kind(body);
        if (!kind.has(draft.part)) throw new RuleBroken("bodies.wrong.part");
        if (draft.part.due() && draft.due == null) throw new RuleBroken("bodies.needs-due");
        if (draft.part == Part.ACTION
                && rules.links().stream().noneMatch(it -> it.key().equals(draft.link)))
            throw new RuleBroken("bodies.needs-link");
        var unit = draft.unit;
        if (unit == null ? draft.part != Part.TASK && draft.part != Part.REVIEW : stranger(body, unit))
            throw new RuleBroken("bodies.not-a-member");
        if (draft.part == Part.PLEDGE) amount(draft.amount);
        return insert(body, draft, clock.instant(), by);
    }

    private boolean stranger(Body body, UnitId unit) {
        return !unit.equals(body.lead())
                && book.members(body.id(), clock.instant()).stream()
                        .noneMatch(it -> it.unit().equals(unit));
    }

    private static BigDecimal amount(@Nullable BigDecimal amount) {
        if (amount == null || amount.signum() <= 0 || amount.compareTo(MOST) > 0 || amount.scale() > 2)
            throw new RuleBroken("bodies.wrong.amount");
        return amount;
    }

    /** The day on which the body looks back next, for kinds that do. */
    void planReview(Body body, BodyRules.Kind kind, Instant from, Actor by) {
        var today = LocalDate.ofInstant(from, clock.getZone());
        kind.reviewAfter(today)
                .ifPresent(it ->
                        insert(body, new Draft(Part.REVIEW, kind.name().zh() + " " + it, body.lead(), it), from, by));
    }

    private UndertakingId insert(Body body, Draft draft, Instant from, Actor by) {
        var id = new UndertakingId(Objects.requireNonNull(db.insertInto(UNDERTAKING)
                .set(UNDERTAKING.BODY, body.id().number())
                .set(UNDERTAKING.PART, draft.part.key())
                .returningResult(UNDERTAKING.NUMBER)
                .fetchSingle()
                .value1()));
        if (draft.measure.length() > LONGEST_MEASURE) throw new RuleBroken("bodies.wrong.measure", LONGEST_MEASURE);
        var unit = draft.unit;
        var v = UNDERTAKING_VERSION;
        db.insertInto(v)
                .set(v.UNDERTAKING, id.number())
                .set(v.TITLE, BodyGuard.words(draft.title, LONGEST_TITLE, "bodies.wrong.title"))
                .set(v.UNIT, unit == null ? null : unit.number())
                .set(v.LINK, draft.part == Part.ACTION ? draft.link : null)
                .set(v.DUE, draft.part.due() ? draft.due : null)
                .set(v.AMOUNT, draft.part == Part.PLEDGE ? draft.amount : null)
                .set(v.MEASURE, draft.measure.strip())
                .set(v.STATE, "open")
                .set(v.RESULT, "")
                .set(v.VALID_FROM, from)
                .set(v.VALID_TO, Dated.FOREVER)
                .set(v.KNOWN_FROM, clock.instant())
                .set(v.KNOWN_TO, Dated.FOREVER)
                .execute();
        var due = draft.due == null ? null : days.startOf(draft.due);
        record(body, new BodyFact.Planned(body.id(), body.lead(), id, draft.part, draft.link, due), by);
        return id;
    }

    /** Finished on that day; a review is followed by the next. */
    public void finish(UndertakingId id, LocalDate day, String result, Actor by) {
        var it = open(id, by);
        if (day.isAfter(days.today())) throw new RuleBroken("bodies.done-tomorrow");
        if (it.part() == Part.PLEDGE) throw new RuleBroken("bodies.pledge-is-given");
        close(it, Undertaking.State.DONE, day, result);
        var body = body(it);
        var inTime = it.due() == null || !day.isAfter(it.due());
        record(body, new BodyFact.Done(body.id(), body.lead(), id, it.part(), it.link(), inTime), by);
        if (it.part() == Part.REVIEW && body.active()) planReview(body, guard.kind(body), clock.instant(), by);
    }

    public void drop(UndertakingId id, String reason, Actor by) {
        var it = open(id, by);
        close(it, Undertaking.State.DROPPED, days.today(), reason);
        record(body(it), new BodyFact.Dropped(it.body(), body(it).lead(), id, it.part()), by);
    }

    /** So much of the pledge was given; given in full it is done. */
    public void give(UndertakingId id, BigDecimal amount, Actor by) {
        var it = open(id, by);
        if (it.part() != Part.PLEDGE || it.amount() == null || it.unit() == null)
            throw new RuleBroken("bodies.not-a-pledge");
        var now = clock.instant();
        db.insertInto(FULFILMENT)
                .set(FULFILMENT.UNDERTAKING, id.number())
                .set(FULFILMENT.AMOUNT, amount(amount))
                .set(FULFILMENT.GIVEN_AT, now)
                .set(FULFILMENT.KNOWN_FROM, now)
                .execute();
        var body = body(it);
        record(body, new BodyFact.Fulfilled(body.id(), body.lead(), id, it.unit(), amount), by);
        if (it.given().add(amount).compareTo(it.amount()) < 0) return;
        close(it, Undertaking.State.DONE, days.today(), "");
        var inTime = it.due() == null || !days.today().isAfter(it.due());
        record(body, new BodyFact.Done(body.id(), body.lead(), id, it.part(), null, inTime), by);
    }

    /** For whoever runs the body, and for whoever has it in hand. */
    private Undertaking open(UndertakingId id, Actor by) {
        var it = undertakings.lock(id);
        var body = body(it);
        if (it.unit() == null || !BodyGuard.mayRun(by, it.unit())) {
            BodyGuard.mustRun(by, body.lead());
            if (body.ended()) throw new RuleBroken("bodies.ended", body.name());
        }
        if (!it.open()) throw new RuleBroken("bodies.closed-already");
        return it;
    }

    private Body body(Undertaking it) {
        return book.must(it.body(), clock.instant());
    }

    private void close(Undertaking it, Undertaking.State state, LocalDate day, String result) {
        var v = UNDERTAKING_VERSION;
        var words = result.strip();
        if (words.length() > LONGEST_RESULT) throw new RuleBroken("bodies.wrong.result", LONGEST_RESULT);
        change(
                it.id(),
                Map.of(v.STATE, state.name().toLowerCase(Locale.ROOT), v.DONE_ON, day, v.RESULT, words),
                clock.instant());
    }

    /** Returns how much went to the heir. */
    int end(Body body, UnitId heir, Instant at, Actor by) {
        int handed = 0;
        for (var it : undertakings.openOf(body.id())) {
            if (HANDED_OVER.contains(it.part())) {
                change(it.id(), Map.of(UNDERTAKING_VERSION.UNIT, heir.number()), at);
                var fact = new BodyFact.HandedOver(body.id(), heir, it.id(), it.part());
                journal.record(fact, body.area().ref(), by.ref(), at);
                handed++;
            } else {
                change(it.id(), Map.of(UNDERTAKING_VERSION.STATE, "dropped"), at);
            }
        }
        return handed;
    }

    private void change(UndertakingId id, Map<Field<?>, ?> changes, Instant from) {
        dated.changeAll(
                UNDERTAKING_VERSION,
                UNDERTAKING_VERSION.UNDERTAKING.eq(id.number()),
                new HashMap<Field<?>, Object>(changes),
                from,
                clock.instant());
    }

    private void record(Body body, BodyFact fact, Actor by) {
        journal.record(fact, body.area().ref(), by.ref(), clock.instant());
    }
}
