package lianxin.territory;

import static org.jooq.impl.DSL.any;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;

/**
 * The random code on the poster of a building: eight letters and digits that nobody mistakes for each other. It tells
 * nothing about the building and leads nowhere by counting up.
 */
public final class PosterCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom CHANCE = new SecureRandom();

    private PosterCode() {}

    /**
     * So many codes of which nobody has one. Among the codes of a city one draw in some hundred cities meets a code that is
     * given already, so those who draw ask.
     *
     * @param taken which of the codes drawn are given already
     */
    public static Set<String> some(int count, UnaryOperator<Set<String>> taken) {
        var codes = new HashSet<String>(count * 2);
        while (codes.size() < count) {
            var drawn = new HashSet<String>();
            while (codes.size() + drawn.size() < count) drawn.add(one());
            drawn.removeAll(taken.apply(drawn));
            codes.addAll(drawn);
        }
        return codes;
    }

    /** Of the codes drawn those that stand in the column already. */
    public static Set<String> given(
            DSLContext db, TableField<?, String> column, Condition which, Collection<String> drawn) {
        return db.select(column)
                .from(column.getTable())
                .where(column.eq(any(drawn.toArray(String[]::new))), which)
                .fetchSet(column);
    }

    private static String one() {
        long bits = CHANCE.nextLong();
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) code.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
        return code.toString();
    }

    /** Small letters, blanks and the letters people read for 0 and 1 are forgiven; anything else is no code. */
    public static Optional<String> read(String typed) {
        if (typed.length() > 32) return Optional.empty();
        var code = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean sound = code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return sound ? Optional.of(code) : Optional.empty();
    }
}
