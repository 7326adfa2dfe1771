package lianxin.cases;

import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import lianxin.cases.rules.WaysIn;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.platform.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 代录: staff take a matter down for somebody at a counter, on the telephone, at a door. It is a report like any other; the
 * one who typed it is none of those who check it or hear the answer.
 */
@Service
@Transactional
class OnBehalf {

    private static final Set<May> TYPISTS = Set.of(May.DISPATCH, May.HANDLE);

    private final Reports reports;
    private final CaseRepository cases;
    private final TakenDownRows rows;
    private final Enterprises enterprises;
    private final WaysIn ways;
    private final WorkingCalendar calendar;
    private final Journal journal;
    private final Clock clock;

    OnBehalf(
            Reports reports,
            CaseRepository cases,
            TakenDownRows rows,
            Enterprises enterprises,
            WaysIn ways,
            WorkingCalendar calendar,
            Journal journal,
            Clock clock) {
        this.reports = reports;
        this.cases = cases;
        this.rows = rows;
        this.enterprises = enterprises;
        this.ways = ways;
        this.calendar = calendar;
        this.journal = journal;
        this.clock = clock;
    }

    /** Takes it down once, however often the form is sent. */
    CaseId take(Report report, Said said, Actor typist) {
        var in = place(typist);
        if (ways.channel(report.channel()).filter(WaysIn.Channel::onBehalf).isEmpty())
            throw new RuleBroken("intake.channel-missing");
        if (ways.asker(said.asker()).isEmpty()) throw new RuleBroken("intake.asker-missing");
        return write(report, said, in, typist);
    }

    /** @param in where it was typed */
    CaseId write(Report report, Said said, UnitId in, Actor typist) {
        if (said.concerned() == Concerned.enterprise) enterprises.must(said.enterprise());
        if (!said.telephone().isBlank() && said.givenTo() == null) throw new RuleBroken("intake.consent-missing");
        var id = report.id();
        if (cases.find(id).isPresent()) return sentBefore(id, typist);
        reports.report(report);
        var now = clock.instant();
        var enterprise = said.concerned() == Concerned.enterprise ? said.enterprise() : null;
        var taken = new TakenDown(
                said.asker(), said.concerned(), enterprise, typist.ref().toString(), in, now);
        if (!rows.add(id, taken)) return sentBefore(id, typist);
        var it = found(id);
        journal.record(
                new ReportFact.TakenDown(
                        id, it.holder, in, said.asker(), said.concerned().name()),
                it.place.ref(),
                typist.ref(),
                now);
        if (!said.telephone().isBlank() && said.givenTo() != null)
            reports.leaveContact(id, said.telephone(), said.givenTo(), Actor.reporter(id.ref()));
        return id;
    }

    /** A form that is sent again is the same report; a report of somebody else is nobody's to take over. */
    private CaseId sentBefore(CaseId id, Actor typist) {
        if (rows.find(id).filter(it -> it.by(typist)).isEmpty()) throw new Forbidden(id.ref());
        return id;
    }

    /** Shows the slip to whoever took the matter down, for a short time: it opens the case to whoever holds it. */
    TakenDown slip(CaseId id, Actor typist) {
        var taken = rows.find(id).filter(it -> it.by(typist)).orElseThrow(() -> new Forbidden(id.ref()));
        var now = clock.instant();
        var until = ways.slipShownUntil(taken.at(), calendar);
        if (!now.isBefore(until)) throw new RuleBroken("intake.slip-over", until);
        var it = found(id);
        journal.record(new ReportFact.SlipShown(id, it.holder), it.place.ref(), typist.ref(), now);
        return taken;
    }

    boolean showsSlip(TakenDown it, Actor reader) {
        return it.by(reader) && clock.instant().isBefore(ways.slipShownUntil(it.at(), calendar));
    }

    private Case found(CaseId id) {
        return cases.find(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    private static UnitId place(Actor typist) {
        return Stream.concat(
                        typist.posts().stream()
                                .filter(it -> it.may().stream().anyMatch(TYPISTS::contains))
                                .map(Actor.Post::unit),
                        TYPISTS.stream()
                                .flatMapToInt(it -> Arrays.stream(typist.where(it)))
                                .mapToObj(UnitId::new))
                .findFirst()
                .orElseThrow(() -> new Forbidden("take down"));
    }
}
