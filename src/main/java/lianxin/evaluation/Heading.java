package lianxin.evaluation;

import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;

/**
 * What stands above every page of an evaluation: by which rules, for which period, from which facts.
 *
 * @param month what the period is called
 * @param calendar from when to when it reaches, where that is not the month on the wall
 * @param tree along which tree the figures were counted
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
        @Nullable String calendar,
        String before,
        @Nullable String after,
        TreeChoice tree,
        @Nullable String basis) {

    static Heading of(Scheme scheme, Period period, TreeChoice tree, Period running, Shell shell) {
        return new Heading(
                scheme.key(),
                scheme.name().in(shell.locale()),
                scheme.source(),
                scheme.version(),
                scheme.example(),
                period.toString(),
                called(period, shell),
                period.calendar().plain()
                        ? null
                        : shell.t(
                                "evaluation.calendar",
                                period.calendar().name().in(shell.locale()),
                                shell.when(period.from()),
                                shell.when(period.to())),
                period.before().toString(),
                period.isBefore(running) ? period.after().toString() : null,
                tree,
                null);
    }

    private static String called(Period period, Shell shell) {
        var year = String.valueOf(period.first().getYear());
        return switch (period.span()) {
            case MONTH -> shell.t("evaluation.month", year, period.first().getMonthValue());
            case YEAR -> shell.t("evaluation.year", year);
        };
    }

    /** The league itself, along the same tree. */
    String url() {
        return tree.in("/leagues/" + scheme + "?period=" + period);
    }

    static Heading of(League league, TreeChoice tree, Period running, Shell shell) {
        var it = of(league.scheme(), league.period(), tree, running, shell);
        var issue = league.issue();
        var basis = shell.t(
                tree.isThen() ? "evaluation.basis" : "evaluation.basis.again",
                shell.when(issue.cut().cutOff()),
                String.valueOf(issue.cut().horizon()),
                shell.when(issue.treeValid()),
                shell.when(issue.issuedAt()));
        return new Heading(
                it.scheme,
                it.name,
                it.source,
                it.version,
                it.example,
                it.period,
                it.month,
                it.calendar,
                it.before,
                it.after,
                tree,
                basis);
    }
}
