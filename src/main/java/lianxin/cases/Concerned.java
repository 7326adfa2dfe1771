package lianxin.cases;

import java.util.Arrays;

/** Whose matter it is that somebody asks about; the answer is theirs to give. */
enum Concerned {
    resident,
    /** Nobody in particular: public space. */
    everybody,
    enterprise;

    static Concerned of(String key) {
        return Arrays.stream(values())
                .filter(it -> it.name().equals(key))
                .findFirst()
                .orElse(resident);
    }
}
