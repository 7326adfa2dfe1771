package lianxin.facts;

import static lianxin.facts.tables.JournalTable.JOURNAL;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Optional;
import lianxin.platform.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Whether anything has happened with things since they are there: everything that happens leaves a fact that names them. */
@Component
public class Traces {

    private final DSLContext db;
    private final Vocabulary vocabulary;

    Traces(DSLContext db, Vocabulary vocabulary) {
        this.db = db;
        this.vocabulary = vocabulary;
    }

    /**
     * The kind of the first fact recorded since then that is about one of the things or happened at or in one of them.
     *
     * @param except a kind of fact that does not count
     */
    public Optional<FactKind> at(Instant since, String kind, String[] ids, String except) {
        if (ids.length == 0) return Optional.empty();
        return first(
                since,
                or(
                        and(JOURNAL.ABOUT_KIND.eq(kind), in(JOURNAL.ABOUT_ID, ids)),
                        and(JOURNAL.PLACE_KIND.eq(kind), in(JOURNAL.PLACE_ID, ids))),
                except);
    }

    /** The same for things that happened in the charge of one of the units. */
    public Optional<FactKind> inCharge(Instant since, Integer[] units, String except) {
        return units.length == 0 ? Optional.empty() : first(since, JOURNAL.UNIT.eq(any(units)), except);
    }

    private static Condition in(Field<String> id, String[] ids) {
        return id.eq(any(val(ids)));
    }

    private Optional<FactKind> first(Instant since, Condition which, String except) {
        return db.select(JOURNAL.KIND)
                .from(JOURNAL)
                .where(JOURNAL.ID.ge(Ids.bound(since)))
                .and(which)
                .and(JOURNAL.KIND.ne(except))
                .orderBy(JOURNAL.ID)
                .limit(1)
                .fetchOptional(JOURNAL.KIND)
                .flatMap(vocabulary::kind);
    }
}
