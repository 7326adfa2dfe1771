package lianxin.cases;

import lianxin.platform.Shell;

/**
 * What a list adds up to: how many people asked (诉求数), how many cases there are of it (案件数), and how many units have or
 * had work with them (工单数). Never more cases than {@link #COUNTED} are looked at.
 */
record Volume(int reports, int cases, int orders) {

    static final int COUNTED = 10_000;

    String text(Shell shell) {
        return shell.t(
                reports > COUNTED ? "joining.counts.more" : "joining.counts",
                shell.number(reports),
                shell.number(cases),
                shell.number(orders));
    }
}
