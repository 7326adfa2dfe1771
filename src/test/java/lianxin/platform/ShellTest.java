package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShellTest {

    private static final Instant TEN_IN_THE_MORNING = Instant.parse("2026-11-22T02:00:00Z");

    private final Shell chinese = shell(Messages.CHINESE);
    private final Shell english = shell(Messages.ENGLISH);

    @Test
    void what_is_left_is_said_in_words_and_what_is_late_too() {
        assertThat(chinese.left(after(Duration.ofMinutes(8)))).isEqualTo("8 分钟");
        assertThat(chinese.left(after(Duration.ofMinutes(100)))).isEqualTo("1 时 40 分");
        assertThat(chinese.left(after(Duration.ofMinutes(185)))).isEqualTo("3 时 05 分");
        assertThat(chinese.left(after(Duration.ofDays(-2)))).isEqualTo("超期 2 天");
        assertThat(english.left(after(Duration.ofHours(-30)))).isEqualTo("1 day 6 h late");
        assertThat(english.left(after(Duration.ofSeconds(20)))).isEqualTo("under 1 min");
    }

    @Test
    void moments_are_told_as_people_say_them_in_the_city() {
        assertThat(chinese.when(after(Duration.ofMinutes(-40)))).isEqualTo("今天 09:20");
        assertThat(chinese.when(after(Duration.ofHours(-20)))).isEqualTo("昨天 14:00");
        assertThat(chinese.when(after(Duration.ofHours(23)))).isEqualTo("明天 09:00");
        assertThat(chinese.when(after(Duration.ofHours(-44)))).isEqualTo("11月20日 14:00");
        assertThat(chinese.when(after(Duration.ofDays(-400)))).isEqualTo("2025年10月18日 10:00");
        assertThat(english.when(after(Duration.ofHours(-44)))).isEqualTo("20 Nov 14:00");
    }

    @Test
    void a_deadline_has_a_color_and_the_color_is_never_alone() {
        assertThat(chinese.urgency(after(Duration.ofMinutes(-1)))).isEqualTo("late");
        assertThat(chinese.urgency(after(Duration.ofMinutes(29)))).isEqualTo("soon");
        assertThat(chinese.urgency(after(Duration.ofMinutes(52)))).isEqualTo("near");
        assertThat(chinese.urgency(after(Duration.ofHours(7)))).isEqualTo("today");
        assertThat(chinese.urgency(after(Duration.ofHours(9)))).isEqualTo("calm");
    }

    private static Instant after(Duration duration) {
        return TEN_IN_THE_MORNING.plus(duration);
    }

    private static Shell shell(Locale language) {
        var clock = Clock.fixed(TEN_IN_THE_MORNING, ZoneId.of("Asia/Shanghai"));
        var screen = new Shell.Screen(
                "/", path -> "/" + path, (name, value) -> "?", false, null, null, List.of(), null, null);
        return new Shell(new Messages(), language, clock, screen);
    }
}
