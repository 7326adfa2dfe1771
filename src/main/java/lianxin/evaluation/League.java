package lianxin.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The units of one level side by side for one period, the highest score first. There are no rank numbers: units whose
 * intervals overlap cannot be told apart by these data.
 *
 * @param outside how many things were counted for no unit of the list; unknown for leagues issued long ago
 */
record League(
        Scheme scheme,
        Period period,
        Issue issue,
        List<Row> rows,
        @Nullable Integer outside) {

    League {
        rows = rows.stream().sorted(Row.HIGHEST_FIRST).toList();
    }

    /**
     * What it was computed from, so that it can be computed again.
     *
     * @param cut which facts counted
     * @param tree along which tree they were counted
     * @param treeValid the moment whose units are listed
     * @param treeKnown what was known of that moment
     */
    record Issue(UUID id, Cut cut, TreeChoice.Kind tree, Instant treeValid, Instant treeKnown, Instant issuedAt) {}

    /** One unit under the names of that time, with its counts by measure. */
    record Row(int unit, String name, int above, String aboveName, Score score, Map<String, BigDecimal> measures) {
        private static final Comparator<Row> HIGHEST_FIRST = Comparator.comparing(
                        (Row it) ->
                                it.score.total().isKnown() ? it.score.total().amount() : BigDecimal.valueOf(-1),
                        Comparator.reverseOrder())
                .thenComparingInt(Row::unit);
    }

    /** The same table for somebody who asked for another day on which the tree was the same. */
    League along(TreeChoice asked) {
        var as = new Issue(issue.id, issue.cut, asked.kind(), asked.valid(), issue.treeKnown, issue.issuedAt);
        return new League(scheme, period, as, rows, outside);
    }

    Optional<Row> row(int unit) {
        return rows.stream().filter(it -> it.unit == unit).findFirst();
    }

    /** Too few cases to say much. */
    boolean smallSample(Row row) {
        return row.score.cases() < scheme.minimumSample();
    }
}
