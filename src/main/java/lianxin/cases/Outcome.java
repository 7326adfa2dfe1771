package lianxin.cases;

/** How a case ended. Named as indicators and open data name it. */
public enum Outcome {
    closedSolved,
    closedUnanswered,
    /** It cannot be solved, for a reason the desk has accepted. Never counted as solved. */
    closedUnsolved,
    /** Not taken on, for a reason of the closed list. */
    declined,
    /** Somebody else is in charge of such matters; the reporter was told who and where. */
    handedOn,
    /** The desk answered at once, and nobody had to do anything more; praise that was passed on. */
    answeredDirectly,
    /** 自处置: staff found it and put it right on the spot, and recorded it once. Nobody asked for it, so nobody is asked. */
    selfHandled,
    /** 并案: it is worked on in another case about the same, and ends as that one does. */
    joined,
    /** The reporter wants nothing done any more; neither solved nor unsolved. */
    withdrawn
}
