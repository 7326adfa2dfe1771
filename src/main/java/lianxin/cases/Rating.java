package lianxin.cases;

import java.util.List;

/** How satisfied somebody is, on the five steps of the form; the names stand in indicators. */
enum Rating {
    verySatisfied(5),
    satisfied(4),
    mostlySatisfied(3),
    dissatisfied(2),
    veryDissatisfied(1),
    none(0);

    static final List<Rating> STEPS =
            List.of(verySatisfied, satisfied, mostlySatisfied, dissatisfied, veryDissatisfied);

    final int value;

    Rating(int value) {
        this.value = value;
    }

    static Rating of(String name) {
        for (var it : values()) if (it.name().equals(name)) return it;
        return none;
    }

    static Rating of(int value) {
        for (var it : values()) if (it.value == value) return it;
        return none;
    }
}
