package lianxin.cases;

import java.time.Instant;

/** What the reporter said after the report. It stands beside what was said before and overwrites nothing. */
record Addition(Kind kind, String words, Instant saidAt) {

    static final int LONGEST = 500;
    static final int MOST = 10;

    enum Kind {
        more,
        correction,
        withdrawal
    }
}
