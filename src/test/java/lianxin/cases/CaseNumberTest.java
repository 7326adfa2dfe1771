package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 37, 99_999, 100_000, 999_999, 1_000_000, 1_234_567, 9_999_999_999L})
    void a_number_is_read_as_it_was_printed_and_bare(long number) {
        var printed = CaseNumber.of(number, Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
        assertThat(CaseNumber.read(printed)).hasValue(number);
        assertThat(CaseNumber.read(printed.replace("-", ""))).hasValue(number);
        assertThat(CaseNumber.read(Long.toString(number))).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({"261121—00037, 37", "２６１１２１ ００１２３, 123", "' 00037 ', 37"})
    void it_may_be_typed_as_people_type(String typed, long number) {
        assertThat(CaseNumber.read(typed)).hasValue(number);
        assertThat(CaseNumber.meant(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "330402199001011234", "261321-00037", "99999999999999999999"})
    void a_telephone_an_identity_and_a_day_that_never_was_are_no_number_of_a_case(String typed) {
        assertThat(CaseNumber.meant(typed)).isTrue();
        assertThat(CaseNumber.read(typed)).isEmpty();
    }

    @Test
    void words_are_words() {
        assertThat(CaseNumber.meant("3幢")).isFalse();
        assertThat(CaseNumber.meant("-")).isFalse();
        assertThat(CaseNumber.read("3幢")).isEmpty();
    }
}
