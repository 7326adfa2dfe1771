package lianxin.cases;

import java.time.Instant;
import lianxin.organization.UnitId;

/** What the unit that holds a case asked to be relieved of, and what was decided. */
public sealed interface RequestFact extends CaseFact {
    record ReturnAsked(CaseId id, UnitId responsible, String dutyItem) implements RequestFact {}

    record ReturnGranted(CaseId id, UnitId responsible, String dutyItem) implements RequestFact {}

    record ReturnRefused(CaseId id, UnitId responsible, String dutyItem) implements RequestFact {}

    /** The unit finished, or the reporter withdrew, before the request was decided. */
    record ReturnWithdrawn(CaseId id, UnitId responsible, String dutyItem) implements RequestFact {}

    record PostponeAsked(CaseId id, UnitId responsible, Instant until) implements RequestFact {}

    /** @param from the deadline as it was until now */
    record Postponed(CaseId id, UnitId responsible, Instant from, Instant until) implements RequestFact {}

    record ShelveAsked(CaseId id, UnitId responsible, Instant until) implements RequestFact {}

    /** Nothing can be done before the day on which it is looked at again; no limit runs meanwhile. */
    record Shelved(CaseId id, UnitId responsible, Instant until) implements RequestFact {}

    /** @param since when it was put aside */
    record Resumed(CaseId id, UnitId responsible, Instant since) implements RequestFact {}

    /**
     * @param request postpone or shelve
     * @param silently nobody decided in time, which relieves no one
     */
    record RequestRefused(CaseId id, UnitId responsible, String request, boolean silently) implements RequestFact {}

    record RequestWithdrawn(CaseId id, UnitId responsible, String request) implements RequestFact {}

    /** 会商: returns were refused, and the unit wants to meet those who could answer for it. */
    record ConferAsked(CaseId id, UnitId responsible) implements RequestFact {}

    /** @param to who answers for it by agreement; the same unit where it keeps it */
    record Conferred(CaseId id, UnitId responsible, UnitId to) implements RequestFact {}

    /** @param due by when the arbiter must decide */
    record ArbitrationAsked(CaseId id, UnitId responsible, UnitId arbiter, Instant due) implements RequestFact {}

    /**
     * 终审: decided for good, and part of the duty list from the next day.
     *
     * @param to who answers for it
     * @param founded whether the return was right to be asked for
     */
    record Arbitrated(CaseId id, UnitId responsible, UnitId to, UnitId arbiter, boolean founded)
            implements RequestFact {}

    /** 推诿: a return that the final decision found unfounded. */
    record Shuffled(CaseId id, UnitId responsible) implements RequestFact {}

    record UnsolvedAsked(CaseId id, UnitId responsible, String reason) implements RequestFact {}
}
