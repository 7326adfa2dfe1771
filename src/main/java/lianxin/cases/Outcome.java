package lianxin.cases;

/** How a case ended. Named as indicators and open data name it. */
public enum Outcome {
    closedSolved,
    closedUnanswered,
    /** The reporter wants nothing done any more; neither solved nor unsolved. */
    withdrawn,
    /** The desk answered, and nobody had to do anything more. */
    answeredDirectly
}
