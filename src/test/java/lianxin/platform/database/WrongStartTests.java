package lianxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lianxin.Lianxin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed, as the operator sees it on the console: the program itself is started. */
class WrongStartTests {

    @Test
    void a_database_that_does_not_answer_ends_the_start_with_one_sentence_and_nothing_else(@TempDir Path data)
            throws IOException, InterruptedException {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lianxin.class.getName(),
                        "--logging.config=classpath:logback-spring.xml",
                        "--lianxin.data=" + data,
                        "--server.port=0",
                        "--lianxin.database.url=jdbc:postgresql://127.0.0.1:1/lianxin",
                        "--lianxin.database.owner.user=owner",
                        "--lianxin.database.owner.password=o",
                        "--lianxin.database.application.user=worker",
                        "--lianxin.database.application.password=w")
                .redirectErrorStream(true)
                .start();
        var console = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(console.strip().lines()).singleElement().asString().startsWith("No database answers at");
        assertThat(program.waitFor()).isNotZero();
    }
}
