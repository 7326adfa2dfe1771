package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTest {

    @Test
    void signs_no_keyboard_makes_are_dropped_and_lines_stay_lines() {
        assertThat(Typed.lines("一楼\r\n二楼\u0000\r三楼\ud800")).isEqualTo("一楼\n二楼\n三楼");
        assertThat(Typed.line("2 单元\r\n3 楼")).isEqualTo("2 单元 3 楼");
        assertThat(Typed.lines("😀 𠮷")).isEqualTo("😀 𠮷");
    }
}
