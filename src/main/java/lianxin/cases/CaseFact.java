package lianxin.cases;

import java.time.Duration;
import java.time.Instant;
import lianxin.facts.Fact;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** What can happen to a case. Public vocabulary: indicators, notices and open data use these names. */
public sealed interface CaseFact extends Fact {

    CaseId id();

    UnitId responsible();

    @Override
    default Ref about() {
        return id().ref();
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    /** Whether the case is closed by it. */
    default boolean closes() {
        return switch (this) {
            case TakenElsewhere _,
                    Withdrawn _,
                    Declined _,
                    HandedOn _,
                    AnsweredDirectly _,
                    ClosedUnsolved _,
                    Closed _,
                    ClosedUnanswered _ -> true;
            default -> false;
        };
    }

    record Reported(
            CaseId id,
            UnitId responsible,
            String category,
            String channel,
            Instant due,
            @Nullable String kind) implements CaseFact {}

    record KindCorrected(CaseId id, UnitId responsible, String from, String to) implements CaseFact {}

    /** @param by the desk that passed it on to the unit praised */
    record Praised(CaseId id, UnitId responsible, UnitId by) implements CaseFact {}

    /**
     * Another system sent it, under a number of its own.
     *
     * @param due its deadline, which stands in the place of ours; null where it set none
     * @param heardElsewhere whether that system asks the resident
     */
    record Received(
            CaseId id,
            UnitId responsible,
            String system,
            @Nullable Instant due,
            boolean heardElsewhere) implements CaseFact {}

    /** The system that sent it gives it to somebody else. Neither solved nor unsolved. */
    record TakenElsewhere(CaseId id, UnitId responsible, boolean inTime) implements CaseFact {}

    /** The system that sent it moved its deadline. */
    record Rebound(CaseId id, UnitId responsible, Instant due) implements CaseFact {}

    /**
     * Staff took it down for somebody.
     *
     * @param by the unit where it was typed
     * @param asker who asked, by relation
     * @param concerned resident, everybody or enterprise
     */
    record TakenDown(CaseId id, UnitId responsible, UnitId by, String asker, String concerned) implements CaseFact {}

    /** The paper slip, which opens the case to whoever holds it, was shown to the one who typed the report. */
    record SlipShown(CaseId id, UnitId responsible) implements CaseFact {}

    record Dispatched(CaseId id, UnitId responsible, String category, String dutyItem, Instant due)
            implements CaseFact {}

    /** @param silently the limit to sign ran out, which counts as signed; the clock ran from dispatch all the same */
    record Signed(CaseId id, UnitId responsible, boolean silently) implements CaseFact {}

    record Progressed(CaseId id, UnitId responsible) implements CaseFact {}

    record PictureAdded(CaseId id, UnitId responsible, String moment) implements CaseFact {}

    record ReturnAsked(CaseId id, UnitId responsible, String dutyItem) implements CaseFact {}

    record ReturnGranted(CaseId id, UnitId responsible, String dutyItem) implements CaseFact {}

    record ReturnRefused(CaseId id, UnitId responsible, String dutyItem) implements CaseFact {}

    /** The unit finished, or the reporter withdrew, before the request was decided. */
    record ReturnWithdrawn(CaseId id, UnitId responsible, String dutyItem) implements CaseFact {}

    record PostponeAsked(CaseId id, UnitId responsible, Instant until) implements CaseFact {}

    /** @param from the deadline as it was until now */
    record Postponed(CaseId id, UnitId responsible, Instant from, Instant until) implements CaseFact {}

    record ShelveAsked(CaseId id, UnitId responsible, Instant until) implements CaseFact {}

    /** Nothing can be done before the day on which it is looked at again; no limit runs meanwhile. */
    record Shelved(CaseId id, UnitId responsible, Instant until) implements CaseFact {}

    /** @param since when it was put aside */
    record Resumed(CaseId id, UnitId responsible, Instant since) implements CaseFact {}

    /**
     * @param request postpone or shelve
     * @param silently nobody decided in time, which relieves no one
     */
    record RequestRefused(CaseId id, UnitId responsible, String request, boolean silently) implements CaseFact {}

    record RequestWithdrawn(CaseId id, UnitId responsible, String request) implements CaseFact {}

    /**
     * The matter is about a unit or its staff, so another desk has it.
     *
     * @param from the desk that had it
     */
    record RoutedAround(CaseId id, UnitId responsible, UnitId from) implements CaseFact {}

    /** 会商: returns were refused, and the unit wants to meet those who could answer for it. */
    record ConferAsked(CaseId id, UnitId responsible) implements CaseFact {}

    /** @param to who answers for it by agreement; the same unit where it keeps it */
    record Conferred(CaseId id, UnitId responsible, UnitId to) implements CaseFact {}

    /** @param due by when the arbiter must decide */
    record ArbitrationAsked(CaseId id, UnitId responsible, UnitId arbiter, Instant due) implements CaseFact {}

    /**
     * 终审: decided for good, and part of the duty list from the next day.
     *
     * @param to who answers for it
     * @param founded whether the return was right to be asked for
     */
    record Arbitrated(CaseId id, UnitId responsible, UnitId to, UnitId arbiter, boolean founded) implements CaseFact {}

    /** 推诿: a return that the final decision found unfounded. */
    record Shuffled(CaseId id, UnitId responsible) implements CaseFact {}

    /**
     * A unit is asked to assist (协办). It is in its charge from now on, the case as a whole in the lead's.
     *
     * @param due by when its part is to be done
     */
    record CalledIn(CaseId id, UnitId responsible, UnitId lead, Instant due) implements CaseFact {}

    /** @param silently the limit to check in ran out, which counts as checked in */
    record CheckedIn(CaseId id, UnitId responsible, boolean silently) implements CaseFact {}

    /** The assisting unit did its part. */
    record Assisted(CaseId id, UnitId responsible, boolean onTime) implements CaseFact {}

    /** An assisting unit is no longer needed. */
    record Released(CaseId id, UnitId responsible) implements CaseFact {}

    /** Nobody leads for certain: the first of its units that signs will. */
    record LeadOpened(CaseId id, UnitId responsible) implements CaseFact {}

    /** 首接负责: nobody had signed for the lead, so the first unit that signed leads to the end. */
    record LeadTaken(CaseId id, UnitId responsible, UnitId from) implements CaseFact {}

    /**
     * 吹哨: the unit that leads lacks the power and summons another one.
     *
     * @param due by when that one must say who comes
     */
    record Whistled(CaseId id, UnitId responsible, UnitId by, Instant due) implements CaseFact {}

    /** 响应: who was whistled for has said who comes. */
    record Responded(CaseId id, UnitId responsible, boolean onTime) implements CaseFact {}

    /** Nobody responded in time, so the level above is asked. */
    record WhistlePassedOn(CaseId id, UnitId responsible, UnitId from) implements CaseFact {}

    /** The case went on before anybody responded. */
    record WhistleWithdrawn(CaseId id, UnitId responsible) implements CaseFact {}

    /** A unit ended and its successor took the case over. */
    record HandedOver(CaseId id, UnitId responsible, UnitId from) implements CaseFact {}

    record Escalated(CaseId id, UnitId responsible, UnitId supervisor, int level, Duration late) implements CaseFact {}

    /** Nobody is above: the top unit supervises itself and is told so once every working day. */
    record LateAtTop(CaseId id, UnitId responsible, UnitId supervisor, int level, Duration late) implements CaseFact {}

    /** The supervisor answered: it looked after the late case and says what happens. */
    record Supervised(CaseId id, UnitId responsible, UnitId supervisor) implements CaseFact {}

    /**
     * A superior wants an answer by a day; who holds the case stays responsible.
     *
     * @param strength remind, supervise or instruct
     */
    record Instructed(CaseId id, UnitId responsible, UnitId by, String strength, Instant due) implements CaseFact {}

    /** The unit that holds the case answered what a superior wanted to know. */
    record Replied(CaseId id, UnitId responsible, boolean onTime) implements CaseFact {}

    record Finished(CaseId id, UnitId responsible, boolean onTime) implements CaseFact {}

    /** The reporter said more; a correction stands beside what it corrects. What was said is not told here. */
    record Added(CaseId id, UnitId responsible, boolean correction) implements CaseFact {}

    /** @param times how often by now, this one included */
    record Urged(CaseId id, UnitId responsible, int times) implements CaseFact {}

    /**
     * The reporter wants nothing done any more. Neither solved nor unsolved.
     *
     * @param from the stage out of which it was withdrawn, for those who ask some of the reporters why
     * @param inTime whether the deadline of who held it had not passed
     */
    record Withdrawn(CaseId id, UnitId responsible, String from, boolean inTime) implements CaseFact {}

    /** @param reason of the closed list of the playbook */
    record Declined(CaseId id, UnitId responsible, String reason) implements CaseFact {}

    /** @param to who is in charge of such matters, as the playbook lists them */
    record HandedOn(CaseId id, UnitId responsible, String to) implements CaseFact {}

    record AnsweredDirectly(CaseId id, UnitId responsible) implements CaseFact {}

    /**
     * It cannot be solved, and the desk agreed that it cannot.
     *
     * @param reason of the closed list of the playbook
     */
    record ClosedUnsolved(CaseId id, UnitId responsible, String reason, boolean inTime) implements CaseFact {}

    record UnsolvedAsked(CaseId id, UnitId responsible, String reason) implements CaseFact {}

    /** @param ended how the desk had ended it */
    record Appealed(CaseId id, UnitId responsible, String ended) implements CaseFact {}

    /** @param ended how it had been closed */
    record Reopened(CaseId id, UnitId responsible, String ended) implements CaseFact {}

    record Confirmed(CaseId id, UnitId responsible) implements CaseFact {}

    /** @param rework whether the no sent the case back; a no that comes after closing is heard and changes nothing */
    record Disputed(CaseId id, UnitId responsible, boolean rework) implements CaseFact {}

    /** Five steps, 5 is best; 0 where the resident left one out. Not for the eyes of the handling unit. */
    record Rated(CaseId id, UnitId responsible, int result, int service) implements CaseFact {}

    /** “有人要求我给好评”: told to the unit above, not to the handling unit. */
    record Pressed(CaseId id, UnitId responsible) implements CaseFact {}

    record Closed(CaseId id, UnitId responsible, Outcome outcome, boolean inTime) implements CaseFact {}

    /** The resident said nothing until the answer window ended. Silence is not consent: a fact of its own. */
    record ClosedUnanswered(CaseId id, UnitId responsible, boolean inTime) implements CaseFact {}

    /** The unit that led wrote how it was solved, for everybody to read once it is released. */
    record StoryWritten(CaseId id, UnitId responsible) implements CaseFact {}

    /** Somebody has seen that faces, plates and doors are masked on a picture of the work. */
    record StoryPictureMasked(CaseId id, UnitId responsible, String moment) implements CaseFact {}

    record StoryReleased(CaseId id, UnitId responsible) implements CaseFact {}

    record StoryTakenBack(CaseId id, UnitId responsible) implements CaseFact {}

    /** A limit fell, whatever the state: the denominator of every rate. */
    record LimitReached(CaseId id, UnitId responsible, Step step, boolean inTime, int reworks) implements CaseFact {}

    /** A step whose limit had run out was done after all. */
    record DoneLate(CaseId id, UnitId responsible, Step step, Instant limit) implements CaseFact {}

    /** Somebody looked for what is open under the telephone of a caller; the purpose is why. */
    record FoundByTelephone(CaseId id, UnitId responsible, String purpose) implements CaseFact {}

    /** Somebody read the reporter's contact; the purpose is why. */
    record ContactRead(CaseId id, UnitId responsible, String purpose) implements CaseFact {}
}
