package lianxin.cases;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who reported a case do with it while it is open; each is heard in the case in which the report is worked on. */
@Service
@Transactional
class Reporters {

    private final CaseSteps steps;
    private final CaseThread thread;
    private final Voices voices;
    private final Deadlines deadlines;

    Reporters(CaseSteps steps, CaseThread thread, Voices voices, Deadlines deadlines) {
        this.steps = steps;
        this.thread = thread;
        this.voices = voices;
        this.deadlines = deadlines;
    }

    /** The reporter says more, or corrects what was said before. */
    void add(CaseId id, boolean correction, String words, Actor reporter) {
        steps.take(voices.lead(id), reporter, (it, now) -> {
            mustBeReporter(it, id, reporter);
            Reporter.add(it, id, correction, now);
            thread.add(id, correction ? Addition.Kind.correction : Addition.Kind.more, words, now);
        });
    }

    void urge(CaseId id, Actor reporter) {
        steps.take(voices.lead(id), reporter, (it, now) -> {
            mustBeReporter(it, id, reporter);
            Reporter.urge(it, deadlines, now);
        });
    }

    /**
     * The reporter wants nothing done any more. While others want it done the case goes on for them; else it is closed, and
     * a request that waits for its decision is withdrawn by that.
     *
     * @param sentence why, if the reporter wants to say so; else empty
     */
    void withdraw(CaseId id, String sentence, Actor reporter) {
        var lead = voices.lead(id);
        steps.take(lead, reporter, (it, now) -> {
            mustBeReporter(it, id, reporter);
            if (!id.equals(lead)) steps.take(id, reporter, (own, at) -> Joining.leave(own, it, at));
            if (it.voices > 1) stepBack(it, id, now);
            else withdraw(it, reporter, now);
            if (!sentence.isBlank()) thread.add(id, Addition.Kind.withdrawal, sentence, now);
        });
    }

    /** Who has answered already has said what there is to say. */
    private void stepBack(Case it, CaseId voice, Instant now) {
        if (thread.answered(voice, it.round)) throw new RuleBroken("case.answered-already");
        Joining.stepBack(it, voice, now);
    }

    private void withdraw(Case it, Actor reporter, Instant now) {
        if (it.asked != null) Reliefs.withdraw(it, thread.withdraw(it, reporter, now), now);
        if (it.pausedAt != null) thread.resumed(it, now);
        Reporter.withdraw(it, now);
    }

    private static void mustBeReporter(Case it, CaseId voice, Actor by) {
        if (!by.ref().equals(Reports.reporter(voice))) throw new Forbidden(voice.ref());
        if (it.steppedBack && voice.equals(it.id)) throw new RuleBroken("case.withdrawn");
    }
}
