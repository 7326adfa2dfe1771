package lianxin.cases;

import static lianxin.cases.CaseViews.word;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import lianxin.cases.rules.DutyList;
import lianxin.cases.rules.Flow;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to a case, told to staff from its facts, each line for its own readers only. */
@Component
class CaseTimeline {

    /** Not for the handling unit: it hears solved or not, never how satisfied one resident was. */
    private static final Set<String> FOR_THE_EVALUATING_LEVEL = Set.of("case.rated", "case.pressed", "case.rechecked");

    private static final Set<String> SEEN_IN_PUBLIC_SPACE = Set.of(
            "case.reported",
            "case.dispatched",
            "case.signed",
            "case.finished",
            "case.closed",
            "case.withdrawn",
            "case.self-handled");

    private final Journal journal;
    private final CaseViews views;
    private final DutyList duties;
    private final Flow flow;

    CaseTimeline(Journal journal, CaseViews views, DutyList duties, Flow flow) {
        this.flow = flow;
        this.journal = journal;
        this.views = views;
        this.duties = duties;
    }

    List<Line> of(CaseId id, boolean whole, boolean ratings, Shell shell) {
        return journal.about(id.ref()).stream()
                .filter(it -> whole || SEEN_IN_PUBLIC_SPACE.contains(it.kind()))
                .filter(it -> ratings || !FOR_THE_EVALUATING_LEVEL.contains(it.kind()))
                .map(it -> line(it, shell))
                .toList();
    }

    private Line line(Recorded recorded, Shell shell) {
        var fact = (CaseFact) recorded.fact();
        return new Line(
                shell.t("cases.fact."
                        + recorded.kind().substring(recorded.kind().indexOf('.') + 1)),
                detail(fact, shell),
                views.unit(fact.responsible()),
                recorded.occurredAt(),
                color(fact),
                recorded.voided());
    }

