package lianxin.demonstration;

import java.util.SplittableRandom;
import lianxin.cases.Assistants;
import lianxin.cases.Cases;
import lianxin.cases.Reports;
import lianxin.platform.WorkingCalendar;

/** What every story of the history is played with. */
record Scenery(
        Reports reports,
        Cases cases,
        Assistants assistants,
        Topics topics,
        Streets streets,
        Cast cast,
        Words words,
        WorkingCalendar calendar,
        LampPictures pictures,
        long seed) {

    /** A source of chance of its own for each story, so that the city is the same however the stories interleave. */
    SplittableRandom chance(int number) {
        return new SplittableRandom(seed * 7_919 + number);
    }
}
