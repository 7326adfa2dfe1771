package lianxin.bodies;

import static lianxin.bodies.tables.AnswerTable.ANSWER;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.territory.Dated;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which pledges and projects of a joint body are to meet which of its demands. */
@Service
@Transactional
public class Demands {

    private final UndertakingBook undertakings;
    private final BodyGuard guard;
    private final Dated dated;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Demands(UndertakingBook undertakings, BodyGuard guard, Dated dated, Journal journal, DSLContext db, Clock clock) {
        this.undertakings = undertakings;
        this.guard = guard;
        this.dated = dated;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** What answers a demand. */
    record Answer(UndertakingId demand, UndertakingId by) {}

    public void answer(UndertakingId demand, UndertakingId with, Actor by) {
        var it = undertakings.lock(demand);
        var body = guard.running(it.body(), by);
        var answer = undertakings.find(with);
        if (it.part() != Part.DEMAND
                || !answer.part().answers()
                || !answer.body().equals(it.body())) throw new RuleBroken("bodies.wrong.answer");
        if (!it.open() || answer.dropped()) throw new RuleBroken("bodies.closed-already");
        var now = clock.instant();
        if (of(List.of(demand), now).stream().anyMatch(one -> one.by.equals(with))) return;
        db.insertInto(ANSWER)
                .set(ANSWER.DEMAND, demand.number())
                .set(ANSWER.UNDERTAKING, with.number())
                .set(ANSWER.VALID_FROM, now)
                .set(ANSWER.VALID_TO, Dated.FOREVER)
                .set(ANSWER.KNOWN_FROM, now)
                .set(ANSWER.KNOWN_TO, Dated.FOREVER)
                .execute();
        record(body, new BodyFact.Answered(body.id(), body.lead(), demand, with), by);
    }

    public void answerNoMore(UndertakingId demand, UndertakingId with, Actor by) {
        var it = undertakings.lock(demand);
        var body = guard.running(it.body(), by);
        if (!it.open()) throw new RuleBroken("bodies.closed-already");
        var answer = ANSWER.DEMAND.eq(demand.number()).and(ANSWER.UNDERTAKING.eq(with.number()));
        var now = clock.instant();
        if (dated.endAll(ANSWER, answer, now, now) == 0) throw new NotFound("undertaking/" + with);
        record(body, new BodyFact.AnsweredNoMore(body.id(), body.lead(), demand, with), by);
    }

    List<Answer> of(Collection<UndertakingId> demands, Instant at) {
        return db.select(ANSWER.DEMAND, ANSWER.UNDERTAKING)
                .from(ANSWER)
                .where(ANSWER.DEMAND.in(
                        demands.stream().map(UndertakingId::number).toList()))
                .and(Dated.validAndKnownNow(ANSWER.VALID_FROM, ANSWER.VALID_TO, ANSWER.KNOWN_TO, at))
                .orderBy(ANSWER.ID)
                .fetch(it -> new Answer(new UndertakingId(it.value1()), new UndertakingId(it.value2())));
    }

    private void record(Body body, BodyFact fact, Actor by) {
        journal.record(fact, body.area().ref(), by.ref(), clock.instant());
    }
}
