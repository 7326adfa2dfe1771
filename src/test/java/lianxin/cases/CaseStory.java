package lianxin.cases;

import static lianxin.cases.Stage.AWAITING_RESIDENT;
import static lianxin.cases.Stage.CLOSED;
import static lianxin.cases.Stage.DISPATCHED;
import static lianxin.cases.Stage.REPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * The simple model of one case: its facts, read one after the other, say how it stands. A fact that cannot follow the
 * ones before makes the story illegal. What a fact does not change it does not mention here.
 */
final class CaseStory {

    final CaseId id;
    final List<CaseFact> facts = new ArrayList<>();

    @Nullable
    Stage stage;

    UnitId desk = new UnitId(0);
    UnitId holder = new UnitId(0);
    boolean signed;
    boolean leadOpen;
    boolean paused;
    boolean again;
    int round;
    int reworks;
    int urged;
    int returns;

    @Nullable
    Relief asked;

    @Nullable
    UnitId supervisor;

    boolean superviseOpen;

    @Nullable
    UnitId whistled;

    @Nullable
    Outcome outcome;

    /** How it had ended, while the desk above decides about that. */
    @Nullable
    Outcome appealed;

    /** The unit that is to look whether the work is done. */
    @Nullable
    UnitId checker;

    /** The case in which this report is worked on, until it is parted or its reporter leaves it. */
    @Nullable
    CaseStory lead;

    int voices = 1;
    int agreed;
    boolean steppedBack;
    boolean filed;

    /** Units called in, with their part not done yet; and those of them that have not checked in. */
    final Set<Integer> assisting = new TreeSet<>();

    final Set<Integer> notIn = new TreeSet<>();

    final ExclusionStory exclusion = new ExclusionStory();

    CaseStory(CaseId id) {
        this.id = id;
    }

    boolean at(Stage... some) {
        return stage != null && Set.of(some).contains(stage);
    }

    boolean open() {
        return at(REPORTED, DISPATCHED, AWAITING_RESIDENT);
    }

    /** Where its reporter is heard. */
    CaseStory heardIn() {
        return lead == null ? this : lead;
    }

    /** A unit ended: the other one stands for it, except where a fact tells so itself. */
    void ended(UnitId from, UnitId to) {
        if (!open()) return;
        if (desk.equals(from)) desk = to;
        if (from.equals(supervisor)) supervisor = to;
        if (from.equals(whistled)) whistled = to;
        if (from.equals(checker)) checker = to;
        if (holder.equals(from)) leave(to);
        if (assisting.contains(from.number()) && !holder.equals(to) && !assisting.contains(to.number())) {
            assisting.add(to.number());
            if (notIn.contains(from.number())) notIn.add(to.number());
        }
        leave(from);
    }

