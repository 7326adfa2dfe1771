package lianxin.cases;

import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** How a case ends, what the reporter says to that, and what becomes of it later. */
public sealed interface EndingFact extends CaseFact {
    @Override
    default boolean closes() {
        return switch (this) {
            case TakenElsewhere _,
                    Withdrawn _,
                    Declined _,
                    HandedOn _,
                    AnsweredDirectly _,
                    EndingConfirmed _,
                    SelfHandled _,
                    ClosedUnsolved _,
                    Closed _,
                    ClosedUnanswered _ -> true;
            default -> false;
        };
    }

    /** The system that sent it gives it to somebody else. Neither solved nor unsolved. */
    record TakenElsewhere(CaseId id, UnitId responsible, boolean inTime) implements EndingFact {}

    /**
     * The reporter wants nothing done any more. Neither solved nor unsolved.
     *
     * @param from the stage out of which it was withdrawn, for those who ask some of the reporters why
     * @param inTime whether the deadline of who held it had not passed
     */
    record Withdrawn(CaseId id, UnitId responsible, String from, boolean inTime) implements EndingFact {}

    /**
     * @param reason of the closed list of the playbook
     * @param filed whether it had been filed before, so that this cancels it
     */
    record Declined(CaseId id, UnitId responsible, String reason, boolean filed) implements EndingFact {}

    /**
     * @param to who is in charge of such matters, as the playbook lists them
     * @param filed whether it had been filed before, so that this cancels it
     */
    record HandedOn(CaseId id, UnitId responsible, String to, boolean filed) implements EndingFact {}

    /** @param knowledge the kept answer that was used; null for one in the desk's own words */
    record AnsweredDirectly(
            CaseId id, UnitId responsible, @Nullable KnowledgeId knowledge) implements EndingFact {}

    /**
     * It cannot be solved, and the desk agreed that it cannot.
     *
     * @param reason of the closed list of the playbook
     */
    record ClosedUnsolved(CaseId id, UnitId responsible, String reason, boolean inTime) implements EndingFact {}

    /** @param ended how the desk had ended it */
    record Appealed(CaseId id, UnitId responsible, String ended) implements EndingFact {}

    /** The desk above files what a desk had ended; the desk that dispatches it has it from now on. */
    record FiledOnAppeal(CaseId id, UnitId responsible, String ended) implements EndingFact {}

    /** The desk above decides that it stays as it was ended, for good. */
    record EndingConfirmed(CaseId id, UnitId responsible, String ended) implements EndingFact {}

    /** @param ended how it had been closed */
    record Reopened(CaseId id, UnitId responsible, String ended) implements EndingFact {}

    /**
     * The trouble of a closed case is back. It counts against the closing and so against the unit that did it, never
     * against whoever reported it again.
     *
     * @param again the case in which it is back
     */
    record Recurred(CaseId id, UnitId responsible, CaseId again) implements EndingFact {}

    /** Found and put right on the spot by staff of the unit; recorded once, and counted apart from what was reported. */
    record SelfHandled(CaseId id, UnitId responsible, String category, String channel) implements EndingFact {}

    /** One of several reporters of a case said whether it is solved; the case tells what follows from all of them. */
    record Heard(CaseId id, UnitId responsible, boolean solved) implements EndingFact {}

    record Confirmed(CaseId id, UnitId responsible) implements EndingFact {}

    /** @param rework whether the no sent the case back; a no that comes after closing is heard and changes nothing */
    record Disputed(CaseId id, UnitId responsible, boolean rework) implements EndingFact {}

    /** Five steps, 5 is best; 0 where the resident left one out. Not for the eyes of the handling unit. */
    record Rated(CaseId id, UnitId responsible, int result, int service) implements EndingFact {}

    /** “有人要求我给好评”: told to the unit above, not to the handling unit. */
    record Pressed(CaseId id, UnitId responsible) implements EndingFact {}

    record Closed(CaseId id, UnitId responsible, Outcome outcome, boolean inTime) implements EndingFact {}

    /**
     * A reporter was called again about a case that was drawn (抽查). Not for the eyes of the handling unit.
     *
     * @param ended how it had been closed
     * @param agrees whether that is so: solved, or withdrawn freely
     */
    record Rechecked(CaseId id, UnitId responsible, String ended, boolean agrees) implements EndingFact {}

    /** The resident said nothing until the answer window ended. Silence is not consent: a fact of its own. */
    record ClosedUnanswered(CaseId id, UnitId responsible, boolean inTime) implements EndingFact {}
}
