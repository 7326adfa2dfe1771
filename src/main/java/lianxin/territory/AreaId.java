package lianxin.territory;

import lianxin.facts.Ref;

/** The number of an area, the same through every change of name and parent. */
public record AreaId(int number) {

    public static final String KIND = "area";

    public static AreaId of(Ref ref) {
        if (!ref.kind().equals(KIND)) throw new IllegalArgumentException("Not an area: " + ref);
        return new AreaId(Integer.parseInt(ref.id()));
    }

    public Ref ref() {
        return Ref.of(KIND, number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
