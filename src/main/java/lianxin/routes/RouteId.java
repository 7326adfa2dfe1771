package lianxin.routes;

import lianxin.facts.Ref;

/** The number of a route, the same through every change of its name and its stops. */
public record RouteId(int number) {

    public static final String KIND = "route";

    public Ref ref() {
        return Ref.of(KIND, number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