    private @Nullable String detail(CaseFact fact, Shell shell) {
        return switch (fact) {
            case WorkFact.Dispatched it -> shell.t("cases.detail.due", shell.when(it.due()));
            case ReportFact.Reported it -> shell.t("cases.detail.dispatch-due", shell.when(it.due()));
            case ReportFact.Received it -> it.system();
            case ReportFact.Rebound it -> shell.t("cases.detail.due", shell.when(it.due()));
            case ReportFact.KindCorrected it -> word(flow.kind(it.to()), shell);
            case ReportFact.TakenDown it -> views.unit(it.by());
            case WorkFact.Signed it -> it.silently() ? shell.t("cases.detail.silently") : null;
            case WorkFact.Escalated it ->
                shell.t("cases.detail.supervisor", views.unit(it.supervisor()), shell.duration(it.late()));
            case WorkFact.LateAtTop it ->
                shell.t("cases.detail.supervisor", views.unit(it.supervisor()), shell.duration(it.late()));
            case WorkFact.LimitReached it ->
                shell.t(
                        it.inTime() ? "cases.detail.in-time" : "cases.detail.not-in-time",
                        shell.t("cases.step." + it.step()));
            case WorkFact.DoneLate it -> shell.t("cases.step." + it.step());
            case EndingFact.Rated it -> shell.t("cases.detail.rated", it.result(), it.service());
            case RequestFact.ReturnAsked it -> word(duties.item(it.dutyItem()).title(), shell);
            case RequestFact.PostponeAsked it -> shell.t("cases.detail.until", shell.when(it.until()));
            case RequestFact.Postponed it -> shell.t("cases.detail.until", shell.when(it.until()));
            case RequestFact.ShelveAsked it -> shell.t("cases.detail.until", shell.when(it.until()));
            case RequestFact.Shelved it -> shell.t("cases.detail.until", shell.when(it.until()));
            case RequestFact.RequestRefused it -> it.silently() ? shell.t("cases.detail.undecided") : null;
            case WorkFact.CheckWanted it -> shell.t("cases.detail.due", shell.when(it.due()));
            case WorkFact.Checked it ->
                shell.t(it.passed() ? "cases.detail.check.passed" : "cases.detail.check.failed");
            case EndingFact.Rechecked it ->
                shell.t(it.agrees() ? "cases.detail.recheck.agrees" : "cases.detail.recheck.differs");
            case EndingFact.Heard it -> shell.t(it.solved() ? "cases.answer.solved" : "cases.answer.not-solved");
            case ReportFact.Added it -> it.correction() ? shell.t("cases.detail.correction") : null;
            case ReportFact.Urged it -> shell.t("cases.detail.urged", it.times());
            case WorkFact.Instructed it ->
                shell.t("cases.detail.instructed", views.unit(it.by()), shell.t("cases.instruction." + it.strength()));
            case EndingFact.Declined it ->
                word(flow.reason("decline", it.reason()).name(), shell);
            case EndingFact.HandedOn it ->
                flow.elsewhere(it.to())
                        .map(elsewhere -> word(elsewhere.name(), shell))
                        .orElse(it.to());
            case RequestFact.UnsolvedAsked it ->
                word(flow.reason("unsolved", it.reason()).name(), shell);
            case EndingFact.ClosedUnsolved it ->
                word(flow.reason("unsolved", it.reason()).name(), shell);
            case StoryFact.StoryPictureMasked it -> shell.t("cases.pictures." + it.moment());
            case EndingFact.Appealed it -> word(flow.outcome(it.ended()).name(), shell);
            case EndingFact.FiledOnAppeal it -> word(flow.outcome(it.ended()).name(), shell);
            case EndingFact.EndingConfirmed it -> word(flow.outcome(it.ended()).name(), shell);
            case EndingFact.Reopened it -> word(flow.outcome(it.ended()).name(), shell);
            case ExclusionFact.ExclusionAsked it ->
                word(flow.reason("exclude", it.reason()).name(), shell);
            case ExclusionFact.Excluded it -> views.unit(it.decider());
            case ExclusionFact.ExclusionRefused it -> views.unit(it.decider());
            case ExclusionFact.ExclusionContested it -> views.unit(it.reviewer());
            case ExclusionFact.ExclusionKept it -> views.unit(it.reviewer());
            case ExclusionFact.ExclusionLifted it -> views.unit(it.reviewer());
            case RequestFact.Conferred it -> views.unit(it.to());
            case RequestFact.ArbitrationAsked it -> views.unit(it.arbiter());
            case RequestFact.Arbitrated it -> views.unit(it.to());
            case WorkFact.CalledIn it -> shell.t("cases.detail.due", shell.when(it.due()));
            case WorkFact.CheckedIn it -> it.silently() ? shell.t("cases.detail.silently") : null;
            case WorkFact.LeadTaken it -> views.unit(it.from());
            case WorkFact.Whistled it -> shell.t("cases.detail.due", shell.when(it.due()));
            case WorkFact.PassedUp it -> word(flow.reason("pass-up", it.cause()).name(), shell);
            case WorkFact.WhistlePassedOn it -> views.unit(it.from());
            case ReportFact.FoundByTelephone it -> shell.t("cases.purpose." + it.purpose());
            case ReportFact.ContactRead it -> shell.t("cases.purpose." + it.purpose());
            default -> null;
        };
    }

    private static String color(CaseFact fact) {
        return switch (fact) {
            case WorkFact.Escalated it -> "red";
            case WorkFact.LateAtTop it -> "red";
            case WorkFact.DoneLate it -> "red";
            case WorkFact.LimitReached it -> it.inTime() ? "green" : "red";
            case WorkFact.WhistlePassedOn it -> "red";
            case WorkFact.Whistled it -> "amber";
            case EndingFact.Disputed it -> "amber";
            case EndingFact.Recurred _ -> "red";
            case ReportFact.Urged it -> "amber";
            case EndingFact.Appealed it -> "amber";
            case EndingFact.Reopened it -> "amber";
            case RequestFact.ReturnAsked it -> "amber";
            case ExclusionFact.ExclusionContested _ -> "amber";
            case EndingFact.Confirmed it -> "green";
            case EndingFact.Closed it -> "green";
            case EndingFact.SelfHandled _ -> "green";
            default -> "blue";
        };
    }

    record Line(String title, @Nullable String detail, String unit, Instant at, String color, boolean voided) {}
}
