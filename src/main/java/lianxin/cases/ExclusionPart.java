package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * That a case is left out of statistics, or somebody wants it to be.
 *
 * @param standing null while nobody asked for it
 * @param cause of the closed list, with what it means
 * @param said what each side said, in the order it was said
 * @param until until when a reporter may contest it; null when it is not the time
 * @param above who would decide what this reader asks
 * @param causes the closed list, for whoever may ask
 */
record ExclusionPart(
        Exclusion.@Nullable Standing standing,
        Flow.@Nullable Named cause,
        List<Words> said,
        @Nullable Instant until,
        String above,
        List<Flow.Named> causes,
        Set<String> steps)
        implements CasePart {

    static final String ASK = "exclusion";
    static final String DECIDE = "exclusion-decision";
    static final String SETTLE = "exclusion-review";

    /** @param what the key of what the unit did */
    record Words(String what, String unit, String words, Instant at) {}

    @Override
    public boolean offers(String step) {
        return steps.contains(step);
    }

    @Override
    public boolean active() {
        return !steps.isEmpty();
    }

    @Component
    static class Source implements CasePart.Source {

        private final Exclusions exclusions;
        private final ExclusionRows rows;
        private final CaseSteps steps;
        private final CaseViews views;
        private final Flow flow;
        private final Deadlines deadlines;
        private final Clock clock;

        Source(
                Exclusions exclusions,
                ExclusionRows rows,
                CaseSteps steps,
                CaseViews views,
                Flow flow,
                Deadlines deadlines,
                Clock clock) {
            this.exclusions = exclusions;
            this.rows = rows;
            this.steps = steps;
            this.views = views;
            this.flow = flow;
            this.deadlines = deadlines;
            this.clock = clock;
        }

        @Override
        public Optional<ExclusionPart> of(Case it, Actor reader, Shell shell) {
            var standing = it.exclusion;
            return standing == null ? toAsk(it, reader) : rows.of(it.id).map(row -> asked(it, standing, row, reader));
        }

        private Optional<ExclusionPart> toAsk(Case it, Actor reader) {
            if (!Exclusion.open(it) || !steps.may(reader, May.HANDLE, it.holder, it)) return Optional.empty();
            var above = exclusions.over(it.holder, it.place, clock.instant());
            if (above.equals(it.holder)) return Optional.empty();
            return Optional.of(new ExclusionPart(
                    null, null, List.of(), null, views.unit(above), flow.reasons("exclude"), Set.of(ASK)));
        }

        private ExclusionPart asked(Case it, Exclusion.Standing standing, ExclusionRows.Row row, Actor reader) {
            var step = standing == Exclusion.Standing.asked ? DECIDE : SETTLE;
            var decided = row.decidedAt();
            return new ExclusionPart(
                    standing,
                    flow.reason("exclude", row.cause()),
                    said(row, standing),
                    standing == Exclusion.Standing.excluded && decided != null
                            ? Exclusion.until(decided, deadlines)
                            : null,
                    "",
                    List.of(),
                    exclusions.decides(it, row, reader) ? Set.of(step) : Set.of());
        }

        private List<Words> said(ExclusionRows.Row row, Exclusion.Standing standing) {
            var said = new ArrayList<Words>();
            said.add(new Words("asked", views.unit(row.unit()), row.reason(), row.askedAt()));
            var first = standing == Exclusion.Standing.refused ? "refused" : "excluded";
            if (row.decision() != null) said.add(words(first, row.decision()));
            var last = standing == Exclusion.Standing.kept ? "kept" : "lifted";
            if (row.review() != null) said.add(words(last, row.review()));
            return said;
        }

        private Words words(String what, ExclusionRows.Decision it) {
            return new Words(what, views.unit(it.unit()), it.words(), it.at());
        }
    }
}
