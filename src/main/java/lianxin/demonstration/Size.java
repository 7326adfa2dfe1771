package lianxin.demonstration;

import lianxin.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** How large the playbook wants its demonstration, and where its list of divisions is. */
record Size(String divisionRoot, @Nullable String divisions, Demonstrated demonstration) {

    record Demonstrated(long seed, int historyDays, int cases) {}

    static Size of(Playbook playbook) {
        return playbook.bind("place.yaml", Size.class);
    }

    Size withCases(int cases) {
        return cases < 1
                ? this
                : new Size(
                        divisionRoot,
                        divisions,
                        new Demonstrated(demonstration.seed, demonstration.historyDays, cases));
    }
}
