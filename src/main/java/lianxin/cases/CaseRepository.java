package lianxin.cases;

import static lianxin.cases.tables.AssignmentTable.ASSIGNMENT;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.TimeLimitTable.TIME_LIMIT;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import lianxin.platform.Ids;
import lianxin.platform.Row;
import lianxin.platform.RowInsert;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Finds a case with the limits that still run, and saves it whole. */
@Repository
class CaseRepository {

    private final DSLContext db;
    private final Ids ids;

    CaseRepository(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    LimitBook newBook() {
        return new LimitBook(List.of(), ids::next);
    }

    /** Stores new cases in one statement and returns those whose id was not reported before. */
    List<Case> addAll(List<Case> made, Function<Case, String> code) {
        var rows = made.stream().map(it -> row(it, code.apply(it))).toList();
        var stored = CaseSql.ADD.fetch(db, rows).stream()
                .map(it -> it.get(CASE_FILE.ID))
                .collect(Collectors.toSet());
        var added = made.stream().filter(it -> stored.contains(it.id.value())).toList();
        CaseSql.SAVE_LIMITS.fetch(
                db, added.stream().flatMap(it -> limits(it).stream()).toList());
        added.forEach(it -> it.limits.areStored());
        return added;
    }

    private static List<@Nullable Object> row(Case it, String code) {
        return RowInsert.row(
                it.id.value(),
                code,
                0,
                it.category,
                it.kind,
                it.place.number(),
                it.channel,
                it.stage.name(),
                it.desk.number(),
                it.holder.number(),
                it.due,
                it.clockFrom,
                it.escalateAt,
                (short) 0,
                (short) 0,
                (short) 0,
                it.reportedAt,
                it.subject == null ? null : it.subject.number(),
                Silence.since(it),
                it.wakeAt());
    }

    Optional<Case> find(CaseId id) {
        var rows = CaseSql.find(db, id);
        return rows.isEmpty() ? Optional.empty() : Optional.of(load(id, rows.getFirst(), limits(rows)));
    }

    private Case load(CaseId id, Row row, List<Limit> limits) {
        var it = new Case(
                id,
                row.get(CASE_FILE.CATEGORY),
                new AreaId(row.get(CASE_FILE.PLACE)),
                row.get(CASE_FILE.CHANNEL),
                new UnitId(row.get(CASE_FILE.DESK)),
                row.get(CASE_FILE.REPORTED_AT),
                new LimitBook(limits, ids::next));
        it.version = row.get(CASE_FILE.VERSION);
        it.kind = row.get(CASE_FILE.KIND);
        it.bound = row.get(CASE_FILE.BOUND);
        it.heardElsewhere = row.get(CASE_FILE.HEARD_ELSEWHERE);
        it.stage = Stage.valueOf(row.get(CASE_FILE.STAGE));
        it.holder = new UnitId(row.get(CASE_FILE.HOLDER));
        it.due = row.get(CASE_FILE.DUE);
        it.clockFrom = row.get(CASE_FILE.CLOCK_FROM);
        it.supervisor = unit(row.get(CASE_FILE.SUPERVISOR));
        it.superviseDue = row.get(CASE_FILE.SUPERVISE_DUE);
        it.escalateAt = row.get(CASE_FILE.ESCALATE_AT);
        it.level = row.get(CASE_FILE.LEVEL);
        it.round = row.get(CASE_FILE.ROUND);
        it.reworks = row.get(CASE_FILE.REWORKS);
        it.urged = row.get(CASE_FILE.URGED);
        it.urgedAt = row.get(CASE_FILE.URGED_AT);
        it.toldAt = row.get(CASE_FILE.TOLD_AT);
        it.answerUntil = row.get(CASE_FILE.ANSWER_UNTIL);
        it.closedAt = row.get(CASE_FILE.CLOSED_AT);
        it.outcome = outcome(row.get(CASE_FILE.OUTCOME));
        var asked = row.get(CASE_FILE.ASKED);
        it.asked = asked == null ? null : Relief.of(asked);
        it.decideBy = row.get(CASE_FILE.DECIDE_BY);
        it.pausedAt = row.get(CASE_FILE.PAUSED_AT);
        it.subject = unit(row.get(CASE_FILE.SUBJECT));
        it.again = row.get(CASE_FILE.AGAIN);
        it.appealed = outcome(row.get(CASE_FILE.APPEALED));
        var exclusion = row.get(CASE_FILE.EXCLUSION);
        it.exclusion = exclusion == null ? null : Exclusion.Standing.valueOf(exclusion);
        var joined = row.get(CASE_FILE.JOINED);
        it.joined = joined == null ? null : new CaseId(joined);
        it.voices = row.get(CASE_FILE.VOICES);
        it.agreed = row.get(CASE_FILE.AGREED);
        it.steppedBack = row.get(CASE_FILE.STEPPED_BACK);
        it.filed = row.get(CASE_FILE.FILED);
        it.instructed = row.get(CASE_FILE.INSTRUCTED);
        it.returns = row.get(CASE_FILE.RETURNS);
        it.arbiter = unit(row.get(CASE_FILE.ARBITER));
        it.leadOpen = row.get(CASE_FILE.LEAD_OPEN);
        it.whistled = unit(row.get(CASE_FILE.WHISTLED));
        if (row.get(ASSIGNMENT.ID) != null) it.lead(assignment(row));
        if (row.get(CASE_FILE.ASSISTING) > 0) CaseSql.assisting(db, id).forEach(each -> it.work.add(assignment(each)));
        return it;
    }

    private static List<Limit> limits(List<Row> rows) {
        return rows.stream()
                .filter(it -> it.get(TIME_LIMIT.ID) != null)
                .map(CaseRepository::limit)
                .toList();
    }

    private static Limit limit(Row row) {
        var limit = new Limit(
                row.get(TIME_LIMIT.ID),
                Step.valueOf(row.get(TIME_LIMIT.STEP)),
                new UnitId(row.get(TIME_LIMIT.UNIT)),
                row.get(TIME_LIMIT.DUE),
                row.get(TIME_LIMIT.SET_AT));
        limit.doneAt = row.get(TIME_LIMIT.DONE_AT);
        limit.reachedAt = row.get(TIME_LIMIT.REACHED_AT);
        limit.isStored();
        return limit;
    }

    private static Assignment assignment(Row row) {
        var work = new Assignment(
                row.get(ASSIGNMENT.ID),
                new UnitId(row.get(ASSIGNMENT.UNIT)),
                row.get(ASSIGNMENT.TASK),
                row.get(ASSIGNMENT.DUTY_ITEM),
                row.get(ASSIGNMENT.DISPATCHED_AT),
                row.get(ASSIGNMENT.DUE),
                row.get(ASSIGNMENT.SIGN_DUE));
        work.signedAt = row.get(ASSIGNMENT.SIGNED_AT);
        work.signedBy = ref(row.get(ASSIGNMENT.SIGNED_BY));
        work.doneAt = row.get(ASSIGNMENT.DONE_AT);
        work.isStored();
        return work;
    }

    /** Saves the case, its limits and assignments; refused when somebody else changed it since it was loaded. */
    void save(Case it) {
        var work = it.work.stream().filter(Assignment::changed).toList();
        var saved = CaseSql.save(
                db,
                it.id,
                it.version,
                changed(it),
                limits(it),
                work.stream().map(each -> row(it, each)).toList());
        if (saved == 0) throw new RuleBroken("case.changed-meanwhile");
        it.limits.areStored();
        work.forEach(Assignment::isStored);
    }

    private static List<@Nullable Object> changed(Case it) {
        return RowInsert.row(
                it.version + 1,
                it.category,
                it.kind,
                it.bound,
                it.heardElsewhere,
                it.stage.name(),
                it.desk.number(),
                it.holder.number(),
                it.due,
                it.clockFrom,
                it.supervisor == null ? null : it.supervisor.number(),
                it.superviseDue,
                it.escalateAt,
                (short) it.level,
                (short) it.round,
                (short) it.reworks,
                it.answerUntil,
                it.closedAt,
                it.outcome == null ? null : it.outcome.name(),
                it.asked == null ? null : it.asked.key(),
                it.decideBy,
                it.pausedAt,
                (short) it.urged,
                it.urgedAt,
                it.subject == null ? null : it.subject.number(),
                it.again,
                it.appealed == null ? null : it.appealed.name(),
                it.exclusion == null ? null : it.exclusion.name(),
                it.filed,
                (short) it.instructed,
                (short) it.returns,
                it.arbiter == null ? null : it.arbiter.number(),
                (short) Assistance.of(it).count(),
                it.leadOpen,
                it.whistled == null ? null : it.whistled.number(),
                it.joined == null ? null : it.joined.value(),
                (short) it.voices,
                (short) it.agreed,
                it.steppedBack,
                it.toldAt,
                Silence.since(it),
                it.wakeAt());
    }

    /** Those that are new or changed. */
    private static List<List<@Nullable Object>> limits(Case it) {
        return it.limits.all().stream()
                .filter(Limit::changed)
                .map(limit -> RowInsert.row(
                        limit.id,
                        it.id.value(),
                        limit.step.name(),
                        limit.unit.number(),
                        limit.due,
                        limit.setAt,
                        limit.doneAt,
                        limit.endedAt,
                        limit.reachedAt))
                .toList();
    }

    private static List<@Nullable Object> row(Case it, Assignment work) {
        return RowInsert.row(
                work.id,
                it.id.value(),
                work.unit.number(),
                work.leads() ? "lead" : "assist",
                work.task,
                work.dutyItem,
                work.dispatchedAt,
                work.signDue,
                work.due,
                work.signedAt,
                work.signedBy == null ? null : work.signedBy.toString(),
                work.doneAt,
                work.endedAt);
    }

    private static @Nullable UnitId unit(@Nullable Integer number) {
        return number == null ? null : new UnitId(number);
    }

    private static @Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : Outcome.valueOf(name);
    }

    private static @Nullable Ref ref(@Nullable String text) {
        if (text == null) return null;
        int slash = text.indexOf('/');
        return new Ref(text.substring(0, slash), text.substring(slash + 1));
    }
}
