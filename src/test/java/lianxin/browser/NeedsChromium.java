package lianxin.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests for machines with a Chromium; elsewhere they are skipped and say so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Installed.class)
@interface NeedsChromium {

    /** Looks along the path, where packages put their programs. */
    class Installed implements ExecutionCondition {

        private static final String REASON = "No browser on this machine: install Chromium (Debian: apt-get install "
                + "chromium fonts-noto-cjk) to run the browser tests";

        static Optional<Path> path() {
            var folders = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
            return Stream.of("chromium", "chromium-browser", "google-chrome")
                    .flatMap(name -> Arrays.stream(folders.split(":")).map(folder -> Path.of(folder, name)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (path().isPresent()) return ConditionEvaluationResult.enabled("There is a browser");
            System.out.println(context.getDisplayName() + " skipped. " + REASON);
            return ConditionEvaluationResult.disabled(REASON);
        }
    }
}
