package lianxin.cases;

import static lianxin.cases.Stage.DISPATCHED;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;

/**
 * Units that help the one that leads a case (主办、协办), each with work and a clock of its own. The lead answers for the
 * whole and cannot finish before they are done or let go.
 */
final class Assistance {

    private Assistance() {}

    /** The work of units that assist it now, done or not. */
    static Stream<Assignment> of(Case it) {
        return it.work.stream().filter(work -> !work.leads() && work.endedAt == null);
    }

    static Optional<Assignment> of(Case it, UnitId unit) {
        return of(it).filter(work -> work.unit.equals(unit)).findFirst();
    }

    /**
     * @param checkInBy whoever has said nothing by then counts as checked in
     * @param due by when the part is to be done
     */
    static void callIn(Case it, UnitId unit, String task, Instant checkInBy, Instant due, Instant now) {
        it.only(DISPATCHED);
        if (it.pausedAt != null) throw new RuleBroken("case.shelved-already");
        if (it.holder.equals(unit)) throw new RuleBroken("case.lead-assists-not");
        if (of(it, unit).isPresent()) throw new RuleBroken("case.assists-already");
        var work = new Assignment(
                it.limits.newId(), unit, CaseThread.checked(task), it.lead().dutyItem, now, due, checkInBy);
        it.work.add(work);
        it.limits.start(Step.checkIn, unit, checkInBy, now);
        it.limits.start(Step.assist, unit, due, now);
        it.tell(new WorkFact.CalledIn(it.id, unit, it.holder, due), now);
    }

    /** Where the lead is open and nobody has signed for it, whoever checks in first takes it. */
    static void checkIn(Case it, UnitId unit, Ref by, Instant now) {
        it.only(DISPATCHED);
        var own = work(it, unit);
        if (own.signedAt != null) throw new RuleBroken("case.signed-already");
        own.signedAt = now;
        own.signedBy = by;
        it.limits.done(Step.checkIn, unit, now, it::fell, limit -> it.late(limit, now));
        it.tell(new WorkFact.CheckedIn(it.id, unit, false), now);
        if (it.leadOpen) takeLead(it, own, now);
    }

    private static void takeLead(Case it, Assignment own, Instant now) {
        var first = it.lead();
        var from = first.unit;
        first.endedAt = now;
        own.endedAt = now;
        it.limits.end(Step.assist, own.unit, now, it::fell);
        it.limits.end(Step.sign, now, it::fell);
        it.limits.hand(from, own.unit, now);
        it.holder = own.unit;
        var lead = new Assignment(
                it.limits.newId(), own.unit, null, first.dutyItem, first.dispatchedAt, first.due, first.signDue);
        lead.signedAt = own.signedAt;
        lead.signedBy = own.signedBy;
        it.lead(lead);
        it.leadOpen = false;
        it.tell(new WorkFact.LeadTaken(it.id, own.unit, from), now);
        var task = own.task;
        if (task != null) callIn(it, from, task, own.signDue, own.due, now);
    }

    static void openLead(Case it, Instant now) {
        it.only(DISPATCHED);
        if (it.lead().signedAt != null) throw new RuleBroken("case.lead-signed");
        if (of(it).noneMatch(work -> work.signedAt == null)) throw new RuleBroken("case.nobody-else");
        it.leadOpen = true;
        it.tell(new WorkFact.LeadOpened(it.id, it.holder), now);
    }

    static void done(Case it, UnitId unit, Ref by, Instant now) {
        it.only(DISPATCHED);
        var own = work(it, unit);
        if (!own.open()) throw new RuleBroken("case.part-done-already");
        if (own.signedAt == null) {
            if (it.leadOpen) throw new RuleBroken("case.sign-before-asking");
            checkIn(it, unit, by, now);
        }
        own.doneAt = now;
        it.limits.done(Step.assist, unit, now, it::fell, limit -> it.late(limit, now));
        it.tell(new WorkFact.Assisted(it.id, unit, !now.isAfter(own.due)), now);
    }

    static void release(Case it, UnitId unit, Instant now) {
        it.only(DISPATCHED);
        letGo(it, work(it, unit), now);
        it.tell(new WorkFact.Released(it.id, unit), now);
    }

    /** The case goes on without those who assisted or were whistled for; limits of theirs that run are told no more. */
    static void over(Case it, Instant now) {
        of(it).toList().forEach(work -> letGo(it, work, now));
        it.leadOpen = false;
        Whistle.over(it, now);
    }

    private static void letGo(Case it, Assignment work, Instant now) {
        work.endedAt = now;
        for (var step : List.of(Step.checkIn, Step.assist)) it.limits.end(step, work.unit, now, it::fell);
    }

    /** The lead finishes when nobody is at work any more. */
    static void mustBeDone(Case it) {
        if (of(it).anyMatch(Assignment::open)) throw new RuleBroken("case.others-at-work");
    }

    static void handOver(Case it, UnitId from, UnitId to, Instant now) {
        if (it.holder.equals(from)) of(it, to).ifPresent(own -> letGo(it, own, now));
        var own = of(it, from).orElse(null);
        if (own == null) return;
        if (it.holder.equals(to) || of(it, to).isPresent()) {
            letGo(it, own, now);
            return;
        }
        it.work.add(own.handedTo(it.limits.newId(), to, now));
        it.limits.hand(from, to, now);
    }

    static void checkInSilently(Case it, Instant now) {
        silent(it).filter(work -> !now.isBefore(work.signDue)).toList().forEach(work -> {
            work.signedAt = work.signDue;
            work.signedBy = Case.SILENTLY;
            it.limits.end(Step.checkIn, work.unit, work.signDue, it::fell);
            it.tell(new WorkFact.CheckedIn(it.id, work.unit, true), work.signDue);
        });
    }

    static Optional<Instant> nextSilently(Case it) {
        return silent(it).map(work -> work.signDue).min(Comparator.naturalOrder());
    }

    private static Stream<Assignment> silent(Case it) {
        return it.stage == DISPATCHED ? of(it).filter(work -> work.open() && work.signedAt == null) : Stream.empty();
    }

    private static Assignment work(Case it, UnitId unit) {
        return of(it, unit).orElseThrow(() -> new RuleBroken("case.assists-not"));
    }
}
