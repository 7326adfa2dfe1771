package lianxin.linkage;

/**
 * What somebody needs.
 *
 * @param words what; with an answer these are kept, without one they become the words of a case
 * @param answer what was said on the spot; empty when it is to be solved as a case
 * @param telephone of whoever needs it, for asking whether it is solved; may be empty
 */
public record Needed(NeedId id, String words, String answer, String telephone) {

    boolean answered() {
        return !answer.isBlank();
    }
}
