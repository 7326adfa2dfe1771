package lianxin.evaluation;

import static lianxin.evaluation.Drafts.ON_THE_WALL;
import static lianxin.evaluation.Drafts.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import lianxin.platform.MovableClock;
import lianxin.platform.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To which month of which calendar a moment belongs, and from when to when that month reaches. */
class PeriodTest {

    private static final StatisticalCalendar NOON =
            new StatisticalCalendar("noon", words("noon"), LocalTime.NOON, 1, false);
    private static final StatisticalCalendar ASSESSMENT =
            new StatisticalCalendar("assessment", words("assessment"), LocalTime.NOON, 19, true);

    private static StatisticalCalendar calendar(String key) {
        return switch (key) {
            case "noon" -> NOON;
            case "assessment" -> ASSESSMENT;
            default -> ON_THE_WALL;
        };
    }

    private static Scheme by(StatisticalCalendar calendar, Span span) {
        return Drafts.counting("done", "due").by(calendar, span).scheme();
    }

    private static Instant city(String local) {
        return MovableClock.city(local);
    }

    @ParameterizedTest
    @CsvSource({
        "month,      2026-03, 2026-03-01T00:00, 2026-04-01T00:00",
        "month,      2025-12, 2025-12-01T00:00, 2026-01-01T00:00",
        "noon,       2026-03, 2026-03-01T12:00, 2026-04-01T12:00",
        "noon,       2025-12, 2025-12-01T12:00, 2026-01-01T12:00",
        "noon,       2028-02, 2028-02-01T12:00, 2028-03-01T12:00",
        "assessment, 2026-03, 2026-02-19T12:00, 2026-03-19T12:00",
        "assessment, 2026-01, 2025-12-19T12:00, 2026-01-19T12:00",
        "assessment, 2025-12, 2025-11-19T12:00, 2025-12-19T12:00"
    })
    void a_month_reaches_from_its_first_moment_to_that_of_the_next(String key, String name, String from, String to) {
        var period = Period.of(name, by(calendar(key), Span.MONTH), MovableClock.CITY);
        assertThat(period.from()).isEqualTo(city(from));
        assertThat(period.to()).isEqualTo(city(to));
        assertThat(period).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({
        "month,      2026-03-31T23:59, 2026-03",
        "month,      2026-04-01T00:00, 2026-04",
        "noon,       2026-04-01T11:59, 2026-03",
        "noon,       2026-04-01T12:00, 2026-04",
        "noon,       2026-01-01T11:59, 2025-12",
        "noon,       2026-01-01T12:00, 2026-01",
        "assessment, 2026-03-19T11:59, 2026-03",
        "assessment, 2026-03-19T12:00, 2026-04",
        "assessment, 2025-12-19T11:59, 2025-12",
        "assessment, 2025-12-19T12:00, 2026-01",
        "assessment, 2025-12-31T23:59, 2026-01"
    })
    void each_moment_belongs_to_one_month(String key, String moment, String month) {
        assertThat(Period.at(city(moment), by(calendar(key), Span.MONTH), MovableClock.CITY))
                .hasToString(month);
    }

    @ParameterizedTest
    @CsvSource({
        "month,      2026, 2026-01-01T00:00, 2027-01-01T00:00",
        "noon,       2026, 2026-01-01T12:00, 2027-01-01T12:00",
        "assessment, 2026, 2025-12-19T12:00, 2026-12-19T12:00"
    })
    void a_year_is_its_twelve_months(String key, String name, String from, String to) {
        var year = Period.of(name, by(calendar(key), Span.YEAR), MovableClock.CITY);
        assertThat(year.from()).isEqualTo(city(from));
        assertThat(year.to()).isEqualTo(city(to));
        assertThat(year).hasToString(name);
        assertThat(year.before()).hasToString("2025");
        assertThat(Period.at(city("2026-07-01T08:00"), by(calendar(key), Span.YEAR), MovableClock.CITY))
                .isEqualTo(year);
    }

    @Test
    void at_the_end_of_the_year_the_assessment_has_begun_the_next_one() {
        var years = by(ASSESSMENT, Span.YEAR);
        assertThat(Period.at(city("2025-12-19T12:00"), years, MovableClock.CITY).first())
                .isEqualTo(Year.of(2026).atMonth(1));
    }

    @Test
    void months_follow_each_other_without_gap_for_ten_years() {
        for (var calendar : new StatisticalCalendar[] {ON_THE_WALL, NOON, ASSESSMENT}) {
            var period = new Period(calendar, Span.MONTH, YearMonth.of(2020, 1), MovableClock.CITY);
            for (int month = 0; month < 120; month++) {
                assertThat(Period.at(period.from(), by(calendar, Span.MONTH), MovableClock.CITY))
                        .isEqualTo(period);
                assertThat(Period.at(period.to().minusNanos(1_000), by(calendar, Span.MONTH), MovableClock.CITY))
                        .isEqualTo(period);
                assertThat(period.after().from()).isEqualTo(period.to());
                period = period.after();
            }
        }
    }

    @Test
    void addresses_name_months_to_schemes_of_months_and_years_to_those_of_years() {
        assertThatThrownBy(() -> Period.of("2026", by(ON_THE_WALL, Span.MONTH), MovableClock.CITY))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Period.of("2026-03", by(ON_THE_WALL, Span.YEAR), MovableClock.CITY))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_calendar_that_calls_its_months_after_the_wrong_one_makes_a_scheme_unusable() {
        var wrong = new StatisticalCalendar("wrong", words("wrong"), LocalTime.MIDNIGHT, 1, true);
        assertThat(Drafts.counting("done", "due")
                        .rate("rate", "done", "due")
                        .worth("100", "rate")
                        .by(wrong, Span.MONTH)
                        .scheme()
                        .problems())
                .singleElement()
                .asString()
                .contains("the calendar wrong");
    }
}
