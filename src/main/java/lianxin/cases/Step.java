package lianxin.cases;

/** The steps that have a limit. Named as indicators name them. */
public enum Step {
    dispatch,
    sign,
    handle,
    answer,
    close
}
