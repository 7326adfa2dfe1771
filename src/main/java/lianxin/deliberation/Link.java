package lianxin.deliberation;

import java.time.LocalDate;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain from what people said to what stands there now.
 *
 * @param cameFrom the number of the link before; null for a proposal, which came from the opinions
 * @param target the place, as a pointer; null for everything else
 */
record Link(
        int number,
        Kind kind,
        @Nullable Integer cameFrom,
        String title,
        UnitId unit,
        LocalDate due,
        State state,
        @Nullable String target) {

    enum Kind {
        proposal,
        project,
        place;

        /** Out of what it comes; nothing stands before a proposal but the opinions. */
        @Nullable
        Kind before() {
            return switch (this) {
                case proposal -> null;
                case project -> proposal;
                case place -> project;
            };
        }
    }

    enum State {
        open,
        done,
        dropped
    }
}
