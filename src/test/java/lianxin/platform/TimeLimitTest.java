package lianxin.platform;

import static lianxin.platform.MovableClock.CITY;
import static lianxin.platform.MovableClock.city;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(CITY, WorkingHours.USUAL);

    @ParameterizedTest
    @CsvSource({
        "30m,  2026-03-06T17:20, 2026-03-06T17:50",
        "2h,   2026-03-06T23:00, 2026-03-07T01:00",
        "24h,  2026-03-06T17:20, 2026-03-07T17:20",
        "7d,   2026-02-14T17:20, 2026-02-21T17:20",
        "90wm, 2026-03-06T16:30, 2026-03-09T09:00",
        "4wh,  2026-03-06T16:30, 2026-03-09T11:30",
        "2wd,  2026-03-05T09:00, 2026-03-09T09:00",
        "2wd,  2026-03-07T15:00, 2026-03-11T08:30",
        "1wd,  2026-03-05T12:30, 2026-03-06T13:30",
        "1wd,  2026-02-14T09:00, 2026-02-24T09:00",
        "PT2H, 2026-03-06T23:00, 2026-03-07T01:00",
        "16wh, 2026-03-02T09:00, 2026-03-04T10:00"
    })
    void a_limit_falls_when_its_measure_says(String limit, String start, String end) {
        assertThat(TimeLimit.parse(limit).from(city(start), CALENDAR)).isEqualTo(city(end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30m", "2h", "24h", "7d", "90wm", "4wh", "2wd"})
    void it_is_printed_as_the_playbook_writes_it(String text) {
        assertThat(TimeLimit.parse(text)).hasToString(text);
    }

    @Test
    void the_iso_form_is_time_around_the_clock() {
        assertThat(TimeLimit.parse("PT2H")).isEqualTo(TimeLimit.parse("2h"));
        assertThat(TimeLimit.parse("PT90M")).isEqualTo(TimeLimit.parse("90m"));
        assertThat(TimeLimit.parse("PT90M").working()).isFalse();
        assertThat(TimeLimit.parse("4wh").working()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "0h", "-2h", "3x", "2 working days", "PT0S", "PT1.5S", "99999999d"})
    void anything_else_is_refused_with_the_forms_that_are_read(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> TimeLimit.parse(text))
                .withMessageContaining("write 30m, 2h, 7d, 4wh");
    }
}
