package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Deadlines;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one place where a case changes: load, apply, save, record — in one transaction, or not at all. */
@Service
@Transactional
class CaseSteps {

    private final CaseRepository cases;
    private final CaseThread thread;
    private final SubjectUnits subjects;
    private final Undos undos;
    private final RecheckDraw draw;
    private final Categories categories;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Clock clock;

    CaseSteps(
            CaseRepository cases,
            CaseThread thread,
            SubjectUnits subjects,
            Undos undos,
            RecheckDraw draw,
            Categories categories,
            Deadlines deadlines,
            Journal journal,
            Clock clock) {
        this.cases = cases;
        this.thread = thread;
        this.subjects = subjects;
        this.undos = undos;
        this.draw = draw;
        this.categories = categories;
        this.deadlines = deadlines;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param step what somebody does to the case at this moment; it checks first and throws if it may not be done
     * @return the case as it stands afterwards
     */
    Case take(CaseId id, Actor by, BiConsumer<Case, Instant> step) {
        var it = load(id);
        step.accept(it, clock.instant());
        if (!by.equals(Actor.SYSTEM)) subjects.mustStayAbove(it);
        settle(it, by);
        return it;
    }

    /** As {@link #take}, by somebody who may think better of it for some seconds. */
    Case move(CaseId id, Actor by, BiConsumer<Case, Instant> step) {
        if (by.person().isEmpty()) return take(id, by, step);
        var kept = undos.before(id);
        var it = load(id);
        var now = clock.instant();
        step.accept(it, now);
        subjects.mustStayAbove(it);
        undos.keep(it, kept, settle(it, by), by, now);
        return it;
    }

    /**
     * What time does to it.
     *
     * @return the next moment at which time has something to do with it; null when there is none
     */
    @Nullable
    Instant wake(CaseId id, BiConsumer<Case, Instant> step) {
        var it = load(id);
        var now = clock.instant();
        step.accept(it, now);
        var next = it.wakeAt();
        if (it.happened.isEmpty() && next != null && !now.isBefore(next))
            throw new IllegalStateException("Its moment has come and nothing happens");
        settle(it, Actor.CLOCK);
        return next;
    }

    /** Whether this actor has the right in the unit, in the line of work to which the case belongs as it is now. */
    boolean may(Actor actor, May right, UnitId unit, Case it) {
        return actor.may(right, unit, line(it)) && !subjects.hidden(it, actor);
    }

    /** As {@link #may}, and refused if not. */
    void must(Actor actor, May right, UnitId unit, Case it) {
        if (!may(actor, right, unit, it)) throw new Forbidden(right + " " + unit);
    }

    private String line(Case it) {
        return categories.find(it.category).line();
    }

    Case load(CaseId id) {
        return cases.find(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    private List<UUID> settle(Case it, Actor by) {
        cases.save(it);
        it.happened.stream()
                .filter(told -> told.fact() instanceof RequestFact.Resumed)
                .forEach(told -> thread.resumed(it, told.occurredAt()));
        if (it.closedAt != null && closesNow(it)) {
            thread.closed(it, deadlines.contactKept(it.closedAt));
            draw.ended(it, it.closedAt);
        }
        return journal.recordAll(it.happened, it.place.ref(), by.ref());
    }

    private static boolean closesNow(Case it) {
        return it.happened.stream()
                .map(Journal.Told::fact)
                .anyMatch(fact -> fact instanceof CaseFact told && told.closes());
    }
}
