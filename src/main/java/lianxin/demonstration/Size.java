package lianxin.demonstration;

import lianxin.playbook.Playbook;

/** How large the playbook wants its demonstration. */
record Size(String divisionRoot, Demonstrated demonstration) {

    record Demonstrated(long seed, int historyDays, int cases) {}

    static Size of(Playbook playbook) {
        return playbook.bind("place.yaml", Size.class);
    }

    Size withCases(int cases) {
        return cases < 1
                ? this
                : new Size(divisionRoot, new Demonstrated(demonstration.seed, demonstration.historyDays, cases));
    }
}
