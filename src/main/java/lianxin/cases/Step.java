package lianxin.cases;

/** The steps that have a limit. Named as indicators name them. */
public enum Step {
    dispatch,
    sign,
    handle,
    answer,
    close,
    /** A unit that was called in takes note (报到). */
    checkIn,
    /** A unit that was called in does its part (协办). */
    assist,
    /** The unit above that was whistled for says who comes (响应). */
    respond,
    /** The unit that holds the case answers what a superior wants to know. */
    reply,
    /** Somebody who did not do the work looks whether it is done (核查). */
    check,
    /** A matter that the duty list gives to nobody is dispatched, or goes up (上交). */
    pass
}
