package lianxin.cases;

import java.time.Clock;
import java.util.Set;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.platform.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Matters that come under the number of another system: taken once, and taken back while nobody has touched them. */
@Service
@Transactional
class Sources {

    /** What happens to a case without anybody's doing. */
    private static final Set<Class<?>> BY_ITSELF = Set.of(
            CaseFact.Reported.class,
            CaseFact.Received.class,
            CaseFact.LimitReached.class,
            CaseFact.Escalated.class,
            CaseFact.LateAtTop.class);

    private final Reports reports;
    private final CaseRepository cases;
    private final CaseSteps steps;
    private final SourceRows rows;
    private final Journal journal;
    private final Clock clock;

    Sources(Reports reports, CaseRepository cases, CaseSteps steps, SourceRows rows, Journal journal, Clock clock) {
        this.reports = reports;
        this.cases = cases;
        this.steps = steps;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /** However often it is told, and by how many at once, it is one case. */
    CaseId take(FromSource told, Actor by) {
        var it = told.checked();
        var id = it.id();
        if (cases.find(id).isPresent()) return id;
        reports.report(it.report());
        if (rows.find(id).isPresent()) return id;
        rows.add(it, clock.instant());
        steps.take(id, by, (made, now) -> Bound.receive(made, it, now));
        if (!it.telephone().isBlank())
            reports.leaveContact(id, it.telephone(), GivenTo.CALL_BACK_DESK, Actor.reporter(id.ref()));
        return id;
    }

    /** Whether somebody has done something with it since. */
    boolean touched(CaseId id) {
        return cases.find(id).isEmpty()
                || journal.about(id.ref()).stream()
                        .filter(it -> !it.voided())
                        .anyMatch(it -> !BY_ITSELF.contains(it.fact().getClass()));
    }

    /** It never was: what was told of it is void, what was kept of it is gone. */
    void takeBack(CaseId id, Actor by) {
        var it = cases.find(id).orElseThrow(() -> new NotFound(id.ref()));
        journal.about(it.id.ref()).stream()
                .filter(fact -> !fact.voided())
                .forEach(fact -> journal.voidFact(fact.id(), by.ref()));
        rows.delete(id);
    }
}
