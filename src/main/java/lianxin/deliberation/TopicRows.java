package lianxin.deliberation;

import static lianxin.deliberation.tables.LinkTable.LINK;
import static lianxin.deliberation.tables.OpinionTable.OPINION;
import static lianxin.deliberation.tables.TopicTable.TOPIC;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lianxin.organization.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Topics, the opinions they came from, and the chain of what became of them. */
@Repository
class TopicRows {

    private static final Field<Integer> OPINIONS =
            field(selectCount().from(OPINION).where(OPINION.TOPIC.eq(TOPIC.NUMBER)));

    private final DSLContext db;

    TopicRows(DSLContext db) {
        this.db = db;
    }

    TopicId propose(
            String title,
            String reason,
            UnitId proposer,
            UnitId decider,
            Collection<UUID> cases,
            String by,
            Instant now) {
        var number = Objects.requireNonNull(db.insertInto(TOPIC)
                .set(TOPIC.TITLE, title)
                .set(TOPIC.REASON, reason)
                .set(TOPIC.STATE, Topic.State.proposed.name())
                .set(TOPIC.PROPOSER, proposer.number())
                .set(TOPIC.PROPOSED_BY, by)
                .set(TOPIC.PROPOSED_AT, now)
                .set(TOPIC.DECIDER, decider.number())
                .set(TOPIC.ANSWER, "")
                .set(TOPIC.OUTCOME, "")
                .returningResult(TOPIC.NUMBER)
                .fetchSingle()
                .value1());
        var rows = db.insertInto(OPINION, OPINION.TOPIC, OPINION.CASE_ID);
        for (var it : cases) rows = rows.values(number, it);
        rows.execute();
        return new TopicId(number);
    }

    void adopt(TopicId id, UnitId responsible, LocalDate due, String answer, Instant now) {
        db.update(TOPIC)
                .set(TOPIC.STATE, Topic.State.adopted.name())
                .set(TOPIC.RESPONSIBLE, responsible.number())
                .set(TOPIC.DUE, due)
                .set(TOPIC.ANSWER, answer)
                .set(TOPIC.DECIDED_AT, now)
                .where(TOPIC.NUMBER.eq(id.number()))
                .execute();
    }

    void refuse(TopicId id, String answer, Instant now) {
        db.update(TOPIC)
                .set(TOPIC.STATE, Topic.State.refused.name())
                .set(TOPIC.ANSWER, answer)
                .set(TOPIC.DECIDED_AT, now)
                .where(TOPIC.NUMBER.eq(id.number()))
                .execute();
    }

    void end(TopicId id, boolean done, String outcome, Instant now) {
        db.update(TOPIC)
                .set(TOPIC.STATE, (done ? Topic.State.done : Topic.State.dropped).name())
                .set(TOPIC.OUTCOME, outcome)
                .set(TOPIC.ENDED_AT, now)
                .where(TOPIC.NUMBER.eq(id.number()))
                .execute();
    }

    int add(TopicId id, Topics.NewLink link, Instant now) {
        return Objects.requireNonNull(db.insertInto(LINK)
                .set(LINK.TOPIC, id.number())
                .set(LINK.KIND, link.kind().name())
                .set(LINK.CAME_FROM, link.cameFrom())
                .set(LINK.TITLE, link.title())
                .set(LINK.UNIT, link.unit().number())
                .set(LINK.DUE, link.due())
                .set(LINK.STATE, Link.State.open.name())
                .set(LINK.TARGET, link.target())
                .set(LINK.ADDED_AT, now)
                .returningResult(LINK.NUMBER)
                .fetchSingle()
                .value1());
    }

    void endLink(int number, boolean done) {
        db.update(LINK)
                .set(LINK.STATE, (done ? Link.State.done : Link.State.dropped).name())
                .where(LINK.NUMBER.eq(number))
                .execute();
    }

