package lianxin.cases;

import java.util.Map;
import lianxin.platform.Shell;

/** How many cases each view of the inbox holds. Beyond a thousand nobody reads the last digit, so it is not counted. */
record Waiting(Map<Filter.View, Integer> counts) {

    static final int COUNTED = 1_000;

    boolean knows(Filter.View view) {
        return counts.containsKey(view);
    }

    /** Such as 37, or 1,000+ when there are at least so many. */
    String text(Filter.View view, Shell shell) {
        int count = counts.getOrDefault(view, 0);
        return shell.number(Math.min(count, COUNTED)) + (count < COUNTED ? "" : "+");
    }
}
