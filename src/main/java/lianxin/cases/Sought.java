package lianxin.cases;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to find a case: its number, or words of the report. There is no search by reporter, telephone or
 * device.
 */
enum Sought {
    NOTHING,
    NUMBER,
    WORDS,
    /** What no case can have. */
    NEVER;

    /** More digits than a door number has are a telephone or an identity: words are not searched for them. */
    private static final int MOST_DIGITS = 4;

    static Sought in(@Nullable String q) {
        if (q == null) return NOTHING;
        if (CaseNumber.meant(q)) return CaseNumber.read(q).isPresent() ? NUMBER : NEVER;
        return q.chars().filter(Character::isDigit).count() > MOST_DIGITS ? NEVER : WORDS;
    }
}
