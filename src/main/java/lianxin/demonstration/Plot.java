package lianxin.demonstration;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.UUID;
import lianxin.cases.CaseId;
import lianxin.demonstration.Topics.Topic;
import lianxin.territory.AreaId;

/** What will be reported, where, when and with which luck. */
record Plot(CaseId id, Instant at, AreaId place, Topic topic, Fate fate) {

    /** What becomes of a case beyond the habits of its unit. */
    enum Fate {
        ORDINARY,
        /** Finished long after its limit. */
        VERY_LATE,
        /** Never finished: it climbs from superior to superior. */
        LOST,
        /** Lies at the desk that should dispatch it. */
        LOST_AT_DESK
    }

    private static final int[] BY_HOUR = {
        1, 1, 1, 1, 1, 2, 5, 9, 14, 15, 14, 11, 8, 9, 12, 13, 12, 11, 10, 11, 10, 7, 4, 2
    };
    private static final int BUSIEST_HOUR = 15;
    private static final Duration LATELY = Duration.ofDays(10);

    /** Draws one between the start and the end of the history. */
    static Plot draw(Instant start, Instant end, Topics topics, Streets streets, ZoneId zone, SplittableRandom chance) {
        var at = moment(start, end, zone, chance);
        var topic = topics.any(chance);
        var place = streets.any(chance);
        var age = Duration.between(at, end);
        if (age.compareTo(LATELY) < 0) {
            double shown = chance.nextDouble();
            var departments = topics.ofDepartment(topics.shownDepartment());
            if (shown < 0.07) {
                place = streets.inShownCommunity(chance);
            } else if (shown < 0.11 && !departments.isEmpty()) {
                place = streets.inShownCounty(chance);
                topic = departments.get(chance.nextInt(departments.size()));
            }
        }
        return new Plot(id(at, chance), at, place, topic, fate(age, chance));
    }

    private static Fate fate(Duration age, SplittableRandom chance) {
        double drawn = chance.nextDouble();
        if (drawn < 0.008) return Fate.VERY_LATE;
        long days = age.toDays();
        if (days >= 10 && days < 40 && drawn > 0.991) return Fate.LOST;
        if (days >= 1 && days < 9 && drawn > 0.995) return Fate.LOST_AT_DESK;
        return Fate.ORDINARY;
    }

    private static Instant moment(Instant start, Instant end, ZoneId zone, SplittableRandom chance) {
        long seconds = Duration.between(start, end).toSeconds();
        while (true) {
            var at = start.plusSeconds(chance.nextLong(seconds));
            var local = at.atZone(zone);
            boolean weekend = local.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
            if (weekend && chance.nextInt(4) == 0) continue;
            if (chance.nextInt(BUSIEST_HOUR) < BY_HOUR[local.getHour()]) return at;
        }
    }

    /** As a phone would have named it at that moment, but always the same. */
    private static CaseId id(Instant at, SplittableRandom chance) {
        long high = at.toEpochMilli() << 16 | 0x7000L | chance.nextInt(1 << 12);
        long low = chance.nextLong() >>> 2 | Long.MIN_VALUE;
        return new CaseId(new UUID(high, low));
    }
}
