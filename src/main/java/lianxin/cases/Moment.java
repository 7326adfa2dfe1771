package lianxin.cases;

/** When a picture was taken: with the report, before the work, after the work. */
public enum Moment {
    REPORT,
    BEFORE,
    AFTER
}
