package lianxin.bodies;

import static lianxin.bodies.tables.BodyTable.BODY;
import static lianxin.bodies.tables.BodyVersionTable.BODY_VERSION;
import static lianxin.bodies.tables.SeatTable.SEAT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lianxin.bodies.BodyRules.Ends;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Dated;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of joint bodies: found, approve, admit, leave, change the lead, agree and share. Each holds from a day that may
 * lie in the past or in the future; what was known before stays readable.
 */
@Service
@Transactional
public class Bodies {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_REASON = 200;

    private final BodyBook book;
    private final BodyGuard guard;
    private final BodyRules rules;
    private final Endings endings;
    private final Undertakings undertakings;
    private final Trees trees;
    private final Areas areas;
    private final Dated dated;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Bodies(
            BodyBook book,
            BodyGuard guard,
            BodyRules rules,
            Endings endings,
            Undertakings undertakings,
            Trees trees,
            Areas areas,
            Dated dated,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.book = book;
        this.guard = guard;
        this.rules = rules;
        this.endings = endings;
        this.undertakings = undertakings;
        this.trees = trees;
        this.areas = areas;
        this.dated = dated;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /**
     * A body as somebody wants it founded.
     *
     * @param mode for kinds that have modes
     * @param endsOn the first day on which it is no more, for kinds that end
     * @param heir who then takes over what it still has in hand
     */
    public record Charter(
            String kind,
            String name,
            UnitId lead,
            AreaId area,
            @Nullable Integer place,
            @Nullable String mode,
            String agreement,
            @Nullable LocalDate endsOn,
            @Nullable UnitId heir) {

        public Charter(String kind, String name, UnitId lead, AreaId area) {
            this(kind, name, lead, area, null, null, "", null, null);
        }
    }

    /** Whether the town has bodies of this kind. */
    public boolean hasKind(String kind) {
        return rules.kinds().stream().anyMatch(it -> it.key().equals(kind));
    }

    public BodyId found(Charter charter, Instant from, String reason, Actor by) {
        by.must(May.MANAGE_UNITS, charter.lead);
        var kind = rules.kind(charter.kind);
        guard.mustLive(charter.lead, from);
        var area = areas.find(charter.area, from);
        guard.mustStand(charter.place);
        if (!kind.standsOn(area.kind())) throw new RuleBroken("bodies.wrong.level", area.name(), kind.name());
        if (kind.onePerArea() && book.ofKindOn(kind.key(), charter.area, from).isPresent())
            throw new RuleBroken("bodies.one-per-area");
        if (kind.modes() != (charter.mode != null)
                || (charter.mode != null
                        && rules.modes().stream().noneMatch(it -> it.key().equals(charter.mode))))
            throw new RuleBroken("bodies.wrong.mode");
        if (kind.ending() == Ends.MUST && charter.endsOn == null) throw new RuleBroken("bodies.needs-end");
        if (kind.ending() == Ends.NEVER && charter.endsOn != null) throw new RuleBroken("bodies.never-ends");
        var status = kind.approval() ? BodyStatus.APPLIED : BodyStatus.ACTIVE;
        var id = new BodyId(Objects.requireNonNull(db.insertInto(BODY)
                .set(BODY.KIND, kind.key())
                .returningResult(BODY.NUMBER)
                .fetchSingle()
                .value1()));
        insert(id, charter, status, reason(reason), from);
        record(new BodyFact.Founded(id, charter.lead, kind.key(), status, charter.mode, from), charter.area, by);
        if (charter.endsOn != null)
            endings.plan(
                    book.must(id, from), endings.dayOf(charter.endsOn, from), endings.heir(charter.heir), reason, by);
        if (status == BodyStatus.ACTIVE) undertakings.planReview(book.must(id, from), kind, from, by);
        return id;
    }

    private void insert(BodyId id, Charter charter, BodyStatus status, String reason, Instant from) {
        var v = BODY_VERSION;
        db.insertInto(v)
                .set(v.BODY, id.number())
                .set(v.NAME, BodyGuard.words(charter.name, LONGEST_NAME, "bodies.wrong.name"))
                .set(v.STATUS, status.key())
                .set(v.LEAD, charter.lead.number())
                .set(v.AREA, charter.area.number())
                .set(v.PLACE, charter.place)
                .set(v.MODE, charter.mode)
                .set(v.AGREEMENT, text(charter.agreement))
                .set(v.PLAN, "")
                .set(v.SHARED, new String[0])
                .set(v.REASON, reason)
                .set(v.VALID_FROM, from)
                .set(v.VALID_TO, Dated.FOREVER)
                .set(v.KNOWN_FROM, clock.instant())
                .set(v.KNOWN_TO, Dated.FOREVER)
                .execute();
    }

    /** By whoever organizes the unit above the lead. */
    public void approve(BodyId id, Instant from, String reason, Actor by) {
        var body = book.must(id, from);
        by.must(May.MANAGE_UNITS, trees.at(from).above(body.lead()));
        move(body, BodyStatus.APPLIED, BodyStatus.APPROVED, from, reason, by);
    }

    /** What was approved goes to work. */
    public void activate(BodyId id, Instant from, String reason, Actor by) {
        var body = guard.managed(id, from, by);
        move(body, BodyStatus.APPROVED, BodyStatus.ACTIVE, from, reason, by);
        undertakings.planReview(body, guard.kind(body), from, by);
    }

    private void move(Body body, BodyStatus was, BodyStatus is, Instant from, String reason, Actor by) {
        if (body.status() != was) throw new RuleBroken("bodies.wrong.status", body.name());
        var now = BODY_VERSION.BODY.eq(body.id().number()).and(BODY_VERSION.STATUS.eq(was.key()));
        var changes = Map.of(BODY_VERSION.STATUS, is.key(), BODY_VERSION.REASON, reason(reason));
        dated.changeAll(BODY_VERSION, now, changes, from, clock.instant());
        record(new BodyFact.StatusChanged(body.id(), body.lead(), is, from), body.area(), by);
    }

    /** A unit takes a seat; units that stand outside the town's tree only one for guests. */
    public void admit(BodyId id, UnitId unit, String seatKey, Instant from, String reason, Actor by) {
        var body = guard.managed(id, from, by);
        var seat = guard.kind(body).seat(seatKey);
        guard.mustLive(unit, from);
        var members = book.members(id, from);
        if (unit.equals(body.lead())
                || members.stream().anyMatch(it -> it.unit().equals(unit))) throw new RuleBroken("bodies.seated");
        if (guard.outside(unit, body.lead(), from) && !seat.guest()) throw new RuleBroken("bodies.stranger");
        seat(body, members, unit, seat, from, reason, by);
    }

    /** A partner that was just registered: it lives, sits nowhere, and stands where its seat wants it. */
    void admitNew(Body body, UnitId unit, BodyRules.Seat seat, Instant from, String reason, Actor by) {
        seat(body, book.members(body.id(), from), unit, seat, from, reason, by);
    }

    private void seat(
            Body body, List<Member> members, UnitId unit, BodyRules.Seat seat, Instant from, String reason, Actor by) {
        if (seat.most() != null
                && members.stream().filter(it -> it.seat().equals(seat.key())).count() >= seat.most())
            throw new RuleBroken("bodies.seats-taken", seat.most());
        db.insertInto(SEAT)
                .set(SEAT.BODY, body.id().number())
                .set(SEAT.UNIT, unit.number())
                .set(SEAT.KIND, seat.key())
                .set(SEAT.REASON, reason(reason))
                .set(SEAT.VALID_FROM, from)
                .set(SEAT.VALID_TO, Dated.FOREVER)
                .set(SEAT.KNOWN_FROM, clock.instant())
                .set(SEAT.KNOWN_TO, Dated.FOREVER)
                .execute();
        record(new BodyFact.Admitted(body.id(), body.lead(), unit, seat.key(), from), body.area(), by);
    }

    public void leave(BodyId id, UnitId unit, Instant at, Actor by) {
        var body = guard.managed(id, at, by);
        unseat(id, unit, at);
        record(new BodyFact.Left(id, body.lead(), unit, at), body.area(), by);
    }

    /** The old lead goes unless it is given a seat. */
    public void changeLead(BodyId id, UnitId to, Instant from, String reason, Actor by) {
        var body = guard.managed(id, from, by);
        by.must(May.MANAGE_UNITS, to);
        guard.mustLive(to, from);
        if (to.equals(body.lead())) throw new RuleBroken("bodies.seated");
        if (guard.outside(to, body.lead(), from)) throw new RuleBroken("bodies.stranger");
        if (book.members(id, from).stream().anyMatch(it -> it.unit().equals(to))) unseat(id, to, from);
        var changes = Map.of(BODY_VERSION.LEAD, to.number(), BODY_VERSION.REASON, reason(reason));
        dated.changeAll(BODY_VERSION, BODY_VERSION.BODY.eq(id.number()), changes, from, clock.instant());
        record(new BodyFact.LeadChanged(id, to, body.lead(), from), body.area(), by);
    }

    private void unseat(BodyId id, UnitId unit, Instant at) {
        var seat = SEAT.BODY.eq(id.number()).and(SEAT.UNIT.eq(unit.number()));
        if (dated.endAll(SEAT, seat, at, clock.instant()) == 0) throw new NotFound(unit.ref());
    }

    /**
     * Agreement and plan in words, and what of the body its members from outside may read.
     *
     * @param shared keys of lists; {@code plan} for agreement and plan
     */
    public void agree(BodyId id, String agreement, String plan, Set<String> shared, Actor by) {
        var body = guard.running(id, by);
        var kind = guard.kind(body);
        for (var key : shared)
            if (!key.equals(Body.PLAN)
                    && kind.parts().stream().noneMatch(it -> it.key().equals(key)))
                throw new RuleBroken("bodies.wrong.part");
        var now = clock.instant();
        var changes = Map.of(
                BODY_VERSION.AGREEMENT,
                text(agreement),
                BODY_VERSION.PLAN,
                text(plan),
                BODY_VERSION.SHARED,
                shared.stream().sorted().toArray(String[]::new));
        dated.changeAll(BODY_VERSION, BODY_VERSION.BODY.eq(id.number()), changes, now, now);
        record(new BodyFact.Agreed(id, body.lead(), shared.size()), body.area(), by);
    }

    /** It ends, at once or on that day, and what it still has in hand goes to the heir in the same transaction. */
    public void dissolve(BodyId id, UnitId heir, Instant at, String reason, Actor by) {
        var now = clock.instant();
        var body = guard.managed(id, at.isBefore(now) ? at : now, by);
        endings.plan(body, at, endings.heir(heir), reason(reason), by);
        if (!at.isAfter(now)) endings.carryOut(id, by);
    }

    private static String text(String typed) {
        var words = typed.strip();
        if (words.length() > LONGEST_TEXT) throw new RuleBroken("bodies.wrong.text", LONGEST_TEXT);
        return words;
    }

    private static String reason(String typed) {
        return BodyGuard.words(typed, LONGEST_REASON, "bodies.wrong.reason");
    }

    private void record(BodyFact fact, AreaId area, Actor by) {
        journal.record(fact, area.ref(), by.ref(), clock.instant());
    }
}
