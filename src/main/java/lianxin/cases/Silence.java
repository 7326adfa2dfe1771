package lianxin.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long the reporter of a case has waited for a word (微循环: whoever tells us something hears from us). */
final class Silence {

    private Silence() {}

    /** Since when the reporter waits for word of an open case, or of one closed without a word; null when nobody waits. */
    static @Nullable Instant since(Case it) {
        if (it.outcome == Outcome.selfHandled || it.outcome == Outcome.joined) return null;
        if (it.stage == Stage.AWAITING_RESIDENT || it.outcome == Outcome.withdrawn) return null;
        if (it.stage == Stage.CLOSED) return it.toldAt == null ? it.reportedAt : null;
        var last = it.toldAt == null ? it.reportedAt : it.toldAt;
        return it.reworks > 0 && it.clockFrom.isAfter(last) ? it.clockFrom : last;
    }
}
