package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianxin.cases.ResidentQueries.Standing;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.Flow;
import lianxin.organization.Units;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the reporter is told on the private page of a case that is left out of statistics, and how to contest that. */
@Component
class OwnExclusion {

    private final ExclusionRows rows;
    private final Receipts receipts;
    private final Units units;
    private final Flow flow;
    private final Deadlines deadlines;
    private final Clock clock;

    OwnExclusion(ExclusionRows rows, Receipts receipts, Units units, Flow flow, Deadlines deadlines, Clock clock) {
        this.rows = rows;
        this.receipts = receipts;
        this.units = units;
        this.flow = flow;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * @param why reason of the closed list and what it means, then who decided with which words
     * @param link where it is contested; null when it is not the time any more
     * @param until until when it may be or could have been; null once it was
     */
    record Told(
            String key,
            List<String> why,
            @Nullable String link,
            @Nullable Instant until) {}

    /** Null where nothing was decided, or it always counted. */
    @Nullable
    Told told(Standing standing, Shell shell) {
        var how = standing.exclusion();
        if (how == null || how == Exclusion.Standing.asked || how == Exclusion.Standing.refused) return null;
        var row = rows.of(standing.lead() == null ? standing.id() : standing.lead())
                .orElseThrow();
        var why = new ArrayList<String>();
        var cause = flow.reason("exclude", row.cause());
        var name = cause.name().in(shell.locale());
        why.add(
                cause.explained() == null
                        ? name
                        : shell.t(
                                "resident.exclusion.cause",
                                name,
                                cause.explained().in(shell.locale())));
        if (row.decision() != null) why.add(said("decided", row.decision(), shell));
        if (row.review() != null) why.add(said("settled", row.review(), shell));
        var decided = row.decidedAt();
        var until = how == Exclusion.Standing.excluded && decided != null ? Exclusion.until(decided, deadlines) : null;
        var open = until != null && !clock.instant().isAfter(until) && standing.outcome() != Outcome.withdrawn;
        return new Told(how.name(), why, open ? receipts.tracking(standing.id()) + "/contest" : null, until);
    }

    private String said(String key, ExclusionRows.Decision it, Shell shell) {
        var unit = units.name(it.unit());
        var words = it.words();
        return words.isEmpty()
                ? shell.t("resident.exclusion." + key, unit, shell.when(it.at()))
                : shell.t("resident.exclusion." + key + ".words", unit, shell.when(it.at()), words);
    }
}
