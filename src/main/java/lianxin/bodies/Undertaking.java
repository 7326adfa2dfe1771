package lianxin.bodies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a joint body has agreed, as it stands at one moment.
 *
 * @param unit who has it in hand; null when the body itself has
 * @param link in which of the links a joint action stands
 * @param amount how much is pledged or needed
 * @param given how much of it was given
 * @param source the meeting or topic of which it comes
 * @param place where a meeting is held, if that is a place open to the public
 * @param present the units that were at a meeting that was held
 * @param ballot how a resolution was voted
 * @param reason why the minutes of a meeting were corrected
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
        BigDecimal given,
        @Nullable UndertakingId source,
        @Nullable Integer place,
        List<UnitId> present,
        @Nullable Ballot ballot,
        String reason) {

    enum State {
        /** To be voted. */
        PROPOSED,
        OPEN,
        DONE,
        DROPPED
    }

    boolean open() {
        return state == State.OPEN;
    }

    boolean proposed() {
        return state == State.PROPOSED;
    }

    boolean dropped() {
        return state == State.DROPPED;
    }

    boolean comesOf(UndertakingId other) {
        return other.equals(source);
    }

    /** Whether it belongs to that year: due or settled in it, or due before and not settled when it began. */
    boolean ofYear(int year) {
        if (due == null) return false;
        var settled = doneOn == null ? Math.max(due.getYear(), year) : doneOn.getYear();
        return Math.min(due.getYear(), settled) <= year && year <= Math.max(due.getYear(), settled);
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

    /** Whether it was voted down. */
    boolean refused() {
        return dropped() && ballot != null && !ballot.passed();
    }

    /** The message that says how it stands. */
    String stateKey() {
        if (refused()) return "bodies.state.refused";
        var word = doneLate() ? "done-late" : state.name().toLowerCase(Locale.ROOT);
        var own = (part == Part.MEETING || part == Part.TOPIC) && !doneLate();
        return "bodies.state." + (own ? part.key() + "-" : "") + word;
    }

    /** As it is written: 12, 0.5. */
    static String shown(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** Whether it is so much of something, given bit by bit. */
    boolean measured() {
        return amount != null && part.measured();
    }

    /** How much is needed, in words; empty where nobody said. */
    String needed() {
        return amount == null || part.measured() ? "" : shown(amount) + " " + measure;
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
