package lianxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import lianxin.Lianxin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start that cannot succeed, as the operator sees it on the console. */
@ExtendWith(OutputCaptureExtension.class)
class WrongStartTests {

    @Test
    void a_database_that_does_not_answer_ends_the_start_with_one_sentence_and_nothing_else(
            @TempDir Path data, CapturedOutput console) {
        var settings = new String[] {
            "--lianxin.data=" + data,
            "--server.port=0",
            "--lianxin.database.url=jdbc:postgresql://127.0.0.1:1/lianxin",
            "--lianxin.database.owner.user=owner",
            "--lianxin.database.owner.password=o",
            "--lianxin.database.application.user=worker",
            "--lianxin.database.application.password=w",
            "--logging.config=classpath:logback-spring.xml"
        };
        assertThatThrownBy(() -> SpringApplication.run(Lianxin.class, settings)).isInstanceOf(RuntimeException.class);
        assertThat(console.getAll().strip().lines()).singleElement().asString().startsWith("No database answers at");
    }
}
