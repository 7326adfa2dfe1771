package lianxin.bodies;

/** The number of something that a joint body has agreed. */
public record UndertakingId(int number) {

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
