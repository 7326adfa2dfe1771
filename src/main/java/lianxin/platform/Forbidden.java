package lianxin.platform;

/** The one who acts holds no post that allows this (403). */
public class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Forbidden(Object what) {
        super(String.valueOf(what));
    }
}
