package lianxin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a +",
                "(a",
                "a ^ 2",
                "a % 2",
                "a == b",
                "a && b",
                "SQRT(a)",
                "IF(a, 1, 2)",
                "RANDOM()",
                "\"text\"",
                "a[0]",
                "a.b",
                "2a",
                "a; b"
            })
    void what_is_not_plain_arithmetic_is_refused(String text) {
        assertThatThrownBy(() -> Formula.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sums_are_exact() {
        assertThat(Formula.of("3.7 * 1.3").exact(it -> Value.UNKNOWN).shown(2)).isEqualTo("4.81");
        assertThat(Formula.of("0.1 + 0.2").exact(it -> Value.UNKNOWN).amount()).isEqualByComparingTo("0.3");
    }

    @Test
    void a_formula_reads_in_words() {
        var words = Formula.of("very + satisfied + 0.9 * mostly").inWords(it -> "<" + it + ">");
        assertThat(words).isEqualTo("<very> + <satisfied> + 0.9 × <mostly>");
        assertThat(Formula.of("100 - (a + b) * c / (a - b)").inWords(it -> it))
                .isEqualTo("100 − (a + b) × c ÷ (a − b)");
    }
}
