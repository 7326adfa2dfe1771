package lianxin.directives;

import lianxin.facts.Ref;

/** The number of one unit's part of a task. */
public record PartId(int number) {

    static final String KIND = "task-part";

    public Ref ref() {
        return Ref.of(KIND, number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
