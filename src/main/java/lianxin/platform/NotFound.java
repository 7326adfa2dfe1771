package lianxin.platform;

/** Nobody here knows this thing, or it is not for the one who asks to know that it exists (404). */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotFound(Object what) {
        super(String.valueOf(what));
    }
}
