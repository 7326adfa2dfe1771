package lianxin.bodies;

import lianxin.facts.Ref;

/** The number of a joint body, the same through every change of its name, its lead and its members. */
public record BodyId(int number) {

    static final String KIND = "body";

    public Ref ref() {
        return Ref.of(KIND, number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
