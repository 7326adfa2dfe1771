package lianxin.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import lianxin.cases.rules.Flow;
import lianxin.facts.Recorded;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a case, told to the one who reported it: units by name, staff never, and nothing of limits and
 * ratings, which are the business of others.
 */
final class ResidentStory {

    /** @param running what goes on just now; the last step of an open case */
    record Step(
            String title,
            @Nullable String words,
            @Nullable String text,
            @Nullable Instant at,
            boolean running,
            List<Photo> photos) {}

    record Photo(String url, String label) {}

    private final Shell shell;
    private final Units units;
    private final Flow flow;
    private final ResidentQueries.Standing standing;
    private final Iterator<String> progress;
    private final Iterator<String> results;
    private final List<Addition> additions;
    private final List<Photo> own;
    private final List<Photo> ofTheWork;
    private final List<Step> steps = new ArrayList<>();

    ResidentStory(
            Shell shell,
            Units units,
            Flow flow,
            ResidentQueries.Standing standing,
            List<CaseDetails.Reply> replies,
            List<Addition> additions,
            List<Photo> own,
            List<Photo> ofTheWork) {
        this.shell = shell;
        this.units = units;
        this.flow = flow;
        this.standing = standing;
        this.progress = texts(replies, false);
        this.results = texts(replies, true);
        this.additions = additions;
        this.own = own;
        this.ofTheWork = ofTheWork;
    }

    List<Step> tell(List<Recorded> facts) {
        var last = lastWork(facts);
        for (int i = 0; i < facts.size(); i++) {
            if (!facts.get(i).voided()) tell(facts.get(i), i == last);
        }
        now();
        return steps;
    }

    private void tell(Recorded recorded, boolean lastWork) {
        var at = recorded.occurredAt();
        var photos = lastWork ? ofTheWork : List.<Photo>of();
        switch (recorded.fact()) {
            case ReportFact.Reported _ -> reported(at);
            case ReportFact.TakenDown it -> step(at, "taken-down", null, it.by());
            case ReportFact.Joined it -> step(at, "joined", shell.t("resident.track.joined.how"), it.responsible());
            case ReportFact.Parted it -> step(at, "parted", null, it.responsible());
            case ReportFact.SteppedBack _ -> own(at, "withdrawn");
            case WorkFact.Dispatched it ->
                step(at, "dispatched", shell.t("resident.track.due", shell.when(it.due())), it.responsible());
            case WorkFact.Signed it when !it.silently() -> step(at, "signed", null, it.responsible());
            case WorkFact.Progressed it ->
                steps.add(new Step(title("progress", it.responsible()), null, next(progress), at, false, photos));
            case RequestFact.ReturnAsked it -> step(at, "relieve", null, it.responsible());
            case RequestFact.ReturnGranted it -> step(at, "relieved", null, it.responsible());
            case RequestFact.ReturnRefused it -> step(at, "kept", null, it.responsible());
            case RequestFact.Postponed it ->
                step(at, "postponed", shell.t("resident.track.due", shell.when(it.until())), it.responsible());
            case RequestFact.Shelved it ->
                step(at, "shelved", shell.t("resident.track.review", shell.when(it.until())), it.responsible());
            case RequestFact.Resumed it -> step(at, "resumed", null, it.responsible());
            case WorkFact.Escalated it -> step(at, "escalated", null, it.supervisor());
            case WorkFact.Supervised it -> step(at, "supervised", next(progress), it.supervisor());
            case WorkFact.Finished it ->
                steps.add(new Step(title("finished", it.responsible()), null, next(results), at, false, photos));
            case WorkFact.Checked it -> step(at, it.passed() ? "checked" : "check-failed", next(progress), it.by());
            case WorkFact.CalledIn it -> step(at, "called-in", null, it.responsible());
            case WorkFact.Whistled it -> step(at, "whistled", null, it.responsible());
            case WorkFact.LeadTaken it -> step(at, "lead-taken", null, it.responsible());
            case RequestFact.Conferred it when !it.to().equals(it.responsible()) -> step(at, "moved", null, it.to());
            case RequestFact.Arbitrated it when !it.to().equals(it.responsible()) -> step(at, "moved", null, it.to());
            case EndingFact.Declined it -> ended(at, "declined", it.responsible(), flow.reason("decline", it.reason()));
            case EndingFact.HandedOn it -> handedOn(at, it);
            case EndingFact.AnsweredDirectly it -> ended(at, "answered", it.responsible(), null);
            case EndingFact.ClosedUnsolved it ->
                ended(at, "unsolved", it.responsible(), flow.reason("unsolved", it.reason()));
            case EndingFact.Appealed it -> disagreed(at, "appealed", it.responsible());
            case EndingFact.FiledOnAppeal it -> step(at, "filed", null, it.responsible());
            case EndingFact.EndingConfirmed it -> ended(at, "ending-confirmed", it.responsible(), null);
            case ExclusionFact.Excluded it -> step(at, "excluded", null, it.decider());
            case ExclusionFact.ExclusionContested it -> disagreed(at, "exclusion-contested", it.reviewer());
            case ExclusionFact.ExclusionKept it -> step(at, "exclusion-kept", null, it.reviewer());
            case ExclusionFact.ExclusionLifted it -> step(at, "exclusion-lifted", null, it.reviewer());
            case StoryFact.StoryReleased it -> step(at, "story", null, it.responsible());
            case EndingFact.Reopened it -> disagreed(at, "reopened", it.responsible());
            case ReportFact.Praised it -> step(at, "praised", next(results), it.responsible());
            case ReportFact.Added it -> own(at, it.correction() ? "corrected" : "added");
            case ReportFact.Urged _ -> own(at, "urged");
            case EndingFact.Withdrawn _ -> own(at, "withdrawn");
            case EndingFact.Heard it -> step(at, it.solved() ? "confirmed" : "disputed", null, it.responsible());
            case EndingFact.Confirmed it ->
                step(at, shared() ? "confirmed-by-all" : "confirmed", null, it.responsible());
            case EndingFact.Disputed it when shared() -> step(at, "rework-for-one", null, it.responsible());
            case EndingFact.Disputed it -> step(at, it.rework() ? "rework" : "disputed", null, it.responsible());
            case EndingFact.ClosedUnanswered it -> step(at, "unanswered", null, it.responsible());
            case ReportFact.FoundByTelephone it -> step(at, "found", null, it.responsible());
            case ReportFact.ContactRead it ->
                step(at, "contact-read", shell.t("resident.track.purpose." + it.purpose()), it.responsible());
            default -> {}
        }
    }

