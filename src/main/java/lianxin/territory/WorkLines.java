package lianxin.territory;

import java.util.List;
import lianxin.platform.Shell;
import lianxin.playbook.Label;

/** The lines of work (条线) of the playbook, by what they are called. */
record WorkLines(List<Line> lines) {

    record Line(String key, Label name) {}

    String name(String key, Shell shell) {
        if (key.isEmpty()) return shell.t("territory.all-lines");
        return lines.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .map(it -> it.name().in(shell.locale()))
                .orElse(key);
    }
}
