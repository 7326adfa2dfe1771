package lianxin.cases;

import static lianxin.cases.tables.AssignmentTable.ASSIGNMENT;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.ContactTable.CONTACT;
import static lianxin.cases.tables.RecheckTable.RECHECK;
import static lianxin.cases.tables.TakenDownTable.TAKEN_DOWN;
import static lianxin.cases.tables.TimeLimitTable.TIME_LIMIT;
import static lianxin.platform.Prepared.blank;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lianxin.cases.Reach.Part;
import org.jooq.Condition;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Which cases a view holds for a reader, before it is narrowed. */
final class ListScope {

    static final Condition OPEN = CASE_FILE.STAGE.in(inline(Stage.REPORTED.name()), inline(Stage.DISPATCHED.name()));

    /** Limits until which somebody is still to look at the work. */
    static final Condition TO_CHECK = TIME_LIMIT
            .STEP
            .eq(inline(Step.check.name()))
            .and(TIME_LIMIT.DONE_AT.isNull())
            .and(TIME_LIMIT.ENDED_AT.isNull());

    private static final Param<Integer[]> UNITS = val((Integer[]) null, SQLDataType.INTEGER.array());

    private static final Param<String[]> CATEGORIES = val((String[]) null, SQLDataType.CLOB.array());

    private ListScope() {}

    static Term of(Filter.View view, Reach reach, Marks marks) {
        return hiding(inView(view, reach, marks), reach);
    }

    /** Without matters about a unit in which the reader sits. */
    private static Term hiding(Term term, Reach reach) {
        if (reach.own().length == 0) return term;
        var values = new ArrayList<>(term.values());
        values.add(boxed(reach.own()));
        return new Term(
                term.name() + " but own",
                () -> term.condition().and(CASE_FILE.SUBJECT.isNull().or(CASE_FILE.SUBJECT.ne(DSL.all(UNITS)))),
                values);
    }

    private static Term inView(Filter.View view, Reach reach, Marks marks) {
        return switch (view) {
            case open -> held("open", reach, it -> it.and(OPEN));
            case dispatch -> at(Stage.REPORTED, reach);
            case handle -> at(Stage.DISPATCHED, reach);
            case awaiting -> at(Stage.AWAITING_RESIDENT, reach);
            case closed -> at(Stage.CLOSED, reach);
            case all -> held("all", reach, it -> it);
            case returns ->
                Term.of("returns", () -> CASE_FILE.DESK.eq(any(UNITS)).and(CASE_FILE.ASKED.isNotNull()), (Object)
                        boxed(reach.holders()));
            case elsewhere ->
                Term.of(
                        "elsewhere",
                        () -> CASE_FILE
                                .DESK
                                .eq(any(UNITS))
                                .and(CASE_FILE.STAGE.eq(inline(Stage.DISPATCHED.name())))
                                .and(CASE_FILE.HOLDER.ne(CASE_FILE.DESK)),
                        (Object) boxed(reach.desks()));
            case called -> {
                var units = boxed(reach.holders());
                yield Term.of("called", ListScope::called, (Object) units, units, units);
            }
            case check ->
                Term.of(
                        "check",
                        () -> CASE_FILE.ID.in(select(TIME_LIMIT.CASE_ID)
                                .from(TIME_LIMIT)
                                .where(TIME_LIMIT.UNIT.eq(any(UNITS)), TO_CHECK)),
                        (Object) boxed(reach.desks()));
            case supervise ->
                Term.of("supervise", () -> CASE_FILE.SUPERVISOR.eq(any(UNITS)).and(OPEN), (Object)
                        boxed(reach.supervisors()));
            case callback ->
                Term.of(
                        "callback",
                        () -> CASE_FILE
                                .HOLDER
                                .eq(any(UNITS))
                                .and(CASE_FILE.STAGE.eq(inline(Stage.AWAITING_RESIDENT.name())))
                                .and(CASE_FILE.HEARD_ELSEWHERE.isFalse())
                                .and(reachable()),
                        (Object) boxed(reach.hearing()));
            case recheck ->
                Term.of(
                        "recheck",
                        () -> CASE_FILE
                                .HOLDER
                                .eq(any(UNITS))
                                .and(CASE_FILE.STAGE.eq(inline(Stage.CLOSED.name())))
                                .and(CASE_FILE.ID.in(
                                        select(RECHECK.CASE_ID).from(RECHECK).where(RECHECK.DONE_AT.isNull()))),
                        (Object) boxed(reach.hearing()));
            case unanswered -> {
                var held = held(
                        "unanswered", reach, it -> it.and(CASE_FILE.SILENT_SINCE.lt(blank(CASE_FILE.SILENT_SINCE))));
                held.values().add(marks.unansweredSince());
                yield held;
            }
        };
    }

    /** Wherever it stands, for somebody who knows its number. */
    static Term anywhere(Reach reach) {
        var held = held("anywhere", reach, it -> it.or(CASE_FILE.DESK.eq(any(UNITS))));
        held.values().add(boxed(reach.desks()));
        return hiding(held, reach);
    }

    /** Where its words may be read: all cases of some units, and those of some lines in others. */
    static Term readable(Reach reach) {
        return held("readable", reach, reach.lines(), it -> it);
    }

    /** Each by an index of its own: few cases at a time have anybody beside the lead. */
    private static Condition called() {
        var whistled = select(CASE_FILE.ID).from(CASE_FILE).where(CASE_FILE.WHISTLED.eq(any(UNITS)));
        var disputed = select(CASE_FILE.ID).from(CASE_FILE).where(CASE_FILE.ARBITER.eq(any(UNITS)));
        var assisting = select(ASSIGNMENT.CASE_ID)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.UNIT.eq(any(UNITS)))
                .and(ASSIGNMENT.ROLE.eq(inline("assist")))
                .and(ASSIGNMENT.DONE_AT.isNull())
                .and(ASSIGNMENT.ENDED_AT.isNull());
        return CASE_FILE.ID.in(whistled.unionAll(disputed).unionAll(assisting));
    }

    /** Somebody left a number at which the answer can be asked for, or a counter that took it down knows whom to ask. */
    private static Condition reachable() {
        return exists(selectOne().from(CONTACT).where(CONTACT.CASE_ID.eq(CASE_FILE.ID)))
                .or(exists(selectOne().from(TAKEN_DOWN).where(TAKEN_DOWN.CASE_ID.eq(CASE_FILE.ID))));
    }

    private static Term at(Stage stage, Reach reach) {
        return held(stage.key(), reach, it -> it.and(CASE_FILE.STAGE.eq(inline(stage.name()))));
    }

    private static Term held(String name, Reach reach, Function<Condition, Condition> more) {
        return held(name, reach, reach.parts(), more);
    }

    private static Term held(String name, Reach reach, List<Part> parts, Function<Condition, Condition> more) {
        var values = new ArrayList<Object>();
        values.add(boxed(reach.holders()));
        for (var part : parts) {
            values.add(boxed(part.holders()));
            values.add(part.categories().toArray(String[]::new));
        }
        return new Term(name + " " + parts.size(), () -> more.apply(held(parts.size())), values);
    }

    private static Condition held(int parts) {
        var seen = CASE_FILE.HOLDER.eq(any(UNITS));
        for (int i = 0; i < parts; i++)
            seen = seen.or(CASE_FILE.HOLDER.eq(any(UNITS)).and(CASE_FILE.CATEGORY.eq(any(CATEGORIES))));
        return seen;
    }

    private static Integer[] boxed(int[] units) {
        return Arrays.stream(units).boxed().toArray(Integer[]::new);
    }
}
