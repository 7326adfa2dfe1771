package lianxin.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** A figure of an evaluation, or the plain statement that there is none. Whatever is computed with the unknown stays unknown. */
record Value(@Nullable BigDecimal known) {
    static final Value UNKNOWN = new Value(null);
    static final Value ZERO = of(BigDecimal.ZERO);
    static final MathContext EXACT = new MathContext(34, RoundingMode.HALF_UP);

    static Value of(BigDecimal amount) {
        return new Value(amount);
    }

    static Value of(long amount) {
        return new Value(BigDecimal.valueOf(amount));
    }

    boolean isKnown() {
        return known != null;
    }

    BigDecimal amount() {
        if (known == null) {
            throw new IllegalStateException("An unknown value has no amount");
        }
        return known;
    }

    Value plus(Value other) {
        return with(other, (a, b) -> a.add(b, EXACT));
    }

    Value minus(Value other) {
        return with(other, (a, b) -> a.subtract(b, EXACT));
    }

    Value times(Value other) {
        return with(other, (a, b) -> a.multiply(b, EXACT));
    }

    /** An empty denominator makes the quotient unknown. */
    Value over(Value other) {
        return other.known != null && other.known.signum() == 0 ? UNKNOWN : with(other, (a, b) -> a.divide(b, EXACT));
    }

    Value least(Value other) {
        return with(other, BigDecimal::min);
    }

    Value most(Value other) {
        return with(other, BigDecimal::max);
    }

    Value rounded(int places) {
        return known == null ? this : of(known.setScale(places, RoundingMode.HALF_UP));
    }

    /** As printed; the unknown is a dash, never a nought. */
    String shown(int places) {
        return known == null
                ? "—"
                : known.setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    private Value with(Value other, BinaryOperator<BigDecimal> operation) {
        return known == null || other.known == null ? UNKNOWN : of(operation.apply(known, other.known));
    }
}
