package lianxin.bodies;

import static lianxin.bodies.tables.PositionTable.POSITION;
import static lianxin.bodies.tables.UndertakingVersionTable.UNDERTAKING_VERSION;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.territory.Dated;
import lianxin.territory.Days;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens at a meeting of a joint body: which units were there, and what each side thinks of a topic. Topics and
 * resolutions themselves are undertakings that come of the meeting.
 */
@Service
@Transactional
public class Meetings {

    private static final int LONGEST_POSITION = 400;
    private static final int LONGEST_REASON = 200;
    private static final int FEWEST = 2;

    private final Undertakings undertakings;
    private final UndertakingBook book;
    private final BodyBook bodies;
    private final BodyGuard guard;
    private final Dated dated;
    private final Days days;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Meetings(
            Undertakings undertakings,
            UndertakingBook book,
            BodyBook bodies,
            BodyGuard guard,
            Dated dated,
            Days days,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.undertakings = undertakings;
        this.book = book;
        this.bodies = bodies;
        this.guard = guard;
        this.dated = dated;
        this.days = days;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** What a unit thinks of a topic. */
    record Position(UndertakingId topic, UnitId unit, String words) {}

    /**
     * It was held on that day.
     *
     * @param present units that led the body or sat in it on that day, two at least
     */
    public void hold(UndertakingId id, LocalDate day, Collection<UnitId> present, String minutes, Actor by) {
        var it = undertakings.open(id, by);
        if (it.part() != Part.MEETING) throw new RuleBroken("bodies.wrong.part");
        if (day.isAfter(days.today())) throw new RuleBroken("bodies.done-tomorrow");
        var then = bodies.find(it.body(), days.endOf(day)).orElseThrow(() -> new RuleBroken("bodies.too-early"));
        var there = new TreeSet<Integer>();
        for (var unit : present) {
            if (!guard.belongs(unit, then, days.endOf(day))) throw new RuleBroken("bodies.not-a-member");
            there.add(unit.number());
        }
        if (there.size() < FEWEST) throw new RuleBroken("bodies.needs-present", FEWEST);
        var column = UNDERTAKING_VERSION.PRESENT;
        undertakings.settle(it, day, minutes, Map.of(column, there.toArray(Integer[]::new)), by);
        var body = bodies.must(it.body(), clock.instant());
        var facts = new ArrayList<Journal.Told>();
        for (var unit : there) {
            var fact = new BodyFact.Attended(body.id(), body.lead(), id, new UnitId(unit));
            facts.add(new Journal.Told(fact, clock.instant()));
        }
        journal.recordAll(facts, body.area().ref(), by.ref());
    }

    /** What was written stays readable beside what is written now, and why. */
    public void correct(UndertakingId meeting, String minutes, String reason, Actor by) {
        var it = book.lock(meeting);
        var body = guard.running(it.body(), by);
        if (it.part() != Part.MEETING || !it.done()) throw new RuleBroken("bodies.not-held");
        if (it.result().equals(minutes.strip())) throw new RuleBroken("bodies.same-minutes");
        undertakings.rewrite(it, minutes, BodyGuard.words(reason, LONGEST_REASON, "bodies.wrong.reason"));
        var fact = new BodyFact.MinutesCorrected(body.id(), body.lead(), meeting);
        journal.record(fact, body.area().ref(), by.ref(), clock.instant());
    }

    /** By whoever runs the body, and for its own unit by whoever runs that; until the topic is decided. */
    public void state(UndertakingId topic, UnitId unit, String words, Actor by) {
        var it = book.lock(topic);
        var body = bodies.must(it.body(), clock.instant());
        if (!BodyGuard.mayRun(by, unit)) BodyGuard.mustRun(by, body.lead());
        if (it.part() != Part.TOPIC) throw new RuleBroken("bodies.wrong.part");
        if (!it.open()) throw new RuleBroken("bodies.closed-already");
        if (!guard.belongs(unit, body, clock.instant())) throw new RuleBroken("bodies.not-a-member");
        put(topic, unit, BodyGuard.words(words, LONGEST_POSITION, "bodies.wrong.position"));
        var fact = new BodyFact.PositionStated(body.id(), body.lead(), topic, unit);
        journal.record(fact, body.area().ref(), by.ref(), clock.instant());
    }

    private void put(UndertakingId topic, UnitId unit, String words) {
        var now = clock.instant();
        var mine = POSITION.TOPIC.eq(topic.number()).and(POSITION.UNIT.eq(unit.number()));
        if (db.fetchExists(POSITION, mine, POSITION.KNOWN_TO.eq(Dated.FOREVER))) {
            dated.changeAll(POSITION, mine, Map.of(POSITION.WORDS, words), now, now);
            return;
        }
        db.insertInto(POSITION)
                .set(POSITION.TOPIC, topic.number())
                .set(POSITION.UNIT, unit.number())
                .set(POSITION.WORDS, words)
                .set(POSITION.VALID_FROM, now)
                .set(POSITION.VALID_TO, Dated.FOREVER)
                .set(POSITION.KNOWN_FROM, now)
                .set(POSITION.KNOWN_TO, Dated.FOREVER)
                .execute();
    }

    /** As each side stated it last by then. */
    List<Position> positions(Collection<UndertakingId> topics, Instant at) {
        return db.select(POSITION.TOPIC, POSITION.UNIT, POSITION.WORDS)
                .from(POSITION)
                .where(POSITION.TOPIC.in(
                        topics.stream().map(UndertakingId::number).toList()))
                .and(Dated.validAndKnownNow(POSITION.VALID_FROM, POSITION.VALID_TO, POSITION.KNOWN_TO, at))
                .orderBy(POSITION.ID)
                .fetch(it -> new Position(new UndertakingId(it.value1()), new UnitId(it.value2()), it.value3()));
    }
}
