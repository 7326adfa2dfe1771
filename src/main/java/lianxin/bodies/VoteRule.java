package lianxin.bodies;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a body decides by vote: every unit that leads or sits in it has one vote, and nobody else has any.
 *
 * @param quorum so much of all units must take part, or nothing is decided
 * @param majority so much must be in favor
 */
record VoteRule(Share quorum, Share majority) {

    enum Of {
        /** All that lead or sit. */
        UNITS,
        /** All that take part, those that abstain among them. */
        VOTERS,
        /** Those in favor and those against. */
        DECIDED
    }

    /**
     * A part of something, such as at least 2/3 or more than 1/2.
     *
     * @param of of what the majority is a part; a quorum is one of all units
     */
    record Share(
            @Nullable String atLeast,
            @Nullable String moreThan,
            @Nullable Of of) {

        /** How many that is of so many. */
        int of(int all) {
            var part =
                    Objects.requireNonNull(atLeast == null ? moreThan : atLeast).split("/", 2);
            int share = all * Integer.parseInt(part[0]);
            int whole = Integer.parseInt(part[1]);
            return atLeast == null ? share / whole + 1 : (share + whole - 1) / whole;
        }
    }

    int quorumOf(int units) {
        return quorum.of(units);
    }

    /** How many votes in favor pass it. */
    int needed(int units, int voters, int abstained) {
        return switch (majority.of == null ? Of.UNITS : majority.of) {
            case UNITS -> majority.of(units);
            case VOTERS -> majority.of(voters);
            case DECIDED -> Math.max(1, majority.of(voters - abstained));
        };
    }
}
