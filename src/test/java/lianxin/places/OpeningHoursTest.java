package lianxin.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

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
                "节假日 9:00-12:00",
                "周一周三 9:00-12:00"
            })
    void what_is_not_understood_is_refused_and_not_guessed(String typed) {
        assertThat(OpeningHours.read(typed)).isEmpty();
    }

    @Test
    void a_station_is_open_within_its_hours_and_shut_at_noon() {
        var station = hours("周一至周五 8:30-11:30、13:30-17:00");
        assertThat(station.openAt(monday("08:29"))).isFalse();
        assertThat(station.openAt(monday("08:30"))).isTrue();
        assertThat(station.openAt(monday("11:30"))).isFalse();
        assertThat(station.openAt(monday("16:59"))).isTrue();
        assertThat(station.openAt(monday("10:00").plusDays(5))).isFalse();
        assertThat(station.turnsAfter(monday("10:00"))).contains(monday("11:30"));
        assertThat(station.turnsAfter(monday("12:00"))).contains(monday("13:30"));
        assertThat(station.turnsAfter(monday("18:00").plusDays(4)))
                .contains(monday("08:30").plusDays(7));
    }

    @Test
    void a_night_belongs_to_the_day_on_which_it_began() {
        var drivers = hours("周日 22:00-06:00");
        assertThat(drivers.openAt(monday("05:59"))).isTrue();
        assertThat(drivers.openAt(monday("06:00"))).isFalse();
        assertThat(drivers.openAt(monday("23:00"))).isFalse();
        assertThat(drivers.turnsAfter(monday("01:00"))).contains(monday("06:00"));
    }

    @Test
    void around_the_clock_never_shuts_and_no_hours_are_never_called_open() {
        assertThat(OpeningHours.ALWAYS.openAt(monday("03:00"))).isTrue();
        assertThat(OpeningHours.ALWAYS.turnsAfter(monday("03:00"))).isEmpty();
        assertThat(hours("").none()).isTrue();
        assertThat(hours("").openAt(monday("12:00"))).isFalse();
    }

    @Test
    void the_door_tells_it_in_both_languages() {
        var hours = hours("Mo-Fr 8:30-17:00; Sa 9:00-12:00");
        assertThat(hours.shown(Locale.SIMPLIFIED_CHINESE)).isEqualTo("周一至周五 08:30–17:00；周六 09:00–12:00");
        assertThat(hours.shown(Locale.ENGLISH)).isEqualTo("Mon–Fri 08:30–17:00; Sat 09:00–12:00");
        assertThat(hours("每天 6:00-22:00").shown(Locale.SIMPLIFIED_CHINESE)).isEqualTo("每天 06:00–22:00");
    }
}
