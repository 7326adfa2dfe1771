package lianxin.organization;

import lianxin.facts.Ref;

/** The number of a unit: given once, never changed, never given again. */
public record UnitId(int number) {

    public static final String KIND = "unit";

    public Ref ref() {
        return Ref.of(KIND, number);
    }

    public static UnitId of(Ref ref) {
        if (!ref.kind().equals(KIND)) throw new IllegalArgumentException("Not a unit: " + ref);
        return new UnitId(Integer.parseInt(ref.id()));
    }
}
