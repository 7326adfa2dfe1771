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

    public UndertakingId plan(BodyId id, Draft draft, Actor by) {
        var body = guard.running(id, by);
        var part = draft.part();
        if (!guard.kind(body).has(part)) throw new RuleBroken("bodies.wrong.part");
        if (part.due() && draft.due() == null) throw new RuleBroken("bodies.needs-due");
        if (part.linked() && rules.links().stream().noneMatch(it -> it.key().equals(draft.link())))
            throw new RuleBroken("bodies.needs-link");
        var unit = draft.unit();
        if (unit == null ? !part.byItself() : !guard.belongs(unit, body, clock.instant()))
            throw new RuleBroken("bodies.not-a-member");
        if (part.measured() || part.sized() && draft.amount() != null) amount(draft.amount());
        if (part == Part.DEMAND && draft.amount() != null && draft.measure().isBlank())
            throw new RuleBroken("bodies.needs-measure");
        guard.mustStand(draft.place());
        if (!part.comesOf().isEmpty()) mustComeOf(draft, body);
        return insert(body, draft, clock.instant(), by);
    }

    private void mustComeOf(Draft draft, Body body) {
        if (draft.source() == null) throw new RuleBroken("bodies.needs-meeting");
        var source = undertakings.find(draft.source());
        if (!source.body().equals(body.id()) || !draft.part().comesOf().contains(source.part()) || source.dropped())
            throw new RuleBroken("bodies.needs-meeting");
    }

    private static BigDecimal amount(@Nullable BigDecimal amount) {
        if (amount == null || amount.signum() <= 0 || amount.compareTo(MOST) > 0 || amount.scale() > 2)
            throw new RuleBroken("bodies.wrong.amount");
        return amount;
    }

    /** The first review of a body, for kinds that look back. */
    void planReview(Body body, BodyRules.Kind kind, Instant from, Actor by) {
        planReview(body, kind, LocalDate.ofInstant(from, clock.getZone()), from, by);
    }

    /** The next after one that was settled, also before its day. */
    private void planNext(Undertaking review, Body body, Actor by) {
        var today = days.today();
        var after = review.due() == null || review.due().isBefore(today) ? today : review.due();
        planReview(body, guard.kind(body), after, clock.instant(), by);
    }

    private void planReview(Body body, BodyRules.Kind kind, LocalDate after, Instant from, Actor by) {
        var planned = undertakings.of(body.id(), clock.instant()).stream()
                .filter(it -> it.part() == Part.REVIEW)
                .map(Undertaking::due)
                .toList();
        kind.reviewAfter(after)
                .filter(it -> !planned.contains(it))
                .ifPresent(it ->
                        insert(body, new Draft(Part.REVIEW, kind.name().zh() + " " + it, body.lead(), it), from, by));
    }

    private UndertakingId insert(Body body, Draft draft, Instant from, Actor by) {
        var id = new UndertakingId(Objects.requireNonNull(db.insertInto(UNDERTAKING)
                .set(UNDERTAKING.BODY, body.id().number())
                .set(UNDERTAKING.PART, draft.part().key())
                .set(
                        UNDERTAKING.SOURCE,
                        draft.source() == null ? null : draft.source().number())
                .returningResult(UNDERTAKING.NUMBER)
                .fetchSingle()
                .value1()));
        if (draft.measure().length() > LONGEST_MEASURE) throw new RuleBroken("bodies.wrong.measure", LONGEST_MEASURE);
        var unit = draft.unit();
        var part = draft.part();
        var v = UNDERTAKING_VERSION;
        db.insertInto(v)
                .set(v.UNDERTAKING, id.number())
                .set(v.TITLE, BodyGuard.words(draft.title(), LONGEST_TITLE, "bodies.wrong.title"))
                .set(v.UNIT, unit == null ? null : unit.number())
                .set(v.LINK, part.linked() ? draft.link() : null)
                .set(v.DUE, part.due() ? draft.due() : null)
                .set(v.AMOUNT, part.sized() ? draft.amount() : null)
                .set(v.PLACE, part == Part.MEETING ? draft.place() : null)
                .set(v.PRESENT, new Integer[0])
                .set(v.MEASURE, draft.measure().strip())
                .set(v.STATE, voted(part, body) ? "proposed" : "open")
                .set(v.RESULT, "")
                .set(v.VALID_FROM, from)
                .set(v.VALID_TO, Dated.FOREVER)
                .set(v.KNOWN_FROM, clock.instant())
                .set(v.KNOWN_TO, Dated.FOREVER)
                .execute();
        var due = draft.due() == null ? null : days.startOf(draft.due());
        record(body, new BodyFact.Planned(body.id(), body.lead(), id, part, draft.link(), due), by);
        return id;
    }

    private boolean voted(Part part, Body body) {
        return part == Part.RESOLUTION && guard.kind(body).vote() != null;
    }

    /** A proposal that was voted: passed it is carried out, refused it is settled. */
    void decide(Undertaking it, boolean passed, LocalDate day, Map<Field<?>, Object> votes) {
        var changes = new HashMap<Field<?>, Object>(votes);
        changes.put(UNDERTAKING_VERSION.STATE, passed ? "open" : "dropped");
        if (!passed) changes.put(UNDERTAKING_VERSION.DONE_ON, day);
        change(it.id(), changes, clock.instant());
    }

    /** What was written of it reads otherwise from now on; what it was stays readable. */
    void rewrite(Undertaking it, String result, String reason) {
        Map<Field<?>, Object> changes =
                Map.of(UNDERTAKING_VERSION.RESULT, written(result), UNDERTAKING_VERSION.REASON, reason);
        change(it.id(), changes, clock.instant());
    }

    /** Finished on that day; a review is followed by the next. */
    public void finish(UndertakingId id, LocalDate day, String result, Actor by) {
        var it = open(id, by);
        if (it.proposed()) throw new RuleBroken("bodies.needs-vote");
        switch (it.part()) {
            case PLEDGE -> throw new RuleBroken("bodies.pledge-is-given");
            case MEETING -> throw new RuleBroken("bodies.meeting-is-held");
            case TOPIC -> {
                if (result.isBlank()) throw new RuleBroken("bodies.needs-decision");
            }
            case REVIEW -> {
                if (result.isBlank()) throw new RuleBroken("bodies.needs-findings");
            }
            case DEMAND -> {
                if (undertakings.answering(id).stream().noneMatch(Undertaking::done))
                    throw new RuleBroken("bodies.demand-unanswered");
            }
            default -> {}
        }
        settle(it, day, result, Map.of(), by);
    }

    /** @param more what else is known of it now */
    void settle(Undertaking it, LocalDate day, String result, Map<Field<?>, ?> more, Actor by) {
        if (day.isAfter(days.today())) throw new RuleBroken("bodies.done-tomorrow");
        close(it, Undertaking.State.DONE, day, result, more);
        var body = body(it);
        var inTime = it.due() == null || !day.isAfter(it.due());
        record(body, new BodyFact.Done(body.id(), body.lead(), it.id(), it.part(), it.link(), inTime), by);
        if (it.part() == Part.REVIEW && body.active()) planNext(it, body, by);
    }

    public void drop(UndertakingId id, String reason, Actor by) {
        var it = open(id, by);
        if (reason.isBlank()) throw new RuleBroken("bodies.needs-why");
        close(it, Undertaking.State.DROPPED, days.today(), reason, Map.of());
        var body = body(it);
        record(body, new BodyFact.Dropped(body.id(), body.lead(), id, it.part()), by);
        if (it.part() == Part.REVIEW && body.active()) planNext(it, body, by);
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
        close(it, Undertaking.State.DONE, days.today(), "", Map.of());
        var inTime = it.due() == null || !days.today().isAfter(it.due());
        record(body, new BodyFact.Done(body.id(), body.lead(), id, it.part(), null, inTime), by);
    }

    /** As it stands now, for whoever runs the body, and for whoever has it in hand. */
    Undertaking open(UndertakingId id, Actor by) {
        var it = undertakings.lock(id);
        var body = body(it);
        if (!BodyGuard.maySettle(it, body, by)) {
            BodyGuard.mustRun(by, body.lead());
            throw new RuleBroken("bodies.ended", body.name());
        }
        if (!it.open() && !it.proposed()) throw new RuleBroken("bodies.closed-already");
        return it;
    }

    private Body body(Undertaking it) {
        return book.must(it.body(), clock.instant());
    }

    private void close(Undertaking it, Undertaking.State state, LocalDate day, String result, Map<Field<?>, ?> more) {
        var v = UNDERTAKING_VERSION;
        var changes = new HashMap<Field<?>, Object>(more);
        changes.put(v.STATE, state.name().toLowerCase(Locale.ROOT));
        changes.put(v.DONE_ON, day);
        changes.put(v.RESULT, written(result));
        change(it.id(), changes, clock.instant());
    }

    private static String written(String result) {
        var words = result.strip();
        if (words.length() > LONGEST_RESULT) throw new RuleBroken("bodies.wrong.result", LONGEST_RESULT);
        return words;
    }

    /** Returns how much went to the heir. */
    int end(Body body, UnitId heir, Instant at, Actor by) {
        int handed = 0;
        for (var it : undertakings.openOf(body.id())) {
            if (it.part().outlives() && it.open()) {
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
