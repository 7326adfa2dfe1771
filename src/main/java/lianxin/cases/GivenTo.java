package lianxin.cases;

/** Whom the reporter lets know the telephone number. Anonymous is no number at all. */
public enum GivenTo {
    CALL_BACK_DESK,
    HANDLER
}
