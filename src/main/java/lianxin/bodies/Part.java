package lianxin.bodies;

import java.util.Locale;
import java.util.Set;

/** The lists a joint body can have, and what each of them asks for; the playbook says which of them a kind has. */
public enum Part {
    /** What a member is there for, for as long as the body lasts. */
    DUTY,
    /** The body sits on a day; held, it says which units were there. */
    MEETING,
    /** What stands on the agenda of a meeting, with what each side thinks of it, until it is decided. */
    TOPIC,
    /** What a meeting decided and a unit carries out by a day. */
    RESOLUTION,
    /** What is needed; met when a pledge or a project that answers it is done. */
    DEMAND,
    /** What a member gives: so much of something, until a day. */
    PLEDGE,
    PROJECT,
    /** Work in hand. */
    TASK,
    /** Something done together, in one of the links. */
    ACTION,
    /** The day on which it is looked back. */
    REVIEW;

    static Part of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The list by which the playbook names it: topics and resolutions come with meetings. */
    Part list() {
        return comesOf().isEmpty() ? this : MEETING;
    }

    /** What it must come of. */
    Set<Part> comesOf() {
        return switch (this) {
            case TOPIC -> Set.of(MEETING);
            case RESOLUTION -> Set.of(MEETING, TOPIC);
            default -> Set.of();
        };
    }

    /** Whether it is due on some day. */
    boolean due() {
        return this != DUTY && this != TOPIC;
    }

    /** Whether the body itself may have it in hand. */
    boolean byItself() {
        return this == MEETING || this == TOPIC || this == TASK || this == REVIEW;
    }

    /** Whether it is so much of something, given bit by bit. */
    boolean measured() {
        return this == PLEDGE;
    }

    /** Whether it may say how much. */
    boolean sized() {
        return this == PLEDGE || this == DEMAND;
    }

    /** Whether it stands in one of the links. */
    boolean linked() {
        return this == ACTION;
    }

    /** Whether it can meet a demand. */
    boolean answers() {
        return this == PLEDGE || this == PROJECT;
    }

    /** Whether it goes to the heir when the body ends; the rest was the affair of the body and ends with it. */
    boolean outlives() {
        return this == TASK || this == PROJECT || this == RESOLUTION;
    }

    /** Whether the day is that on which it happens, and not that by which it is done. */
    boolean happens() {
        return this == MEETING || this == ACTION || this == REVIEW;
    }
}
