package lianxin.cases;

import java.time.Instant;
import lianxin.organization.UnitId;

/** What a unit says to the others that work on a case. */
record Note(Kind kind, UnitId unit, String text, Instant saidAt) {

    /** On what occasion. */
    enum Kind {
        assist,
        whistle,
        response,
        confer,
        arbitrate
    }
}
