package lianxin.cases;

/** When a picture was taken: with the report, before the work, after the work. */
public enum Moment {
    REPORT,
    BEFORE,
    AFTER;

    /** So many of one case for each: the reporter's never take the place of those of the work. */
    static final int MOST_PICTURES = 9;
}
