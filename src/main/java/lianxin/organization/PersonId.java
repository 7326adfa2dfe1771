package lianxin.organization;

import lianxin.facts.Ref;

/** The number of somebody who holds posts or an account. */
public record PersonId(int number) {

    static final String KIND = "person";

    public Ref ref() {
        return Ref.of(KIND, number);
    }
}
