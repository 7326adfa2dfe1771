package lianxin.cases;

import static lianxin.cases.tables.AssignmentTable.ASSIGNMENT;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.WordsTable.WORDS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.UnitId;
import lianxin.platform.Row;
import lianxin.territory.AreaId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Lists of cases for pages. They filter by holder with the unit numbers of the in-memory tree, never by a path. */
@Repository
class CaseQueries {

    static final int PAGE = 50;

    private final DSLContext db;
    private final Deadlines deadlines;

    CaseQueries(DSLContext db, Deadlines deadlines) {
        this.db = db;
        this.deadlines = deadlines;
    }

    /** One more than a page, so that the page knows whether there is a next one. */
    List<CaseRow> list(Filter filter, Reach reach, Instant now) {
        return ListSql.list(db, filter, reach, Marks.at(now, deadlines)).stream()
                .map(CaseQueries::row)
                .toList();
    }

    Volume volume(Filter filter, Reach reach, Instant now) {
        return VolumeSql.of(db, filter, reach, Marks.at(now, deadlines));
    }

    Optional<CaseRow> find(CaseId id) {
        return ListSql.one(db, id).stream().map(CaseQueries::row).findFirst();
    }

    List<CaseRow> find(Collection<CaseId> ids) {
        return ListSql.some(db, ids).stream().map(CaseQueries::row).toList();
    }

    /** Units that have or had the case to work on. */
    List<UnitId> given(CaseId id) {
        return db.selectDistinct(ASSIGNMENT.UNIT)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.CASE_ID.eq(id.value()))
                .fetch(it -> new UnitId(it.value1()));
    }

    Waiting waiting(Reach reach, Instant now) {
        var counts = ListSql.counts(db, reach.counted(), reach, Marks.at(now, deadlines));
        counts.put(
                Filter.View.open,
                counts.getOrDefault(Filter.View.dispatch, 0) + counts.getOrDefault(Filter.View.handle, 0));
        return new Waiting(counts);
    }

    private static CaseRow row(Row row) {
        var supervisor = row.get(CASE_FILE.SUPERVISOR);
        var outcome = row.get(CASE_FILE.OUTCOME);
        var asked = row.get(CASE_FILE.ASKED);
        return new CaseRow(
                new CaseId(row.get(CASE_FILE.ID)),
                row.get(CASE_FILE.NUMBER),
                row.get(CASE_FILE.CATEGORY),
                row.get(CASE_FILE.KIND),
                new AreaId(row.get(CASE_FILE.PLACE)),
                row.get(CASE_FILE.CHANNEL),
                Stage.valueOf(row.get(CASE_FILE.STAGE)),
                new UnitId(row.get(CASE_FILE.HOLDER)),
                supervisor == null ? null : new UnitId(supervisor),
                row.get(CASE_FILE.DUE),
                row.get(CASE_FILE.CLOCK_FROM),
                row.get(CASE_FILE.REPORTED_AT),
                row.get(CASE_FILE.REWORKS),
                row.get(ListSql.SIGNED),
                asked == null ? null : Relief.of(asked),
                row.get(CASE_FILE.PAUSED_AT) != null,
                row.get(CASE_FILE.URGED),
                row.get(CASE_FILE.URGED_AT),
                row.get(CASE_FILE.ANSWER_UNTIL),
                row.get(CASE_FILE.SILENT_SINCE),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.get(WORDS.WORDS_));
    }
}
