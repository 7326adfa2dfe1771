package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @Test
    void signs_no_keyboard_makes_are_dropped_and_lines_stay_lines() {
        assertThat(Typed.lines("一楼\r\n二楼\u0000\r三楼\ud800")).isEqualTo("一楼\n二楼\n三楼");
        assertThat(Typed.line("2 单元\r\n3 楼")).isEqualTo("2 单元 3 楼");
        assertThat(Typed.lines("😀 𠮷")).isEqualTo("😀 𠮷");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "138 0000 1234",
                "138-0000-1234",
                "１３８００００１２３４",
                "+8613800001234",
                "0573-8200 1234",
                "(0573) 82001234"
            })
    void a_telephone_number_may_be_written_as_people_write_it(String written) {
        assertThat(Typed.telephone(written)).matches("\\+?[0-9]{11,13}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "110", "13x00001234", "请打给我", "1380000123413800001234"})
    void what_nobody_can_call_is_no_number(String written) {
        assertThat(Typed.telephone(written)).isEmpty();
    }

    @Test
    void a_number_is_shown_with_its_middle_hidden() {
        assertThat(Typed.masked("13800001234")).isEqualTo("138****1234");
        assertThat(Typed.masked("12345")).isEqualTo("****");
    }
}