    /** Whether several people asked for it. */
    private boolean shared() {
        return standing.lead() != null || standing.voices() > 1;
    }

    private void reported(Instant at) {
        var detail = standing.detail() == null || standing.detail().isEmpty() ? null : standing.detail();
        steps.add(new Step(shell.t("resident.track.reported"), standing.words(), detail, at, false, own));
    }

    /** With what was said at that moment, while it is kept. */
    private void own(Instant at, String key) {
        steps.add(new Step(shell.t("resident.track.own." + key), said(at), null, at, false, List.of()));
    }

    private void disagreed(Instant at, String key, UnitId unit) {
        steps.add(new Step(title(key, unit), said(at), null, at, false, List.of()));
    }

    private @Nullable String said(Instant at) {
        return additions.stream()
                .filter(it -> it.saidAt().equals(at))
                .map(Addition::words)
                .findFirst()
                .orElse(null);
    }

    /** What the unit says about it, after the reason of the closed list. */
    private void ended(Instant at, String key, UnitId unit, Flow.@Nullable Named reason) {
        var said = new ArrayList<String>();
        if (reason != null) said.add(reason.name().in(shell.locale()));
        if (reason != null && reason.explained() != null)
            said.add(reason.explained().in(shell.locale()));
        saidAfter(at, key, unit, said);
    }

    /** Where to turn and what to do there, then what the desk says about it. */
    private void handedOn(Instant at, EndingFact.HandedOn it) {
        var said = new ArrayList<String>();
        flow.elsewhere(it.to()).ifPresent(elsewhere -> {
            var name = elsewhere.name().in(shell.locale());
            said.add(shell.t("resident.track.where", name, elsewhere.where().in(shell.locale())));
            said.add(elsewhere.how().in(shell.locale()));
        });
        saidAfter(at, "handed-on", it.responsible(), said);
    }

    private void saidAfter(Instant at, String key, UnitId unit, List<String> first) {
        var said = new ArrayList<>(first);
        var text = next(results);
        if (text != null) said.add(text);
        var whole = said.stream()
                .reduce((one, other) -> shell.t("resident.track.because", one, other))
                .orElse(null);
        steps.add(new Step(title(key, unit), null, whole, at, false, List.of()));
    }

    private void step(Instant at, String key, @Nullable String text, UnitId unit) {
        steps.add(new Step(title(key, unit), null, text, at, false, List.of()));
    }

    private void now() {
        if (standing.stage() == Stage.REPORTED) {
            steps.add(new Step(shell.t("resident.track.waiting"), null, null, null, true, List.of()));
        } else if (standing.stage() == Stage.DISPATCHED) {
            var key = standing.shelved() ? "resident.track.waits" : "resident.track.working";
            var title = shell.t(key, name(standing.holder()), shell.when(standing.due()));
            steps.add(new Step(title, null, null, null, true, List.of()));
        }
    }

    private String title(String key, UnitId unit) {
        return shell.t("resident.track." + key, name(unit));
    }

    private String name(UnitId unit) {
        return units.name(unit);
    }

    /** Pictures of the work are shown once, where the work was last spoken of. */
    private static int lastWork(List<Recorded> facts) {
        int last = -1;
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).fact() instanceof WorkFact.Finished || facts.get(i).fact() instanceof WorkFact.Progressed)
                last = i;
        }
        return last;
    }

    private static Iterator<String> texts(List<CaseDetails.Reply> replies, boolean last) {
        return replies.stream()
                .filter(it -> it.last() == last)
                .map(CaseDetails.Reply::text)
                .iterator();
    }

    private static @Nullable String next(Iterator<String> texts) {
        return texts.hasNext() ? texts.next() : null;
    }
}
