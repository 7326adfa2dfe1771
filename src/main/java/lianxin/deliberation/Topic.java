package lianxin.deliberation;

import java.time.Instant;
import java.time.LocalDate;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * 议题: what many matters have in common.
 *
 * @param proposedBy a reference to the person, never a name
 * @param decider the unit above the one that proposed it
 * @param answer why it was adopted or refused; empty until then
 * @param outcome what became of it in the end; empty until then
 */
record Topic(
        TopicId id,
        String title,
        String reason,
        State state,
        UnitId proposer,
        String proposedBy,
        Instant proposedAt,
        UnitId decider,
        String answer,
        @Nullable Instant decidedAt,
        @Nullable UnitId responsible,
        @Nullable LocalDate due,
        String outcome,
        @Nullable Instant endedAt,
        int opinions) {

    static final int LONGEST_TITLE = 60;
    static final int LONGEST_TEXT = 500;

    /** Fewer opinions are told to everybody as fewer than so many. */
    static final int FEW = 10;

    enum State {
        proposed,
        adopted,
        refused,
        done,
        dropped
    }

    /** Whether everybody sees it. */
    boolean isPublic() {
        return responsible != null;
    }

    boolean few() {
        return opinions < FEW;
    }
}
