package lianxin.cases;

import static lianxin.cases.ListScope.OPEN;
import static lianxin.cases.tables.AssignmentTable.ASSIGNMENT;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.WordsTable.WORDS;
import static lianxin.platform.Prepared.blank;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/** What a reader chose to see of a view. */
final class ListNarrowing {

    /** Words of closed cases are searched so far back: reading all there ever were would take longer with every year. */
    private static final Duration WORDS_SEARCHED = Duration.ofDays(365);

    /** The kinds of states by what lists call them, in the order in which a case goes through them. */
    static final Map<String, Condition> STATES = states();

    private ListNarrowing() {}

    static List<Term> of(Filter filter, Marks marks) {
        var terms = new ArrayList<Term>();
        if (filter.category() != null)
            terms.add(Term.of("category", () -> CASE_FILE.CATEGORY.eq(blank(CASE_FILE.CATEGORY)), filter.category()));
        if (filter.unit() != null)
            terms.add(Term.of("unit", () -> CASE_FILE.HOLDER.eq(blank(CASE_FILE.HOLDER)), filter.unit()));
        if (filter.kind() != null)
            terms.add(Term.of("kind", () -> CASE_FILE.KIND.eq(blank(CASE_FILE.KIND)), filter.kind()));
        if (filter.channel() != null)
            terms.add(Term.of("channel", () -> CASE_FILE.CHANNEL.eq(blank(CASE_FILE.CHANNEL)), filter.channel()));
        if (filter.state() != null) {
            var state = Objects.requireNonNull(STATES.get(filter.state()));
            terms.add(Term.of("state " + filter.state(), () -> state));
        }
        if (filter.from() != null)
            terms.add(Term.of(
                    "from",
                    () -> CASE_FILE.REPORTED_AT.ge(blank(CASE_FILE.REPORTED_AT)),
                    marks.startOf(filter.from())));
        if (filter.to() != null)
            terms.add(Term.of(
                    "to", () -> CASE_FILE.REPORTED_AT.lt(blank(CASE_FILE.REPORTED_AT)), marks.endOf(filter.to())));
        if (filter.light() != null) terms.add(light(filter.light(), marks));
        return terms;
    }

    private static Term light(Filter.Light light, Marks marks) {
        var now = marks.at();
        return switch (light) {
            case red -> Term.of("red", () -> OPEN.and(CASE_FILE.DUE.lt(blank(CASE_FILE.DUE))), now);
            case amber ->
                Term.of(
                        "amber",
                        () -> OPEN.and(CASE_FILE.PAUSED_AT.isNull())
                                .and(CASE_FILE.DUE.ge(blank(CASE_FILE.DUE)))
                                .and(condition(
                                        "{0} + ({1} - {0}) * {2} <= {3}",
                                        CASE_FILE.CLOCK_FROM,
                                        CASE_FILE.DUE,
                                        inline(marks.amberFrom() / 100.0),
                                        blank(CASE_FILE.DUE))),
                        now,
                        now);
        };
    }

    static Term number(String typed) {
        return Term.of(
                "number",
                () -> CASE_FILE.NUMBER.eq(blank(CASE_FILE.NUMBER)),
                CaseNumber.read(typed).getAsLong());
    }

    /** Words of the report. */
    static Term words(String typed, Marks marks) {
        return Term.of(
                "words",
                () -> CASE_FILE
                        .STAGE
                        .ne(inline(Stage.CLOSED.name()))
                        .or(CASE_FILE.REPORTED_AT.gt(blank(CASE_FILE.REPORTED_AT)))
                        .and(exists(selectOne()
                                .from(WORDS)
                                .where(WORDS.CASE_ID.eq(CASE_FILE.ID))
                                .and(WORDS.WORDS_.contains(blank(WORDS.WORDS_))))),
                marks.at().minus(WORDS_SEARCHED),
                typed);
    }

    /** Whether the unit that has the case in hand took note of it. */
    static Condition signed(Field<UUID> id) {
        return exists(selectOne()
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.CASE_ID.eq(id))
                .and(ASSIGNMENT.ROLE.eq(inline("lead")))
                .and(ASSIGNMENT.ENDED_AT.isNull())
                .and(ASSIGNMENT.SIGNED_AT.isNotNull()));
    }

    private static Map<String, Condition> states() {
        var signed = signed(CASE_FILE.ID);
        var working = stage(Stage.DISPATCHED).and(CASE_FILE.PAUSED_AT.isNull()).and(CASE_FILE.ASKED.isNull());
        var states = new LinkedHashMap<String, Condition>();
        states.put("reported", stage(Stage.REPORTED));
        states.put("to-sign", working.andNot(signed));
        states.put("signed", working.and(signed).and(CASE_FILE.REWORKS.eq(inline((short) 0))));
        states.put("rework", working.and(signed).and(CASE_FILE.REWORKS.gt(inline((short) 0))));
        for (var asked : Relief.values())
            states.put(
                    asked.key() + "-asked",
                    CASE_FILE.ASKED.eq(inline(asked.key())).and(CASE_FILE.PAUSED_AT.isNull()));
        states.put("shelved", CASE_FILE.PAUSED_AT.isNotNull());
        states.put("awaiting-resident", stage(Stage.AWAITING_RESIDENT));
        for (var outcome : Outcome.values()) states.put(outcome.name(), CASE_FILE.OUTCOME.eq(inline(outcome.name())));
        return states;
    }

    private static Condition stage(Stage stage) {
        return CASE_FILE.STAGE.eq(inline(stage.name()));
    }
}
