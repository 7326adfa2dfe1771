package lianxin.directives;

import lianxin.facts.Ref;

/** The number of a task, the same for everybody who was asked for a part of it. */
public record TaskId(int number) {

    static final String KIND = "task";

    public Ref ref() {
        return Ref.of(KIND, number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
