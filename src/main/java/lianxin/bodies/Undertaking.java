package lianxin.bodies;

import java.math.BigDecimal;
import java.time.LocalDate;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a joint body has agreed, as it stands at one moment.
 *
 * @param unit who has it in hand; null when the body itself has
 * @param link in which of the links a joint action stands
 * @param amount how much is pledged
 * @param given how much of it was given
 */
record Undertaking(
        UndertakingId id,
        BodyId body,
        Part part,
        String title,
        @Nullable UnitId unit,
        @Nullable String link,
        @Nullable LocalDate due,
        @Nullable BigDecimal amount,
        String measure,
        State state,
        @Nullable LocalDate doneOn,
        String result,
        BigDecimal given) {

    enum State {
        OPEN,
        DONE,
        DROPPED
    }

    boolean open() {
        return state == State.OPEN;
    }

    boolean done() {
        return state == State.DONE;
    }

    /** Its day is over and it is not done. */
    boolean late(LocalDate today) {
        return open() && due != null && due.isBefore(today);
    }

    /** Done, but after its day. */
    boolean doneLate() {
        return done() && due != null && doneOn != null && doneOn.isAfter(due);
    }

    /** As it is written: 12, 0.5. */
    static String shown(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** How much of the pledge was given, of a hundred. */
    int percent() {
        if (amount == null) return 0;
        return given.multiply(BigDecimal.valueOf(100))
                .divideToIntegralValue(amount)
                .min(BigDecimal.valueOf(100))
                .intValue();
    }
}
