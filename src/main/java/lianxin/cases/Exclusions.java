package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Units that ask to have a case left out of statistics, and the levels above that decide. Nobody decides about the own unit. */
@Service
@Transactional
class Exclusions {

    private final CaseSteps steps;
    private final CaseThread thread;
    private final ExclusionRows rows;
    private final Voices voices;
    private final Routing routing;
    private final SubjectUnits subjects;
    private final Categories categories;
    private final Flow flow;
    private final Deadlines deadlines;
    private final Clock clock;

    Exclusions(
            CaseSteps steps,
            CaseThread thread,
            ExclusionRows rows,
            Voices voices,
            Routing routing,
            SubjectUnits subjects,
            Categories categories,
            Flow flow,
            Deadlines deadlines,
            Clock clock) {
        this.steps = steps;
        this.thread = thread;
        this.rows = rows;
        this.voices = voices;
        this.routing = routing;
        this.subjects = subjects;
        this.categories = categories;
        this.flow = flow;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @param cause of the closed list */
    void ask(CaseId id, String cause, String reason, Actor by) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.HANDLE, it.holder, it);
            if (!flow.gives("exclude", cause)) throw new RuleBroken("case.reason");
            Exclusion.ask(it, cause, over(it.holder, it.place, now), now);
            rows.ask(it, cause, CaseThread.checked(reason), by, now);
        });
    }

    void decide(CaseId id, boolean excludes, String words, Actor by) {
        steps.take(id, by, (it, now) -> {
            var asked = row(id);
            var above = over(asked.unit(), it.place, now);
            steps.must(by, May.SUPERVISE, above, it);
            mustBeOfAnother(asked, above, by);
            Exclusion.decide(it, excludes, asked, above, now);
            rows.decide(id, above, CaseThread.checked(words), by.ref(), now);
        });
    }

    /** @param sentence why, in the reporter's words */
    void contest(CaseId id, String sentence, Actor reporter) {
        var lead = voices.lead(id);
        steps.take(lead, reporter, (it, now) -> {
            if (!reporter.ref().equals(Reports.reporter(id))) throw new Forbidden(id.ref());
            if (it.steppedBack && id.equals(it.id)) throw new RuleBroken("case.withdrawn");
            var row = rows.of(lead).orElseThrow(() -> new RuleBroken("case.contested-too-late"));
            Exclusion.contest(it, row, reviewer(row, it.place, now), deadlines, now);
            rows.contest(lead, now);
            thread.add(id, Addition.Kind.contest, sentence, now);
        });
    }

    /** At the top, where there is no level above the one that decided, somebody else of it. */
    void settle(CaseId id, boolean keeps, String words, Actor by) {
        steps.take(id, by, (it, now) -> {
            var contested = row(id);
            var above = reviewer(contested, it.place, now);
            steps.must(by, May.SUPERVISE, above, it);
            mustBeOfAnother(contested, above, by);
            if (decided(contested, by)) throw new RuleBroken("case.exclusion-own-decision");
            Exclusion.settle(it, keeps, contested, above, now);
            rows.settle(id, above, CaseThread.checked(words), by.ref(), now);
        });
    }

    /** What waits for a decision of this one. */
    List<ExclusionRows.Waiting> waitingFor(Actor by) {
        var now = clock.instant();
        return rows.waiting().stream().filter(it -> decides(it, by, now)).toList();
    }

    private boolean decides(ExclusionRows.Waiting it, Actor by, Instant now) {
        var unit = it.contested()
                ? reviewer(it.row(), it.place(), now)
                : over(it.row().unit(), it.place(), now);
        return by.may(May.SUPERVISE, unit, categories.find(it.category()).line())
                && !subjects.hidden(it.subject(), by)
                && ofAnother(it.row(), unit, by)
                && !decided(it.row(), by);
    }

    /** Whether this one decides about it as it stands. */
    boolean decides(Case it, ExclusionRows.Row row, Actor by) {
        var now = clock.instant();
        if (it.exclusion != Exclusion.Standing.asked && it.exclusion != Exclusion.Standing.contested) return false;
        var first = it.exclusion == Exclusion.Standing.asked;
        var unit = first ? over(row.unit(), it.place, now) : reviewer(row, it.place, now);
        return steps.may(by, May.SUPERVISE, unit, it) && ofAnother(row, unit, by) && !decided(row, by);
    }

    /** Who decides what this unit asks. */
    UnitId over(UnitId unit, AreaId place, Instant now) {
        return routing.over(unit, place, now);
    }

    /** Who settles it when it is contested. */
    UnitId reviewer(ExclusionRows.Row row, AreaId place, Instant now) {
        var decision = row.decision();
        return over(decision == null ? row.unit() : decision.unit(), place, now);
    }

    private ExclusionRows.Row row(CaseId id) {
        return rows.of(id).orElseThrow(() -> new RuleBroken("case.exclusion-nothing-to-decide"));
    }

    private static void mustBeOfAnother(ExclusionRows.Row row, UnitId deciding, Actor by) {
        if (!ofAnother(row, deciding, by)) throw new RuleBroken("case.exclusion-own-unit");
    }

    private static boolean ofAnother(ExclusionRows.Row row, UnitId deciding, Actor by) {
        return !deciding.equals(row.unit())
                && !by.sitsIn(row.unit())
                && !row.askedBy().equals(by.ref().toString());
    }

    private static boolean decided(ExclusionRows.Row row, Actor by) {
        return row.decision() != null && row.decision().by().equals(by.ref().toString());
    }
}
