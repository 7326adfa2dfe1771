package lianxin.cases;

/** How a case ended. Named as indicators and open data name it. */
public enum Outcome {
    closedSolved,
    closedUnanswered
}
