package lianxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import lianxin.platform.CannotStart;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.web.server.PortInUseException;

class OneSentenceTest {

    @Test
    void a_taken_port_is_one_sentence_that_says_what_to_do() {
        assertThat(said(new PortInUseException(8080)))
                .isEqualTo("Port 8080 is taken by another program; stop that program, or choose another port with"
                        + " --server.port=8081.\n");
    }

    @Test
    void a_wrong_setting_deep_in_the_start_is_its_sentence_alone() {
        var wrong = new CannotStart("The well is dry; dig deeper.");
        assertThat(said(new BeanCreationException("database", "failed", wrong)))
                .isEqualTo("The well is dry; dig deeper.\n");
    }

    @Test
    void a_fault_of_our_own_keeps_its_stack_trace() {
        assertThat(new OneSentence(null).reportException(new IllegalStateException("a bug")))
                .isFalse();
    }

    private static String said(Throwable failure) {
        var before = System.err;
        var heard = new ByteArrayOutputStream();
        System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            assertThat(new OneSentence(null).reportException(failure)).isTrue();
        } finally {
            System.setErr(before);
        }
        return heard.toString(StandardCharsets.UTF_8);
    }
}
