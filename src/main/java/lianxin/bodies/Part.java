package lianxin.bodies;

import java.util.Locale;

/** The lists a joint body can have; the playbook says which of them a kind has. */
public enum Part {
    /** What a member is there for, for as long as the body lasts. */
    DUTY,
    PROJECT,
    /** Work in hand; what is left goes to a named unit when the body ends. */
    TASK,
    /** The day on which it is looked back. */
    REVIEW,
    /** Something done together, in one of the links. */
    ACTION,
    /** What a member gives: so much of something, until a day. */
    PLEDGE;

    static Part of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is due on some day. */
    boolean due() {
        return this != DUTY;
    }
}
