package lianxin.territory;

import java.util.List;
import java.util.Optional;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** What the lines of work ask of every grid of a town, and what is counted on the ground. */
record GridRules(Work gridWork) {

    /** A playbook may ask nothing of its grids. */
    GridRules(@Nullable Work gridWork) {
        this.gridWork = gridWork == null ? new Work(List.of(), List.of(), List.of()) : gridWork;
    }

    record Work(List<Task> tasks, List<LineWork> lines, List<Counted> counts) {}

    record Task(String key, Label title) {}

    /** @param roles who works in a grid for this line */
    record LineWork(String line, List<Label> roles, List<Asked> tasks) {}

    record Asked(String task, Every every) {}

    /** Places, facilities or organizations; never households. */
    record Counted(String key, Label name) {}

    /** How often; the more often comes first. */
    enum Every {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    Optional<Task> task(String key) {
        return gridWork.tasks.stream().filter(it -> it.key.equals(key)).findFirst();
    }
}
