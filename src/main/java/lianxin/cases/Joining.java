package lianxin.cases;

import static lianxin.cases.Stage.DISPATCHED;
import static lianxin.cases.Stage.REPORTED;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;

/**
 * 并案: several people ask for the same. One case goes on, with all of them as its reporters; the reports that joined it
 * keep their numbers and private pages, and whoever sent one is asked like the first.
 */
final class Joining {

    private Joining() {}

    /** Whether a report that no unit works on yet may join; what another system counts and asks after stays alone. */
    static boolean may(Case it) {
        return it.stage == REPORTED && !it.filed && it.appealed == null && alone(it) && free(it);
    }

    /** Whether others may join it. */
    static boolean leads(Case it) {
        return (it.stage == REPORTED && it.appealed == null || it.stage == DISPATCHED) && free(it);
    }

    private static boolean alone(Case it) {
        return it.voices == 1 && !it.steppedBack;
    }

    private static boolean free(Case it) {
        return it.bound == null && !it.heardElsewhere && it.subject == null;
    }

    static void join(Case it, Case lead, Instant now) {
        var same = it.category.equals(lead.category) && it.desk.equals(lead.desk) && !it.id.equals(lead.id);
        if (!same || !may(it) || !leads(lead)) throw new RuleBroken("case.not-joinable");
        lead.voices++;
        it.done(Step.dispatch, now);
        it.joined = lead.id;
        it.close(Outcome.joined, new ReportFact.Joined(it.id, it.desk, lead.id), now);
    }

    /** It was another matter after all: it stands at the desk again, and its limit begins anew. */
    static void part(Case it, Case lead, UnitId desk, Deadlines deadlines, Instant now) {
        if (!lead.id.equals(it.joined)) throw new RuleBroken("case.not-joined");
        lead.only(REPORTED, DISPATCHED);
        if (lead.voices == 1) throw new RuleBroken("case.last-voice");
        lead.voices--;
        it.joined = null;
        it.outcome = null;
        it.closedAt = null;
        it.desk = desk;
        it.holdAt(REPORTED, desk, deadlines.dispatch(it.category, now), now);
        it.limits.start(Step.dispatch, desk, it.due, now);
        it.tell(new ReportFact.Parted(it.id, desk, lead.id), now);
    }

    /** One of several reporters wants nothing more; the others do. */
    static void stepBack(Case lead, CaseId voice, Instant now) {
        if (voice.equals(lead.id) && lead.steppedBack) throw new RuleBroken("case.withdrawn");
        lead.only(REPORTED, DISPATCHED, Stage.AWAITING_RESIDENT);
        lead.voices--;
        if (voice.equals(lead.id)) lead.steppedBack = true;
        lead.tell(new ReportFact.SteppedBack(voice, lead.holder), now);
        if (lead.stage == Stage.AWAITING_RESIDENT) Answering.whenAllHaveAnswered(lead, now);
    }

    /** A joined report whose reporter wants nothing more belongs to no case. */
    static void leave(Case it, Case lead, Instant now) {
        var from = lead.stage.key();
        var inTime = lead.stage == Stage.AWAITING_RESIDENT || !now.isAfter(lead.due);
        it.joined = null;
        it.outcome = Outcome.withdrawn;
        it.closedAt = now;
        it.tell(new EndingFact.Withdrawn(it.id, lead.holder, from, inTime), now);
    }
}
