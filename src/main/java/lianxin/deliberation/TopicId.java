package lianxin.deliberation;

import lianxin.facts.Ref;

/** The number of a topic. */
public record TopicId(int number) {

    static final String KIND = "topic";

    public Ref ref() {
        return Ref.of(KIND, number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
