package lianxin.cases;

import static lianxin.cases.Stage.DISPATCHED;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import lianxin.cases.rules.Deadlines;
import org.jspecify.annotations.Nullable;

/**
 * What time itself does to a case: limits fall, an unsigned order counts as signed, a late case calls the unit above,
 * silence closes. Whoever comes too early or too late for a moment changes nothing.
 */
final class Waking {

    private Waking() {}

    static void wake(Case it, Ladder ladder, Deadlines deadlines, Instant now) {
        it.limits.reach(now, limit -> limit.step != Step.close, it::fell);
        signSilently(it, now);
        Assistance.checkInSilently(it, now);
        if (it.answerUntil != null && !now.isBefore(it.answerUntil)) Answering.over(it, it.answerUntil);
        it.limits.reach(now, limit -> true, it::fell);
        if (it.pausedAt != null && !now.isBefore(it.due)) Reliefs.resume(it, deadlines, it.due);
        Whistle.passOn(it, ladder::above, deadlines, now);
        if (it.escalateAt != null && !now.isBefore(it.escalateAt)) Lateness.escalate(it, ladder, deadlines, now);
    }

    static @Nullable Instant next(Case it) {
        var unsigned = it.stage == DISPATCHED && it.assignment != null && it.assignment.signedAt == null;
        return Stream.of(
                        it.limits.nextToFall(),
                        Optional.ofNullable(unsigned ? it.lead().signDue : null),
                        Assistance.nextSilently(it),
                        Optional.ofNullable(it.escalateAt),
                        Optional.ofNullable(it.decideBy),
                        Optional.ofNullable(it.answerUntil))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static void signSilently(Case it, Instant now) {
        var own = it.assignment;
        if (it.stage != DISPATCHED || own == null || own.signedAt != null || now.isBefore(own.signDue)) return;
        own.signedAt = own.signDue;
        own.signedBy = Case.SILENTLY;
        it.leadOpen = false;
        it.limits.end(Step.sign, own.signDue, it::fell);
        it.tell(new WorkFact.Signed(it.id, it.holder, true), own.signDue);
    }
}