    void tell(CaseFact fact) {
        facts.add(fact);
        if (stage == null) check(fact instanceof ReportFact.Reported, "begins without a report");
        switch (fact) {
            case ReportFact.Reported it -> {
                check(stage == null, "is reported twice");
                hold(REPORTED, it.responsible());
                desk = it.responsible();
            }
            case WorkFact.Dispatched it -> {
                check(at(REPORTED), "is dispatched");
                hold(DISPATCHED, it.responsible());
                signed = false;
                filed = true;
                returns = 0;
            }
            case WorkFact.Signed it -> {
                check(at(DISPATCHED) && !signed, "is signed for");
                signed = true;
                leadOpen = false;
            }
            case WorkFact.Progressed it -> check(at(DISPATCHED), "makes progress");
            case RequestFact.ReturnAsked it -> ask(Relief.RETURN);
            case RequestFact.PostponeAsked it -> ask(Relief.POSTPONE);
            case RequestFact.ShelveAsked it -> ask(Relief.SHELVE);
            case RequestFact.UnsolvedAsked it -> ask(Relief.UNSOLVED);
            case RequestFact.ReturnGranted it -> {
                decided(Relief.RETURN);
                hold(REPORTED, desk);
                signed = false;
                leadOpen = false;
                assisting.clear();
                notIn.clear();
            }
            case RequestFact.ReturnRefused it -> {
                decided(Relief.RETURN);
                returns++;
            }
            case RequestFact.ReturnWithdrawn it -> decided(Relief.RETURN);
            case RequestFact.Postponed it -> {
                decided(Relief.POSTPONE);
                hold(DISPATCHED, holder);
            }
            case RequestFact.Shelved it -> {
                decided(Relief.SHELVE);
                hold(DISPATCHED, holder);
                paused = true;
            }
            case RequestFact.RequestRefused it -> decided(Relief.of(it.request()));
            case RequestFact.RequestWithdrawn it -> decided(Relief.of(it.request()));
            case RequestFact.Resumed it -> {
                check(paused, "goes on");
                paused = false;
                hold(DISPATCHED, holder);
            }
            case WorkFact.CalledIn it -> {
                check(
                        at(DISPATCHED)
                                && !paused
                                && assisting.add(it.responsible().number()),
                        "calls somebody in");
                notIn.add(it.responsible().number());
            }
            case WorkFact.CheckedIn it ->
                check(at(DISPATCHED) && notIn.remove(it.responsible().number()), "sees somebody check in");
            case WorkFact.Assisted it ->
                check(at(DISPATCHED) && assisting.remove(it.responsible().number()), "is assisted");
            case WorkFact.Released it -> {
                check(at(DISPATCHED), "lets somebody go");
                leave(it.responsible());
            }
            case WorkFact.LeadOpened it -> {
                check(at(DISPATCHED) && !signed, "opens its lead");
                leadOpen = true;
            }
            case WorkFact.LeadTaken it -> {
                check(leadOpen && holder.equals(it.from()), "changes its lead");
                holder = it.responsible();
                leave(holder);
                signed = true;
                leadOpen = false;
            }
            case WorkFact.Whistled it -> {
                check(at(DISPATCHED) && !paused && whistled == null, "whistles");
                whistled = it.responsible();
            }
            case WorkFact.Responded it -> {
                check(it.responsible().equals(whistled), "hears an answer to its whistle");
                whistled = null;
            }
            case WorkFact.PassedUp it -> {
                check(at(REPORTED) && appealed == null && desk.equals(it.from()), "is passed up");
                desk = it.responsible();
                hold(REPORTED, desk);
            }
            case WorkFact.WhistlePassedOn it -> {
                check(it.from().equals(whistled), "passes its whistle on");
                whistled = it.responsible();
            }
            case WorkFact.WhistleWithdrawn it -> {
                check(whistled != null, "whistles no more");
                whistled = null;
            }
            case WorkFact.Finished it -> {
                check(at(DISPATCHED) && signed && !paused && asked == null && assisting.isEmpty(), "is finished");
                stage = AWAITING_RESIDENT;
                round++;
                agreed = 0;
                supervisor = null;
                superviseOpen = false;
            }
            case WorkFact.CheckWanted it -> {
                check(at(AWAITING_RESIDENT) && checker == null, "is to be looked at");
                checker = it.responsible();
            }
            case WorkFact.Checked it -> {
                check(it.by().equals(checker), "is looked at");
                checker = null;
                if (!it.passed()) workAgain();
            }
            case EndingFact.Confirmed it -> check(round > 0 && outcome != Outcome.withdrawn, "is confirmed");
            case EndingFact.Disputed it -> {
                check(round > 0 && outcome != Outcome.withdrawn, "is disputed");
                check(it.rework() == at(AWAITING_RESIDENT), "is done again");
                if (it.rework()) workAgain();
            }
            case EndingFact.Closed it -> close(it.outcome(), AWAITING_RESIDENT);
            case EndingFact.ClosedUnanswered it -> close(Outcome.closedUnanswered, AWAITING_RESIDENT);
            case EndingFact.ClosedUnsolved it -> {
                decided(Relief.UNSOLVED);
                close(Outcome.closedUnsolved, DISPATCHED);
            }
            case EndingFact.Withdrawn it -> {
                if (outcome == Outcome.joined) outcome = Outcome.withdrawn;
                else close(Outcome.withdrawn, REPORTED, DISPATCHED, AWAITING_RESIDENT);
            }
            case ReportFact.Joined it -> close(Outcome.joined, REPORTED);
            case ReportFact.Parted it -> {
                check(outcome == Outcome.joined, "is parted");
                outcome = null;
                desk = it.responsible();
                hold(REPORTED, desk);
            }
            case EndingFact.Heard it -> check(heardIn().round > 0 && !steppedBack, "hears one of its reporters");
            case EndingFact.Declined it -> close(Outcome.declined, REPORTED);
            case EndingFact.HandedOn it -> close(Outcome.handedOn, REPORTED);
            case EndingFact.AnsweredDirectly it -> close(Outcome.answeredDirectly, REPORTED);
            case EndingFact.Reopened it -> {
                reopen(it.ended());
                if (it.responsible().equals(holder)) workAgain();
                else anewAt(it.responsible());
            }
            case EndingFact.Appealed it -> {
                appealed = outcome;
                reopen(it.ended());
                desk = it.responsible();
                hold(REPORTED, desk);
                signed = false;
            }
            case EndingFact.FiledOnAppeal it -> {
                check(appealed != null && at(REPORTED), "is filed on appeal");
                appealed = null;
                desk = it.responsible();
                hold(REPORTED, desk);
            }
            case EndingFact.EndingConfirmed it -> {
                check(appealed != null && appealed.name().equals(it.ended()), "stays ended");
                close(appealed, REPORTED);
            }
            case ReportFact.Added it -> check(heardIn().open(), "hears more");
            case ReportFact.Urged it -> check(at(REPORTED, DISPATCHED) && it.times() == ++urged, "is urged");
            case WorkFact.Escalated it -> {
                check(at(REPORTED, DISPATCHED), "is escalated");
                supervisor = it.supervisor();
                superviseOpen = true;
            }
            case WorkFact.LateAtTop it -> {
                check(at(REPORTED, DISPATCHED), "is late at the top");
                supervisor = it.supervisor();
            }
            case WorkFact.Supervised it -> {
                check(it.supervisor().equals(supervisor) && superviseOpen, "is supervised");
                superviseOpen = false;
            }
            case WorkFact.HandedOver it -> {
                check(open() && holder.equals(it.from()), "is handed over");
                holder = it.responsible();
            }
            case ExclusionFact it -> exclusion.tell(it, this);
            default -> {}
        }
        if (stage != null && fact instanceof WorkFact.LimitReached fell && fell.step() == Step.dispatch)
            check(facts.size() > 1, "lets its first limit fall before it is reported");
    }

