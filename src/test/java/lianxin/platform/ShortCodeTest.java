package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final ShortCode LAMP = ShortCode.of(new byte[] {0x08, (byte) 0x86, 0x42, (byte) 0x9F, 0x7E});

    @Test
    void it_has_eight_characters_and_a_check_and_is_printed_in_three_groups() {
        assertThat(LAMP.text()).isEqualTo("123457VYQ");
        assertThat(LAMP.spaced()).isEqualTo(LAMP.text().replaceAll("(.{3})(?=.)", "$1 "));
    }

    @Test
    void it_is_read_as_people_write_it() {
        var code = LAMP.text();
        var written = "  " + code.substring(0, 3).toLowerCase(Locale.ROOT) + "－" + code.substring(3, 6) + " "
                + code.substring(6);
        assertThat(ShortCode.parse(written)).contains(LAMP);
        assertThat(ShortCode.parse(code.replaceFirst("1", "l").replaceFirst("1", "I")))
                .contains(LAMP);
        var zeros = ShortCode.of(new byte[5]);
        assertThat(ShortCode.parse("ooo OOO ＯＯ" + zeros.text().charAt(8))).contains(zeros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678", "1234567890", "UUUUUUUUU", "<script>1"})
    void what_is_no_code_is_nobody(String written) {
        assertThat(ShortCode.parse(written)).isEmpty();
    }

    @Test
    void a_flood_of_characters_is_nobody() {
        assertThat(ShortCode.parse("1".repeat(100_000))).isEmpty();
    }

    @Test
    void any_one_wrong_character_and_any_swap_is_noticed() {
        var random = new Random(7);
        for (int sample = 0; sample < 300; sample++) {
            var bits = new byte[ShortCode.BYTES];
            random.nextBytes(bits);
            var code = ShortCode.of(bits).text();
            for (int i = 0; i < 9; i++) {
                for (char wrong : ALPHABET.toCharArray()) {
                    var changed = code.substring(0, i) + wrong + code.substring(i + 1);
                    if (!changed.equals(code))
                        assertThat(ShortCode.parse(changed)).isEmpty();
                }
                for (int j = i + 1; j < 9; j++) {
                    var swapped = new StringBuilder(code);
                    swapped.setCharAt(i, code.charAt(j));
                    swapped.setCharAt(j, code.charAt(i));
                    if (!swapped.toString().equals(code)) {
                        assertThat(ShortCode.parse(swapped.toString())).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void forty_bits_make_a_code_and_nothing_else_does() {
        assertThatIllegalArgumentException().isThrownBy(() -> ShortCode.of(new byte[4]));
        assertThatIllegalArgumentException().isThrownBy(() -> new ShortCode("000000001"));
        assertThat(IntStream.range(0, 256).mapToObj(i -> ShortCode.of(new byte[] {0, 0, 0, 0, (byte) i})))
                .doesNotHaveDuplicates();
    }
}
