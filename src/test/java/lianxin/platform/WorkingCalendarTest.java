package lianxin.platform;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static lianxin.platform.MovableClock.CITY;
import static lianxin.platform.MovableClock.city;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(CITY, WorkingHours.USUAL);

    @Test
    void two_hours_asked_before_lunch_end_after_lunch() {
        assertThat(CALENDAR.plus(city("2026-03-02T11:30"), ofHours(2))).isEqualTo(city("2026-03-02T15:00"));
    }

    @Test
    void what_is_asked_on_a_friday_evening_begins_on_monday() {
        assertThat(CALENDAR.plus(city("2026-03-06T21:00"), ofHours(2))).isEqualTo(city("2026-03-09T10:30"));
        assertThat(CALENDAR.plus(city("2026-03-06T17:30"), ofHours(2))).isEqualTo(city("2026-03-09T10:30"));
    }

    @Test
    void time_that_runs_out_with_the_day_ends_with_the_day() {
        assertThat(CALENDAR.plus(city("2026-03-06T15:30"), ofHours(2))).isEqualTo(city("2026-03-06T17:30"));
    }

    @Test
    void counting_back_from_a_deadline_finds_the_time_to_remind() {
        assertThat(CALENDAR.plus(city("2026-03-09T10:30"), ofHours(-4))).isEqualTo(city("2026-03-06T15:30"));
        assertThat(CALENDAR.plus(city("2026-03-09T10:30"), ofHours(-2))).isEqualTo(city("2026-03-09T08:30"));
    }

    @Test
    void no_time_at_all_is_the_same_instant_even_at_night() {
        assertThat(CALENDAR.plus(city("2026-03-08T03:00"), Duration.ZERO)).isEqualTo(city("2026-03-08T03:00"));
    }

    @Test
    void the_saturdays_shifted_for_the_spring_festival_of_2026_are_worked_and_the_nine_days_are_not() {
        assertThat(CALENDAR.workingDay(LocalDate.parse("2026-02-14"))).isTrue();
        assertThat(CALENDAR.workingDay(LocalDate.parse("2026-02-28"))).isTrue();
        assertThat(CALENDAR.workingDay(LocalDate.parse("2026-02-21"))).isFalse();
        assertThat(LocalDate.parse("2026-02-15").datesUntil(LocalDate.parse("2026-02-24")))
                .noneMatch(CALENDAR::workingDay);
        assertThat(CALENDAR.plus(city("2026-02-14T16:30"), ofHours(2))).isEqualTo(city("2026-02-24T09:30"));
    }

    @Test
    void the_national_day_of_2026_is_seven_days_long_and_paid_for_with_two_weekend_days() {
        assertThat(CALENDAR.plus(city("2026-09-30T17:00"), ofHours(1))).isEqualTo(city("2026-10-08T09:00"));
        assertThat(CALENDAR.workingDay(LocalDate.parse("2026-09-20"))).isTrue();
        assertThat(CALENDAR.workingDay(LocalDate.parse("2026-10-10"))).isTrue();
        assertThat(CALENDAR.between(city("2026-10-01T00:00"), city("2026-10-08T00:00")))
                .isZero();
    }

    @Test
    void days_in_lieu_are_rest_days() {
        assertThat(CALENDAR.workingDay(LocalDate.parse("2004-05-07"))).isFalse();
        assertThat(CALENDAR.workingDay(LocalDate.parse("2004-05-09"))).isTrue();
    }

    @Test
    void a_year_without_a_notice_counts_monday_to_friday_and_says_so() {
        assertThat(CALENDAR.official(2026)).isTrue();
        assertThat(CALENDAR.official(2027)).isFalse();
        assertThat(CALENDAR.workingDay(LocalDate.parse("2027-10-01"))).isTrue();
        assertThat(CALENDAR.workingDay(LocalDate.parse("2027-10-02"))).isFalse();
    }

    @Test
    void outside_its_years_the_calendar_refuses_to_count() {
        var outside = List.<Runnable>of(
                () -> CALENDAR.between(Instant.EPOCH, city("2026-03-02T09:00")),
                () -> CALENDAR.plus(Instant.MAX, ofHours(1)),
                () -> CALENDAR.plus(city("2040-12-31T16:00"), ofHours(8)),
                () -> CALENDAR.plus(city("2004-01-02T09:00"), ofHours(-8)),
                () -> CALENDAR.opening(city("2040-12-31T18:00")),
                () -> CALENDAR.workingDay(LocalDate.parse("2041-01-01")),
                () -> CALENDAR.workingDayAfter(LocalDate.parse("2040-12-31"), 1));
        assertThat(outside)
                .allSatisfy(question -> assertThatExceptionOfType(RuleBroken.class)
                        .isThrownBy(question::run)
                        .satisfies(broken -> assertThat(broken.key()).isEqualTo("platform.calendar.outside")));
    }

    @Test
    void hours_that_make_no_day_are_refused_with_a_sentence() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new WorkingCalendar(CITY, List.of()))
                .withMessageContaining("needs working hours");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new WorkingCalendar(CITY, WorkingHours.parseAll("13:30-17:30,08:30-12:00")))
                .withMessageContaining("out of order");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> WorkingHours.parseAll("morning"))
                .withMessageContaining("write them like 08:30-12:00");
    }

    /** The reference walks day by day through the nine years with a full official calendar, 3,287 days. */
    @Test
    void it_agrees_with_walking_through_the_days_one_by_one() {
        var random = new Random(20260302);
        var first = city("2018-01-01T00:00");
        var seconds = (int) Duration.between(first, city("2027-01-01T00:00")).toSeconds();
        for (int i = 0; i < 3_000; i++) {
            var a = first.plusSeconds(random.nextInt(seconds));
            var b = i % 2 == 0 ? first.plusSeconds(random.nextInt(seconds)) : a.plusSeconds(random.nextInt(900_000));
            if (b.isAfter(city("2027-01-01T00:00"))) continue;
            var walked = b.isBefore(a) ? walk(b, a).negated() : walk(a, b);
            assertThat(CALENDAR.between(a, b)).as("%s to %s", a, b).isEqualTo(walked);
        }
    }

    @Test
    void adding_working_time_ends_exactly_when_that_much_has_been_worked() {
        var random = new Random(20260303);
        var first = city("2018-01-01T00:00");
        for (int i = 0; i < 2_000; i++) {
            var from = first.plusSeconds(random.nextInt(280_000_000));
            var working = ofSeconds(1 + random.nextInt(300_000));
            var end = CALENDAR.plus(from, working);
            assertThat(walk(from, end)).as("%s plus %s", from, working).isEqualTo(working);
            assertThat(walk(from, end.minusSeconds(1))).isEqualTo(working.minusSeconds(1));
        }
    }

    @Test
    void every_minute_of_a_month_with_shifted_days_agrees_with_counting_minutes() {
        var start = city("2026-02-10T00:00");
        var counted = Duration.ZERO;
        for (var at = start; at.isBefore(city("2026-03-03T00:00")); at = at.plusSeconds(60)) {
            assertThat(CALENDAR.between(start, at)).isEqualTo(counted);
            if (CALENDAR.working(at)) counted = counted.plus(ofMinutes(1));
        }
        assertThat(counted).isEqualTo(ofMinutes(11 * 450));
    }

    private static Duration walk(Instant from, Instant to) {
        var sum = Duration.ZERO;
        var last = to.atZone(CITY).toLocalDate();
        for (var day = from.atZone(CITY).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (!OFFICIAL.worked(day)) continue;
            for (var hours : WorkingHours.USUAL) {
                var begins = day.atTime(hours.from()).atZone(CITY).toInstant();
                var ends = day.atTime(hours.to()).atZone(CITY).toInstant();
                var stretch = Duration.between(begins.isBefore(from) ? from : begins, ends.isAfter(to) ? to : ends);
                if (stretch.isPositive()) sum = sum.plus(stretch);
            }
        }
        return sum;
    }

    private static final OfficialDays OFFICIAL = OfficialDays.read();
}
