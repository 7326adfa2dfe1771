package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import lianxin.cases.ResidentQueries.Standing;
import lianxin.cases.rules.Deadlines;
import lianxin.platform.FormGuard;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the reporter may still do on the private page, and what became of the last step. */
@Component
class OwnSteps {

    private static final Set<String> TOLD = Set.of(
            "added",
            "corrected",
            "urged",
            "urged-before",
            "withdrawn",
            "stepped-back",
            "disagreed",
            "contested",
            "closed",
            "again");

    private final Receipts receipts;
    private final Deadlines deadlines;
    private final Clock clock;

    OwnSteps(Receipts receipts, Deadlines deadlines, Clock clock) {
        this.receipts = receipts;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The form of words as the reporter left it, with what is wrong with it. */
    record Form(boolean correction, String words, @Nullable String problem) {

        static final Form EMPTY = new Form(false, "", null);
    }

    /**
     * @param urge where urging is sent; null while nobody has it to do or it was urged just now
     * @param urged what became of the last urging
     */
    record Offer(
            String add,
            Form form,
            @Nullable String urge,
            @Nullable String urged,
            String withdraw) {}

    /** Null once the case is closed. */
    @Nullable
    Offer offer(Standing standing, Form form, String token, Shell shell) {
        if (standing.stage() == Stage.CLOSED) return null;
        var page = receipts.tracking(standing.id());
        var guard = "?" + FormGuard.PARAMETER + "=" + token;
        var last = standing.urgedAt();
        var works = standing.stage() == Stage.REPORTED || standing.stage() == Stage.DISPATCHED;
        return new Offer(
                page + "/words" + guard,
                form,
                works && !tooSoon(last) ? page + "/urge" + guard : null,
                works && last != null ? urged(last, shell) : null,
                page + "/withdraw");
    }

    /**
     * How the reporter says that closing it was not right.
     *
     * @param appeal whether a desk ended it, so that the one above decides
     * @param link where it is said; null when it is not the time any more
     * @param until null where it was said once
     * @param anew where the same is reported anew, once it can be said here no more; null without a page of the building
     */
    record Dissent(
            boolean appeal,
            @Nullable String link,
            @Nullable Instant until,
            @Nullable String anew) {}

    /** Null for a case that is open or was withdrawn. */
    @Nullable
    Dissent dissent(Standing standing, @Nullable String home) {
        var until = Disagreement.until(standing.outcome(), standing.closedAt(), deadlines);
        if (until == null) return null;
        var page = receipts.tracking(standing.id());
        var open = !standing.again() && !clock.instant().isAfter(until);
        return new Dissent(
                Appeal.lies(standing.outcome()),
                open ? page + "/disagree" : null,
                standing.again() ? null : until,
                open || home == null ? null : home + "/report");
    }

    private boolean tooSoon(@Nullable Instant last) {
        return last != null && clock.instant().isBefore(deadlines.urgeAgain(last));
    }

    private String urged(Instant last, Shell shell) {
        return tooSoon(last)
                ? shell.t("resident.own.urged.wait", shell.when(last), shell.when(deadlines.urgeAgain(last)))
                : shell.t("resident.own.urged.before", shell.when(last));
    }

    /** One sentence about the step just taken; null for an address that tells of none. */
    @Nullable
    String told(String done, Shell shell) {
        return TOLD.contains(done) ? shell.t("resident.own.done." + done) : null;
    }
}
