package lianxin.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Locale;
import lianxin.platform.MovableClock;
import lianxin.platform.WorkingCalendar;
import lianxin.platform.WorkingHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(MovableClock.CITY, WorkingHours.USUAL);

    private static OpeningHours hours(String typed) {
        return OpeningHours.read(typed).orElseThrow();
    }

    /** 2026-03-02 is a Monday. */
    private static LocalDateTime monday(String time) {
        return LocalDateTime.parse("2026-03-02T" + time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        周一至周五 8:30-17:00                     | Mo-Fr 08:30-17:00
        星期一到星期五 ８：３０～１７：００           | Mo-Fr 08:30-17:00
        周一至五 8:30–11:30、13:30–17:00；周六 9:00-12:00 | Mo-Fr 08:30-11:30,13:30-17:00; Sa 09:00-12:00
        Mon-Fri 08:30-17:00; Sat,Sun 10:00-16:00  | Mo-Fr 08:30-17:00; Sa-Su 10:00-16:00
        周末 10:00-16:00                          | Sa-Su 10:00-16:00
        每天 6:00-22:00                           | Mo-Su 06:00-22:00
        6:00-22:00                                | Mo-Su 06:00-22:00
        周六至周一 9:00-12:00                      | Mo 09:00-12:00; Sa-Su 09:00-12:00
        周五、周六 18:00-02:00                     | Fr-Sa 18:00-02:00
        24 小时                                   | 24h
        周一至周五 8:30-17:00；节假日休息            | Mo-Fr 08:30-17:00; PH off
        工作日 8:30-17:00；法定节假日 9:00-12:00     | Mo-Fr 08:30-17:00; PH 09:00-12:00
        周末及节假日 10:00-16:00                   | Sa-Su 10:00-16:00; PH 10:00-16:00
        每天 6:00-22:00；节假日照常                 | Mo-Su 06:00-22:00; PH open
        Mon-Fri 08:30-17:00; public holidays closed | Mo-Fr 08:30-17:00; PH off
        周二至周日 9:00-17:00；周一闭馆              | Tu-Su 09:00-17:00
        24小时开放；节假日休息                      | 24h; PH off
        24h                                       | 24h
        """)
    void what_people_write_on_a_door_is_understood_and_kept_in_one_form(String typed, String written) {
        assertThat(hours(typed).written()).isEqualTo(written);
        assertThat(hours(written)).isEqualTo(hours(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "随时",
                "周八 9:00-12:00",
                "周一 9:00",
                "周一 25:00-26:00",
                "周一 9:75-12:00",
                "9:00-9:00",
                "Mo-Xx 8:00-9:00",
                "周一 8:00-12:00,11:00-14:00",
                "节假日 9:00-12:00；假日休息",
                "周一照常",
                "周日 9:00-12:00；周日休息",
                "24h；周一 9:00-12:00",
                "周一周三 9:00-12:00"
            })
    void what_is_not_understood_is_refused_and_not_guessed(String typed) {
        assertThat(OpeningHours.read(typed)).isEmpty();
    }

    @Test
    void a_station_is_open_within_its_hours_and_shut_at_noon() {
        var station = hours("周一至周五 8:30-11:30、13:30-17:00");
        assertThat(station.openAt(monday("08:29"), CALENDAR)).isFalse();
        assertThat(station.openAt(monday("08:30"), CALENDAR)).isTrue();
        assertThat(station.openAt(monday("11:30"), CALENDAR)).isFalse();
        assertThat(station.openAt(monday("16:59"), CALENDAR)).isTrue();
        assertThat(station.openAt(monday("10:00").plusDays(5), CALENDAR)).isFalse();
        assertThat(station.turnsAfter(monday("10:00"), CALENDAR)).contains(monday("11:30"));
        assertThat(station.turnsAfter(monday("12:00"), CALENDAR)).contains(monday("13:30"));
        assertThat(station.turnsAfter(monday("18:00").plusDays(4), CALENDAR))
                .contains(monday("08:30").plusDays(7));
    }

    @Test
    void a_night_belongs_to_the_day_on_which_it_began() {
        var drivers = hours("周日 22:00-06:00");
        assertThat(drivers.openAt(monday("05:59"), CALENDAR)).isTrue();
        assertThat(drivers.openAt(monday("06:00"), CALENDAR)).isFalse();
        assertThat(drivers.openAt(monday("23:00"), CALENDAR)).isFalse();
        assertThat(drivers.turnsAfter(monday("01:00"), CALENDAR)).contains(monday("06:00"));
    }

    @Test
    void around_the_clock_never_shuts_and_no_hours_are_never_called_open() {
        assertThat(OpeningHours.ALWAYS.openAt(monday("03:00"), CALENDAR)).isTrue();
        assertThat(OpeningHours.ALWAYS.turnsAfter(monday("03:00"), CALENDAR)).isEmpty();
        assertThat(hours("").none()).isTrue();
        assertThat(hours("").openAt(monday("12:00"), CALENDAR)).isFalse();
    }

    @Test
    void the_door_tells_it_in_both_languages() {
        var hours = hours("Mo-Fr 8:30-17:00; Sa 9:00-12:00");
        assertThat(hours.shown(Locale.SIMPLIFIED_CHINESE)).isEqualTo("周一至周五 08:30–17:00；周六 09:00–12:00");
        assertThat(hours.shown(Locale.ENGLISH)).isEqualTo("Mon–Fri 08:30–17:00; Sat 09:00–12:00");
        assertThat(hours("每天 6:00-22:00").shown(Locale.SIMPLIFIED_CHINESE)).isEqualTo("每天 06:00–22:00");
    }

    private static LocalDateTime at(String moment) {
        return LocalDateTime.parse(moment);
    }

    /** 2026-10-01 is a Thursday and the first of seven days off; Saturday the 10th is worked instead. */
    @Test
    void the_national_day_is_a_holiday_and_the_saturday_worked_for_it_counts_as_a_workday() {
        var center = hours("周一至周五 8:30-17:00；节假日休息");
        assertThat(center.openAt(at("2026-09-30T10:00"), CALENDAR)).isTrue();
        assertThat(center.openAt(at("2026-10-01T10:00"), CALENDAR)).isFalse();
        assertThat(center.openAt(at("2026-10-07T10:00"), CALENDAR)).isFalse();
        assertThat(center.openAt(at("2026-10-08T10:00"), CALENDAR)).isTrue();
        assertThat(center.openAt(at("2026-10-10T10:00"), CALENDAR)).isTrue();
        assertThat(center.openAt(at("2026-10-17T10:00"), CALENDAR)).isFalse();
        assertThat(center.turnsAfter(at("2026-09-30T18:00"), CALENDAR)).contains(at("2026-10-08T08:30"));
        assertThat(hours("周末 10:00-16:00").openAt(at("2026-10-10T11:00"), CALENDAR))
                .as("whoever opens at weekends only is shut on a worked Saturday")
                .isFalse();
    }

    @Test
    void hours_of_their_own_hold_on_holidays_and_where_nothing_is_said_the_door_says_so() {
        var morning = hours("周一至周五 8:30-17:00；节假日 9:00-12:00");
        assertThat(morning.openAt(at("2026-10-03T09:30"), CALENDAR)).isTrue();
        assertThat(morning.openAt(at("2026-10-02T08:45"), CALENDAR)).isFalse();
        assertThat(morning.openAt(at("2026-10-02T15:00"), CALENDAR)).isFalse();
        var holiday = at("2026-10-02T10:00").toLocalDate();
        assertThat(morning.untold(holiday, CALENDAR)).isFalse();
        assertThat(hours("每天 6:00-22:00；节假日照常").untold(holiday, CALENDAR)).isFalse();
        assertThat(hours("每天 6:00-22:00；节假日照常").openAt(at("2026-10-02T20:00"), CALENDAR))
                .isTrue();
        assertThat(hours("周一至周五 8:30-17:00").untold(holiday, CALENDAR)).isTrue();
        assertThat(OpeningHours.ALWAYS.untold(holiday, CALENDAR)).isFalse();
        assertThat(hours("24h；节假日休息").openAt(at("2026-10-02T20:00"), CALENDAR)).isFalse();
        assertThat(hours("24h；节假日休息").turnsAfter(at("2026-09-30T20:00"), CALENDAR))
                .contains(at("2026-10-01T00:00"));
        assertThat(morning.shown(Locale.SIMPLIFIED_CHINESE)).isEqualTo("周一至周五 08:30–17:00；节假日 09:00–12:00");
        assertThat(hours("Mo-Fr 8:30-17:00; PH off").shown(Locale.ENGLISH))
                .isEqualTo("Mon–Fri 08:30–17:00; public holidays closed");
    }
}
