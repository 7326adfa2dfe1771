package lianxin.linkage;

/** The number of one contact. */
public record ContactId(int number) {

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
