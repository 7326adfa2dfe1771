package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneTest {

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
    void a_number_may_be_written_as_people_write_it(String written) {
        assertThat(Telephone.read(written).orElseThrow().number()).matches("\\+?[0-9]{11,13}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "110", "13x00001234", "请打给我", "1380000123413800001234"})
    void what_nobody_can_call_is_no_number(String written) {
        assertThat(Telephone.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"13800001234, 138****1234", "057382001234, 057****1234", "82001234, ****34", "8200123, ****23"})
    void a_number_is_shown_with_its_middle_hidden_and_a_short_one_by_its_end(String number, String shown) {
        assertThat(new Telephone(number).masked()).isEqualTo(shown);
    }

    @Test
    void nobody_prints_it_by_mistake() {
        assertThat(new Telephone("13800001234")).hasToString("138****1234");
    }
}
