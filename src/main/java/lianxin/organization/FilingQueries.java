package lianxin.organization;

import static lianxin.organization.tables.PersonTable.PERSON;
import static lianxin.organization.tables.PostFilingTable.POST_FILING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lianxin.organization.Filings.Action;
import lianxin.organization.Filings.State;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was proposed for posts, waiting and decided. */
@Component
class FilingQueries {

    private static final int SHOWN = 100;

    private final DSLContext sql;

    FilingQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param startsAt when somebody is to take the post; null when the holder is to leave
     * @param answer why it was returned
     */
    record Proposal(
            FilingId id,
            Action action,
            @Nullable PostId post,
            PersonId person,
            String name,
            UnitId unit,
            String role,
            String duty,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            String reason,
            UnitId reviewer,
            @Nullable PersonId proposedBy,
            Instant proposedAt,
            Instant reviewUntil,
            State state,
            @Nullable Instant decidedAt,
            @Nullable String number,
            @Nullable String answer) {

        boolean waits() {
            return state == State.PROPOSED;
        }
    }

    /** Two who decide at once: the second finds it decided. */
    Optional<Proposal> locked(FilingId id) {
        return sql.select(POST_FILING.asterisk(), PERSON.NAME)
                .from(POST_FILING)
                .join(PERSON)
                .on(PERSON.ID.eq(POST_FILING.PERSON))
                .where(POST_FILING.ID.eq(id.id()))
                .forUpdate()
                .of(POST_FILING)
                .fetchOptional(FilingQueries::proposal);
    }

    boolean waiting(UnitId unit, String role, PersonId person, Action action) {
        return sql.fetchExists(
                POST_FILING,
                POST_FILING.UNIT.eq(unit.number()),
                POST_FILING.ROLE.eq(role),
                POST_FILING.PERSON.eq(person.number()),
                POST_FILING.ACTION.eq(action.name()),
                POST_FILING.STATE.eq(State.PROPOSED.name()));
    }

    /** Called while the row of versions is held, so that no number is given twice. */
    String nextNumber(String reviewerCode, int year) {
        var start = reviewerCode + "-" + year + "-";
        var given = sql.fetchCount(POST_FILING, POST_FILING.NUMBER.startsWith(start));
        return start + "%04d".formatted(given + 1);
    }

    /** What waits for these reviewers, the oldest first. */
    List<Proposal> toReview(int[] reviewers) {
        return list(waitsFor(POST_FILING.REVIEWER.eq(any(boxed(reviewers)))), POST_FILING.PROPOSED_AT.asc());
    }

    /** What these units proposed or these reviewers decided, the newest first. */
    List<Proposal> lately(int[] units, int[] reviewers) {
        var decided = POST_FILING.REVIEWER.eq(any(boxed(reviewers))).and(POST_FILING.STATE.ne(State.PROPOSED.name()));
        return list(POST_FILING.UNIT.eq(any(boxed(units))).or(decided), POST_FILING.PROPOSED_AT.desc());
    }

    List<Proposal> ofUnit(UnitId unit) {
        return list(waitsFor(POST_FILING.UNIT.eq(unit.number())), POST_FILING.PROPOSED_AT.asc());
    }

    private static Condition waitsFor(Condition which) {
        return which.and(POST_FILING.STATE.eq(State.PROPOSED.name()));
    }

    private List<Proposal> list(Condition which, SortField<?> order) {
        return sql.select(POST_FILING.asterisk(), PERSON.NAME)
                .from(POST_FILING)
                .join(PERSON)
                .on(PERSON.ID.eq(POST_FILING.PERSON))
                .where(which)
                .orderBy(order, POST_FILING.ID)
                .limit(SHOWN)
                .fetch(FilingQueries::proposal);
    }

    private static Proposal proposal(Record row) {
        var post = row.get(POST_FILING.POST);
        var proposer = row.get(POST_FILING.PROPOSED_BY);
        return new Proposal(
                new FilingId(row.get(POST_FILING.ID)),
                Action.valueOf(row.get(POST_FILING.ACTION)),
                post == null ? null : new PostId(post),
                new PersonId(row.get(POST_FILING.PERSON)),
                row.get(PERSON.NAME),
                new UnitId(row.get(POST_FILING.UNIT)),
                row.get(POST_FILING.ROLE),
                row.get(POST_FILING.DUTY),
                row.get(POST_FILING.STARTS_AT),
                row.get(POST_FILING.ENDS_AT),
                row.get(POST_FILING.REASON),
                new UnitId(row.get(POST_FILING.REVIEWER)),
                proposer == null ? null : new PersonId(proposer),
                row.get(POST_FILING.PROPOSED_AT),
                row.get(POST_FILING.REVIEW_UNTIL),
                State.valueOf(row.get(POST_FILING.STATE)),
                row.get(POST_FILING.DECIDED_AT),
                row.get(POST_FILING.NUMBER),
                row.get(POST_FILING.ANSWER));
    }

    private static Field<Integer[]> boxed(int[] units) {
        return val(Arrays.stream(units).boxed().toArray(Integer[]::new), SQLDataType.INTEGER.array());
    }
}
