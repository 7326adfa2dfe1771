package lianxin.cases;

import java.time.Instant;
import java.util.List;

/** What the reporter said after the report. It stands beside what was said before and overwrites nothing. */
record Addition(Kind kind, String words, Instant saidAt) {

    static final int LONGEST = 500;
    static final int MOST = 10;

    /** Those of which a reporter may say only so many. */
    static final List<String> LIMITED = List.of(Kind.more.name(), Kind.correction.name());

    enum Kind {
        more,
        correction,
        withdrawal,
        disagreement,
        contest
    }
}
