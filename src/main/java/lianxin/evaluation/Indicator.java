package lianxin.evaluation;

import java.util.LinkedHashSet;
import java.util.Set;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/**
 * A rate of 0–100: a hundred times the numerator over the denominator, both formulas over measures.
 *
 * @param beside the rate without which this one may not be read, shown beside it
 * @param least with a smaller denominator the rate is unknown
 * @param drawn whether its interval is always taken from the draws, also where Wilson's would do
 * @param explained numerator, denominator and cohort in one sentence
 * @param rest what those are that the denominator has more than the numerator, where that is worth saying
 */
record Indicator(
        String key,
        Label name,
        Formula numerator,
        Formula denominator,
        @Nullable String beside,
        int least,
        boolean drawn,
        Label explained,
        @Nullable Label rest) {

    Set<String> measures() {
        var names = new LinkedHashSet<>(numerator.names());
        names.addAll(denominator.names());
        return names;
    }
}
