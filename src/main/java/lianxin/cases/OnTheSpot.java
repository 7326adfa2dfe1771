package lianxin.cases;

import java.time.Instant;
import lianxin.organization.UnitId;

/** 自处置: what staff found and put right at once is a case that is closed as soon as it is written down. */
final class OnTheSpot {

    private OnTheSpot() {}

    /** As it is first stored: in the charge of the unit whose staff found it, with nothing left to do. */
    static Case found(Report report, String category, UnitId unit, UnitId desk, LimitBook limits, Instant now) {
        var it = new Case(report.id(), category, report.place(), report.channel(), desk, now, limits);
        it.holdAt(Stage.REPORTED, unit, now, now);
        return it;
    }

    /** No step of it had a limit, so none is told, and nobody is called back. */
    static void close(Case it, Instant now) {
        it.close(Outcome.selfHandled, new EndingFact.SelfHandled(it.id, it.holder, it.category, it.channel), now);
    }
}
