package lianxin.cases;

import java.time.Instant;
import java.util.UUID;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A superior wants an answer about a case by a day. The unit that holds the case stays responsible, its deadline stays
 * where it is, and so does its place in every list: nothing overtakes what is due earlier, least of all danger to life.
 *
 * @param number as the superior files it; empty for a reminder
 * @param reply null until the unit has answered
 */
record Instruction(
        UUID id,
        Kind kind,
        String number,
        UnitId by,
        UnitId to,
        String text,
        Instant due,
        Instant givenAt,
        @Nullable String reply,
        @Nullable Instant doneAt) {

    /** The longest number. */
    static final int NUMBER = 40;

    /** How strongly. */
    enum Kind {
        /** 催办 */
        remind,
        /** 督办, with a number */
        supervise,
        /** 领导批示, with a number */
        instruct
    }
}
