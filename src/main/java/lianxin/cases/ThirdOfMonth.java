package lianxin.cases;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import lianxin.platform.Shell;

/** 十一月上旬: a day would tell the neighbors whose matter it was. */
final class ThirdOfMonth {

    private ThirdOfMonth() {}

    static String of(ZonedDateTime day, Shell shell) {
        var third = Math.min(2, (day.getDayOfMonth() - 1) / 10);
        var month = day.getMonth().getDisplayName(TextStyle.FULL, shell.locale());
        return shell.t(
                "resident.home.lately." + List.of("early", "middle", "late").get(third), month);
    }
}
