package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateLinksTest {
    private static final String LAMP = "0198f3c2-0000-7000-8000-000000000001";

    private final PrivateLinks links = new PrivateLinks(new byte[32]);

    @Test
    void the_link_of_a_report_opens_this_report_and_no_other() {
        var token = links.token("report", LAMP, 1);
        assertThat(token).hasSize(22).matches("[A-Za-z0-9_-]+");
        assertThat(links.opens(token, "report", LAMP, 1)).isTrue();
        assertThat(links.opens(token, "report", LAMP.replace('1', '2'), 1)).isFalse();
        assertThat(links.opens(token, "answer", LAMP, 1)).isFalse();
    }

    @Test
    void a_raised_version_revokes_it() {
        assertThat(links.opens(links.token("report", LAMP, 1), "report", LAMP, 2))
                .isFalse();
    }

    @Test
    void purpose_and_thing_cannot_be_shifted_into_each_other() {
        assertThat(links.token("report", "a1", 1)).isNotEqualTo(links.token("reporta", "1", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAAAAAAAAAAAAAAAAAAAA", "灯灯灯灯灯灯灯灯灯灯灯灯灯灯灯灯灯灯灯灯灯灯", "../../etc/passwd"})
    void a_guessed_link_opens_nothing(String guess) {
        assertThat(links.opens(guess, "report", LAMP, 1)).isFalse();
        assertThat(links.opens(links.token("report", LAMP, 1) + guess + "x", "report", LAMP, 1))
                .isFalse();
    }

    @Test
    void another_town_has_other_links() {
        var other = new byte[32];
        other[31] = 1;
        assertThat(new PrivateLinks(other).opens(links.token("report", LAMP, 1), "report", LAMP, 1))
                .isFalse();
    }

    @Test
    void the_key_is_made_once_for_its_owner_only_and_survives_a_restart(@TempDir Path folder) throws IOException {
        var data = folder.resolve("var");
        var first = new PrivateLinks("", data).token("report", LAMP, 1);
        assertThat(new PrivateLinks("", data).token("report", LAMP, 1)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(data.resolve("key"));
        }
    }

    @Test
    void several_nodes_are_given_the_same_key_by_a_setting(@TempDir Path unused) {
        var hex = "0f".repeat(32);
        assertThat(new PrivateLinks(hex, unused).token("report", LAMP, 1))
                .isEqualTo(new PrivateLinks(hex.toUpperCase(java.util.Locale.ROOT), unused).token("report", LAMP, 1));
        assertThat(unused).isEmptyDirectory();
    }

    @Test
    void a_bad_key_ends_the_start_with_a_sentence(@TempDir Path data) throws IOException {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new PrivateLinks("0f0f", data))
                .withMessageContaining("64 hexadecimal digits");
        Files.write(data.resolve("key"), new byte[7]);
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new PrivateLinks("", data))
                .withMessageContaining("not a key of 32 bytes");
    }
}
