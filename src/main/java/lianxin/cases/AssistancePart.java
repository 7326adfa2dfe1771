package lianxin.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Who else works on a case, and what the reader may do about it.
 *
 * @param own the parts that are the reader's to check in for or to do
 * @param choices units that may be called in or whistled for
 * @param above who is whistled for first
 */
record AssistancePart(
        List<Assisting> assisting,
        @Nullable Called whistle,
        boolean leadOpen,
        List<Own> own,
        List<Choice> choices,
        @Nullable UnitId above,
        Set<String> steps)
        implements CasePart {

    /** One unit that assists. {@code late}: its part is not done and its limit is over. */
    record Assisting(
            UnitId unit,
            String name,
            String task,
            Instant due,
            @Nullable Instant signedAt,
            boolean silently,
            @Nullable Instant doneAt,
            boolean late) {}

    /** Who was whistled for, and until when that unit must respond; null when its limit has fallen. */
    record Called(String unit, @Nullable Instant due) {}

    record Own(UnitId unit, String name, String task, boolean signed) {}

    record Choice(UnitId unit, String name) {}

    @Override
    public boolean offers(String step) {
        return steps.contains(step);
    }

    @Override
    public boolean active() {
        return !own.isEmpty() || steps.contains("response");
    }
}
