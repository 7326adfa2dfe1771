package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(Totp.code(SECRET, second / 30, 8)).isEqualTo(code);
    }

    @Test
    void a_code_counts_half_a_minute_early_or_late_and_never_twice() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        var step = now.getEpochSecond() / 30;
        var code = Totp.code(SECRET, step, 6);

        assertThat(Totp.stepOf(code, SECRET, now, 0)).hasValue(step);
        assertThat(Totp.stepOf(code, SECRET, now.plusSeconds(30), 0)).hasValue(step);
        assertThat(Totp.stepOf(code, SECRET, now.minusSeconds(30), 0)).hasValue(step);
        assertThat(Totp.stepOf(code, SECRET, now.plusSeconds(90), 0)).isEmpty();
        assertThat(Totp.stepOf(code, SECRET, now, step)).as("taken already").isEmpty();
        assertThat(Totp.stepOf("000000", SECRET, now, 0)).isEmpty();
    }

    @Test
    void the_secret_is_told_as_apps_want_it() {
        assertThat(Totp.text(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(Totp.address(SECRET, "连心", "li"))
                .isEqualTo(
                        "otpauth://totp/%E8%BF%9E%E5%BF%83%3Ali?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E8%BF%9E%E5%BF%83");
    }
}
