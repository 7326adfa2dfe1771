package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import lianxin.cases.rules.Deadlines;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Units;
import lianxin.platform.NotFound;
import lianxin.territory.AreaId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Matters that come under the number of another system: taken once, taken back while nobody has touched them; and what that
 * system may still say of them. It reaches its own matters and no others.
 */
@Service
@Transactional
public class Sources {

    /** What happens to a case without anybody's doing. */
    private static final Set<Class<?>> BY_ITSELF = Set.of(
            ReportFact.Reported.class,
            ReportFact.Received.class,
            WorkFact.LimitReached.class,
            WorkFact.Escalated.class,
            WorkFact.LateAtTop.class);

    private final Reports reports;
    private final Cases verbs;
    private final CaseRepository cases;
    private final CaseQueries queries;
    private final CaseSteps steps;
    private final CaseThread thread;
    private final SourceRows rows;
    private final PlaceSaid places;
    private final Deadlines deadlines;
    private final Units units;
    private final Journal journal;
    private final Clock clock;

    Sources(
            Reports reports,
            Cases verbs,
            CaseRepository cases,
            CaseQueries queries,
            CaseSteps steps,
            CaseThread thread,
            SourceRows rows,
            PlaceSaid places,
            Deadlines deadlines,
            Units units,
            Journal journal,
            Clock clock) {
        this.reports = reports;
        this.verbs = verbs;
        this.cases = cases;
        this.queries = queries;
        this.steps = steps;
        this.thread = thread;
        this.rows = rows;
        this.places = places;
        this.deadlines = deadlines;
        this.units = units;
        this.journal = journal;
        this.clock = clock;
    }

    /** However often it is told, and by how many at once, it is one case. */
    public CaseId take(FromSource told, Actor by) {
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

    /** Where a matter is, of the code of an area or an address; refused with what it may be when that is not certain. */
    public AreaId place(String said) {
        return places.of(said).id();
    }

    public Optional<SourceStanding> standing(String system, String number) {
        return own(system, number).flatMap(queries::find).map(it -> {
            var outcome = it.outcome();
            return new SourceStanding(
                    number,
                    CaseNumber.of(it.number(), it.reportedAt(), clock.getZone()),
                    it.stage().key(),
                    units.name(it.holder()),
                    it.open() ? it.due() : null,
                    outcome == null ? null : outcome.name());
        });
    }

    /** The number under which this system knows the case; empty for a matter of somebody else. */
    public Optional<String> number(String system, CaseId id) {
        return rows.find(id).filter(it -> it.system().equals(system)).map(SourceRows.Origin::number);
    }

    /** What was said when that happened: progress and result to the reporter, why a unit asks to be relieved. */
    public Optional<String> saidAt(CaseFact fact, Instant at) {
        return switch (fact) {
            case WorkFact.Progressed it -> rows.reply(it.id(), false, at);
            case WorkFact.Finished it -> rows.reply(it.id(), true, at);
            case ReportFact.Praised it -> rows.reply(it.id(), true, at);
            case RequestFact.ReturnAsked it -> rows.reason(it.id(), at);
            default -> Optional.empty();
        };
    }

    public NotFound unknown(String system, String number) {
        return new NotFound("source/" + system + "/" + number);
    }

    public void urge(String system, String number, Actor by) {
        steps.take(mine(system, number), by, (it, now) -> Reporter.urge(it, deadlines, now));
    }

    /** The system moves its deadline; from now on this one binds. */
    public void rebind(String system, String number, Instant due, Actor by) {
        steps.take(mine(system, number), by, (it, now) -> Bound.rebind(it, due, deadlines, now));
    }

    /** What became of the wish to be relieved: granted, the system gives the matter to somebody else, and here it ends. */
    public void decideReturn(String system, String number, boolean granted, Actor by) {
        steps.take(mine(system, number), by, (it, now) -> {
            var asked = thread.decide(it, granted, by, now);
            if (granted) Bound.giveUp(it, asked, now);
            else Reliefs.refuse(it, asked, false, now);
        });
    }

    /** What the system heard from the resident, whom it asks itself. */
    public void heard(String system, String number, boolean solved, int result, int service, Actor by) {
        var answer = new ResidentAnswer(solved, result, service, false, "", Callers.HOTLINE);
        verbs.answer(mine(system, number), answer, by);
    }

    private Optional<CaseId> own(String system, String number) {
        return Optional.of(FromSource.idOf(system, number))
                .filter(it -> rows.find(it).isPresent());
    }

    private CaseId mine(String system, String number) {
        return own(system, number).orElseThrow(() -> unknown(system, number));
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