    /** What a unit has in hand goes to its heir. */
    void handOver(UnitId from, UnitId to) {
        for (var end : List.of(TOPIC.PROPOSER, TOPIC.DECIDER, TOPIC.RESPONSIBLE))
            db.update(TOPIC)
                    .set(end, to.number())
                    .where(end.eq(from.number()), inHand())
                    .execute();
        db.update(LINK)
                .set(LINK.UNIT, to.number())
                .where(LINK.UNIT.eq(from.number()), LINK.STATE.eq(Link.State.open.name()))
                .execute();
    }

    private static Condition inHand() {
        return TOPIC.STATE.in(Topic.State.proposed.name(), Topic.State.adopted.name());
    }

    List<Topic> inHandOf(UnitId unit) {
        return topics(inHand().and(TOPIC.RESPONSIBLE
                .eq(unit.number())
                .or(TOPIC.PROPOSER.eq(unit.number()))
                .or(TOPIC.DECIDER.eq(unit.number()))));
    }

    /** Nobody else changes it meanwhile. */
    Optional<Topic> locked(TopicId id) {
        db.select(TOPIC.NUMBER)
                .from(TOPIC)
                .where(TOPIC.NUMBER.eq(id.number()))
                .forUpdate()
                .fetch();
        return find(id);
    }

    Optional<Topic> find(TopicId id) {
        return topics(TOPIC.NUMBER.eq(id.number())).stream().findFirst();
    }

    List<Topic> publicOnes() {
        return topics(TOPIC.RESPONSIBLE.isNotNull());
    }

    /** Those that concern one of these units. */
    List<Topic> ofUnits(Collection<Integer> units) {
        return topics(TOPIC.PROPOSER.in(units).or(TOPIC.DECIDER.in(units)).or(TOPIC.RESPONSIBLE.in(units)));
    }

    private List<Topic> topics(Condition which) {
        return db.select(TOPIC.asterisk(), OPINIONS)
                .from(TOPIC)
                .where(which)
                .orderBy(TOPIC.PROPOSED_AT.desc(), TOPIC.NUMBER.desc())
                .limit(200)
                .fetch(TopicRows::topic);
    }

    List<UUID> opinions(TopicId id) {
        return db.select(OPINION.CASE_ID)
                .from(OPINION)
                .where(OPINION.TOPIC.eq(id.number()))
                .fetch(OPINION.CASE_ID);
    }

    List<Link> links(TopicId id) {
        return db.selectFrom(LINK)
                .where(LINK.TOPIC.eq(id.number()))
                .orderBy(LINK.NUMBER)
                .fetch(it -> new Link(
                        it.get(LINK.NUMBER),
                        Link.Kind.valueOf(it.get(LINK.KIND)),
                        it.get(LINK.CAME_FROM),
                        it.get(LINK.TITLE),
                        new UnitId(it.get(LINK.UNIT)),
                        it.get(LINK.DUE),
                        Link.State.valueOf(it.get(LINK.STATE)),
                        it.get(LINK.TARGET)));
    }

    private static Topic topic(Record it) {
        var responsible = it.get(TOPIC.RESPONSIBLE);
        return new Topic(
                new TopicId(it.get(TOPIC.NUMBER)),
                it.get(TOPIC.TITLE),
                it.get(TOPIC.REASON),
                Topic.State.valueOf(it.get(TOPIC.STATE)),
                new UnitId(it.get(TOPIC.PROPOSER)),
                it.get(TOPIC.PROPOSED_BY),
                it.get(TOPIC.PROPOSED_AT),
                new UnitId(it.get(TOPIC.DECIDER)),
                it.get(TOPIC.ANSWER),
                it.get(TOPIC.DECIDED_AT),
                responsible == null ? null : new UnitId(responsible),
                it.get(TOPIC.DUE),
                it.get(TOPIC.OUTCOME),
                it.get(TOPIC.ENDED_AT),
                it.get(OPINIONS));
    }
}
