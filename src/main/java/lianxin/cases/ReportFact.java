package lianxin.cases;

import java.time.Instant;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** What is known about what was reported: how it came, whom it concerns, what was added, who looked it up. */
public sealed interface ReportFact extends CaseFact {
    record Reported(
            CaseId id,
            UnitId responsible,
            String category,
            String channel,
            Instant due,
            @Nullable String kind) implements ReportFact {}

    record KindCorrected(CaseId id, UnitId responsible, String from, String to) implements ReportFact {}

    /** @param by the desk that passed it on to the unit praised */
    record Praised(CaseId id, UnitId responsible, UnitId by) implements ReportFact {}

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
            boolean heardElsewhere) implements ReportFact {}

    /** The system that sent it moved its deadline. */
    record Rebound(CaseId id, UnitId responsible, Instant due) implements ReportFact {}

    /**
     * Staff took it down for somebody.
     *
     * @param by the unit where it was typed
     * @param asker who asked, by relation
     * @param concerned resident, everybody or enterprise
     */
    record TakenDown(CaseId id, UnitId responsible, UnitId by, String asker, String concerned) implements ReportFact {}

    /** The paper slip, which opens the case to whoever holds it, was shown to the one who typed the report. */
    record SlipShown(CaseId id, UnitId responsible) implements ReportFact {}

    /**
     * The matter is about a unit or its staff, so another desk has it.
     *
     * @param from the desk that had it
     */
    record RoutedAround(CaseId id, UnitId responsible, UnitId from) implements ReportFact {}

    /**
     * 并案: worked on from now on in the case of somebody who asked for the same.
     *
     * @param lead that case
     */
    record Joined(CaseId id, UnitId responsible, CaseId lead) implements ReportFact {}

    /** It was another matter after all, and stands at the desk again. */
    record Parted(CaseId id, UnitId responsible, CaseId lead) implements ReportFact {}

    /** One of several reporters wants nothing more; the case goes on for the others. */
    record SteppedBack(CaseId id, UnitId responsible) implements ReportFact {}

    /** The reporter said more; a correction stands beside what it corrects. What was said is not told here. */
    record Added(CaseId id, UnitId responsible, boolean correction) implements ReportFact {}

    /** @param times how often by now, this one included */
    record Urged(CaseId id, UnitId responsible, int times) implements ReportFact {}

    /** Somebody looked for what is open under the telephone of a caller; the purpose is why. */
    record FoundByTelephone(CaseId id, UnitId responsible, String purpose) implements ReportFact {}

    /** Somebody read the reporter's contact; the purpose is why. */
    record ContactRead(CaseId id, UnitId responsible, String purpose) implements ReportFact {}
}
