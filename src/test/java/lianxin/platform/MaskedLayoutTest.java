package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MaskedLayoutTest {
    private final LoggerContext logging = new LoggerContext();

    @BeforeEach
    void asTheProgramIsConfigured() throws JoranException {
        logging.setMDCAdapter(new LogbackMDCAdapter());
        var configurator = new JoranConfigurator();
        configurator.setContext(logging);
        configurator.doConfigure(MaskedLayoutTest.class.getResource("/logback-spring.xml"));
    }

    @AfterEach
    void stop() {
        logging.stop();
    }

    @Test
    void no_telephone_stands_in_any_line_of_the_log(CapturedOutput output) {
        Logger log = logging.getLogger("lianxin.cases");
        log.info("Call {} back", "13800002206");
        log.warn("Two of them: 138-0000-2206 and 0573-80001234");
        assertThat(output).contains("Call 138****2206 back", "138****2206 and 0573****1234");
        assertThat(output).doesNotContain("13800002206", "0000-2206", "80001234");
    }

    @Test
    void nor_in_the_message_of_an_exception_or_its_cause(CapturedOutput output) {
        Logger log = logging.getLogger("lianxin.cases");
        var cause = new IllegalArgumentException("bad number 13800002206");
        cause.addSuppressed(new IllegalStateException("nor 11010519491231002X"));
        log.error("Not saved", new IllegalStateException("value (+86 13800002206) rejected", cause));
        assertThat(output)
                .contains(
                        "Not saved",
                        "value (138****2206) rejected",
                        "bad number 138****2206",
                        "nor 110*************2X");
        assertThat(output).contains("Caused by", "at lianxin.platform.MaskedLayoutTest");
        assertThat(output).doesNotContain("13800002206", "11010519491231002X");
    }

    @Test
    void ids_by_which_one_finds_a_case_stay_readable(CapturedOutput output) {
        logging.getLogger("lianxin.cases").info("Case 0198f3c2-0573-7234-8206-13800002206a moved meanwhile");
        assertThat(output).contains("Case 0198f3c2-0573-7234-8206-13800002206a moved meanwhile");
    }
}
