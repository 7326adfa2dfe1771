package lianxin.evaluation;

import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;

/**
 * What stands above every page of an evaluation: by which rules, for which month, from which facts.
 *
 * @param basis cut-off, horizon and tree in words; nothing while nothing was computed
 */
record Heading(
        String scheme,
        String name,
        String source,
        int version,
        boolean example,
        String period,
        String month,
        String before,
        @Nullable String after,
        @Nullable String basis) {

    static Heading of(Scheme scheme, Period period, Period running, Shell shell) {
        return new Heading(
                scheme.key(),
                scheme.name().in(shell.locale()),
                scheme.source(),
                scheme.version(),
                scheme.example(),
                period.toString(),
                shell.t(
                        "evaluation.month",
                        String.valueOf(period.month().getYear()),
                        period.month().getMonthValue()),
                period.before().toString(),
                period.month().isBefore(running.month()) ? period.after().toString() : null,
                null);
    }

    static Heading of(League league, Period running, Shell shell) {
        var it = of(league.scheme(), league.period(), running, shell);
        var issue = league.issue();
        var basis = shell.t(
                "evaluation.basis",
                shell.when(issue.cut().cutOff()),
                String.valueOf(issue.cut().horizon()),
                shell.when(issue.treeValid()),
                shell.when(issue.issuedAt()));
        return new Heading(
                it.scheme, it.name, it.source, it.version, it.example, it.period, it.month, it.before, it.after, basis);
    }
}
