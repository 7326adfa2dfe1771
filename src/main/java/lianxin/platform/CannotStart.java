package lianxin.platform;

/** Why the town hall cannot open today: one plain sentence that says what to do. It is all the operator gets to see. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