    private void hold(Stage newStage, UnitId unit) {
        stage = newStage;
        holder = unit;
        supervisor = null;
        superviseOpen = false;
    }

    private void ask(Relief what) {
        check(at(DISPATCHED) && asked == null && !paused, "asks for " + what);
        asked = what;
    }

    private void decided(Relief what) {
        check(at(DISPATCHED) && asked == what, "decides about " + what);
        asked = null;
    }

    private void workAgain() {
        hold(DISPATCHED, holder);
        checker = null;
        reworks++;
    }

    /** Who did it is no more. */
    private void anewAt(UnitId unit) {
        desk = unit;
        hold(REPORTED, unit);
        signed = false;
        reworks++;
    }

    private void reopen(String from) {
        check(at(CLOSED) && !again && outcome != null && outcome.name().equals(from), "is opened again");
        again = true;
        outcome = null;
    }

    private void close(Outcome how, Stage... from) {
        check(at(from), "is closed as " + how);
        stage = CLOSED;
        outcome = how;
        appealed = null;
        checker = null;
        supervisor = null;
        superviseOpen = false;
        paused = false;
        leadOpen = false;
        assisting.clear();
        notIn.clear();
    }

    private void leave(UnitId unit) {
        assisting.remove(unit.number());
        notIn.remove(unit.number());
    }

    private void check(boolean legal, String what) {
        if (!legal) throw new IllegalStory("A case that is " + standing() + " " + what);
    }

    String standing() {
        return CaseStanding.of(this);
    }

    /** What happened is not what could have happened. */
    static final class IllegalStory extends RuntimeException {
        private static final long serialVersionUID = 1;

        IllegalStory(String sentence) {
            super(sentence);
        }
    }
}
