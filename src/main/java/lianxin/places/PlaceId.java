package lianxin.places;

import lianxin.facts.Ref;

/** The number of a place, the same through every change of its name, its type and what it offers. */
public record PlaceId(int number) {

    public static final String KIND = "place";

    public Ref ref() {
        return Ref.of(KIND, number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
