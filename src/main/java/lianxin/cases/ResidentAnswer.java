package lianxin.cases;

/**
 * What the resident says of a finished case.
 *
 * @param result satisfaction with the result, 5 best, 0 when left out
 * @param service satisfaction with the service, 5 best, 0 when left out
 * @param pressed “有人要求我给好评”
 * @param sentence in the resident's own words; may be empty; stays in the case's thread
 */
public record ResidentAnswer(
        boolean solved, int result, int service, boolean pressed, String sentence, String channel) {

    public static final int LONGEST_SENTENCE = 500;

    /** Whether both ratings are on the five steps, or left out. */
    boolean possible() {
        return result >= 0 && result <= 5 && service >= 0 && service <= 5;
    }
}
