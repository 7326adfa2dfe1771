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
    private static final Set<String> FOR_THE_EVALUATING_LEVEL = Set.of("case.rated", "case.pressed");

    private static final Set<String> SEEN_IN_PUBLIC_SPACE =
            Set.of("case.reported", "case.dispatched", "case.signed", "case.finished", "case.closed", "case.withdrawn");

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
            case CaseFact.Dispatched it -> shell.t("cases.detail.due", shell.when(it.due()));
            case CaseFact.Reported it -> shell.t("cases.detail.dispatch-due", shell.when(it.due()));
            case CaseFact.Received it -> it.system();
            case CaseFact.Rebound it -> shell.t("cases.detail.due", shell.when(it.due()));
            case CaseFact.KindCorrected it -> word(flow.kind(it.to()), shell);
            case CaseFact.TakenDown it -> views.unit(it.by());
            case CaseFact.Signed it -> it.silently() ? shell.t("cases.detail.silently") : null;
            case CaseFact.Escalated it ->
                shell.t("cases.detail.supervisor", views.unit(it.supervisor()), shell.duration(it.late()));
            case CaseFact.LateAtTop it ->
                shell.t("cases.detail.supervisor", views.unit(it.supervisor()), shell.duration(it.late()));
            case CaseFact.LimitReached it ->
                shell.t(
                        it.inTime() ? "cases.detail.in-time" : "cases.detail.not-in-time",
                        shell.t("cases.step." + it.step()));
            case CaseFact.DoneLate it -> shell.t("cases.step." + it.step());
            case CaseFact.Rated it -> shell.t("cases.detail.rated", it.result(), it.service());
            case CaseFact.ReturnAsked it -> word(duties.item(it.dutyItem()).title(), shell);
            case CaseFact.PostponeAsked it -> shell.t("cases.detail.until", shell.when(it.until()));
            case CaseFact.Postponed it -> shell.t("cases.detail.until", shell.when(it.until()));
            case CaseFact.ShelveAsked it -> shell.t("cases.detail.until", shell.when(it.until()));
            case CaseFact.Shelved it -> shell.t("cases.detail.until", shell.when(it.until()));
            case CaseFact.RequestRefused it -> it.silently() ? shell.t("cases.detail.undecided") : null;
            case CaseFact.Added it -> it.correction() ? shell.t("cases.detail.correction") : null;
            case CaseFact.Urged it -> shell.t("cases.detail.urged", it.times());
            case CaseFact.Instructed it ->
                shell.t("cases.detail.instructed", views.unit(it.by()), shell.t("cases.instruction." + it.strength()));
            case CaseFact.Conferred it -> views.unit(it.to());
            case CaseFact.ArbitrationAsked it -> views.unit(it.arbiter());
            case CaseFact.Arbitrated it -> views.unit(it.to());
            case CaseFact.CalledIn it -> shell.t("cases.detail.due", shell.when(it.due()));
            case CaseFact.CheckedIn it -> it.silently() ? shell.t("cases.detail.silently") : null;
            case CaseFact.LeadTaken it -> views.unit(it.from());
            case CaseFact.Whistled it -> shell.t("cases.detail.due", shell.when(it.due()));
            case CaseFact.WhistlePassedOn it -> views.unit(it.from());
            case CaseFact.StoryPictureMasked it -> shell.t("cases.pictures." + it.moment());
            case CaseFact.FoundByTelephone it -> shell.t("cases.purpose." + it.purpose());
            case CaseFact.ContactRead it -> shell.t("cases.purpose." + it.purpose());
            default -> null;
        };
    }

    private static String color(CaseFact fact) {
        return switch (fact) {
            case CaseFact.Escalated it -> "red";
            case CaseFact.LateAtTop it -> "red";
            case CaseFact.DoneLate it -> "red";
            case CaseFact.LimitReached it -> it.inTime() ? "green" : "red";
            case CaseFact.WhistlePassedOn it -> "red";
            case CaseFact.Whistled it -> "amber";
            case CaseFact.Disputed it -> "amber";
            case CaseFact.Urged it -> "amber";
            case CaseFact.ReturnAsked it -> "amber";
            case CaseFact.Confirmed it -> "green";
            case CaseFact.Closed it -> "green";
            default -> "blue";
        };
    }

    record Line(String title, @Nullable String detail, String unit, Instant at, String color, boolean voided) {}
}
