package lianxin.linkage;

import lianxin.facts.Ref;

/** The number of a contact point, the same whoever sits on the seat and whatever becomes of the units at its ends. */
public record LinkId(int number) {

    static final String KIND = "link";

    public Ref ref() {
        return Ref.of(KIND, number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
