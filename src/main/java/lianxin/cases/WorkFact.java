package lianxin.cases;

import java.time.Duration;
import java.time.Instant;
import lianxin.organization.UnitId;

/** What units do about a case, together and under which eyes. */
public sealed interface WorkFact extends CaseFact {
    /** @param first whether the case is filed by it (立案), and not dispatched once more */
    record Dispatched(CaseId id, UnitId responsible, String category, String dutyItem, Instant due, boolean first)
            implements WorkFact {}

    /**
     * 核查: somebody else is to look whether the work is done.
     *
     * @param responsible the unit that looks
     */
    record CheckWanted(CaseId id, UnitId responsible, Instant due) implements WorkFact {}

    /**
     * @param by the unit that looked
     * @param passed whether it found the work done; if not, the case goes back to the unit that holds it
     */
    record Checked(CaseId id, UnitId responsible, UnitId by, boolean passed) implements WorkFact {}

    /** @param silently the limit to sign ran out, which counts as signed; the clock ran from dispatch all the same */
    record Signed(CaseId id, UnitId responsible, boolean silently) implements WorkFact {}

    record Progressed(CaseId id, UnitId responsible) implements WorkFact {}

    record PictureAdded(CaseId id, UnitId responsible, String moment) implements WorkFact {}

    /**
     * A unit is asked to assist (协办). It is in its charge from now on, the case as a whole in the lead's.
     *
     * @param due by when its part is to be done
     */
    record CalledIn(CaseId id, UnitId responsible, UnitId lead, Instant due) implements WorkFact {}

    /** @param silently the limit to check in ran out, which counts as checked in */
    record CheckedIn(CaseId id, UnitId responsible, boolean silently) implements WorkFact {}

    /** The assisting unit did its part. */
    record Assisted(CaseId id, UnitId responsible, boolean onTime) implements WorkFact {}

    /** An assisting unit is no longer needed. */
    record Released(CaseId id, UnitId responsible) implements WorkFact {}

    /** Nobody leads for certain: the first of its units that signs will. */
    record LeadOpened(CaseId id, UnitId responsible) implements WorkFact {}

    /** 首接负责: nobody had signed for the lead, so the first unit that signed leads to the end. */
    record LeadTaken(CaseId id, UnitId responsible, UnitId from) implements WorkFact {}

    /**
     * 吹哨: the unit that leads lacks the power and summons another one.
     *
     * @param due by when that one must say who comes
     */
    record Whistled(CaseId id, UnitId responsible, UnitId by, Instant due) implements WorkFact {}

    /** 响应: who was whistled for has said who comes. */
    record Responded(CaseId id, UnitId responsible, boolean onTime) implements WorkFact {}

    /**
     * The desk has given the matter to the desk of a superior, or its hour for doing so was over.
     *
     * @param cause a key of the playbook's reasons
     * @param silently whether nobody but the clock did it
     */
    record PassedUp(CaseId id, UnitId responsible, UnitId from, String cause, boolean silently) implements WorkFact {}

    /** Nobody responded in time, so the level above is asked. */
    record WhistlePassedOn(CaseId id, UnitId responsible, UnitId from) implements WorkFact {}

    /** The case went on before anybody responded. */
    record WhistleWithdrawn(CaseId id, UnitId responsible) implements WorkFact {}

    /** A unit ended and its successor took the case over. */
    record HandedOver(CaseId id, UnitId responsible, UnitId from) implements WorkFact {}

    record Escalated(CaseId id, UnitId responsible, UnitId supervisor, int level, Duration late) implements WorkFact {}

    /** Nobody is above: the top unit supervises itself and is told so once every working day. */
    record LateAtTop(CaseId id, UnitId responsible, UnitId supervisor, int level, Duration late) implements WorkFact {}

    /** The supervisor answered: it looked after the late case and says what happens. */
    record Supervised(CaseId id, UnitId responsible, UnitId supervisor) implements WorkFact {}

    /**
     * A superior wants an answer by a day; who holds the case stays responsible.
     *
     * @param strength remind, supervise or instruct
     */
    record Instructed(CaseId id, UnitId responsible, UnitId by, String strength, Instant due) implements WorkFact {}

    /** The unit that holds the case answered what a superior wanted to know. */
    record Replied(CaseId id, UnitId responsible, boolean onTime) implements WorkFact {}

    record Finished(CaseId id, UnitId responsible, boolean onTime) implements WorkFact {}

    /** A limit fell, whatever the state: the denominator of every rate. */
    record LimitReached(CaseId id, UnitId responsible, Step step, boolean inTime, int reworks) implements WorkFact {}

    /** A step whose limit had run out was done after all. */
    record DoneLate(CaseId id, UnitId responsible, Step step, Instant limit) implements WorkFact {}
}
