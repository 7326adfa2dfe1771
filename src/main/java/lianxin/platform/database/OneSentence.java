package lianxin.platform.database;

import lianxin.platform.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A wrong setting ends the start with one plain sentence; everything else keeps its stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneSentence implements SpringBootExceptionReporter {

    OneSentence(@Nullable ConfigurableApplicationContext town) {}

    @Override
    @SuppressWarnings("SystemOut")
    public boolean reportException(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var sentence = sentence(cause);
            if (sentence != null) {
                System.err.println(sentence);
                return true;
            }
        }
        return false;
    }

    private static @Nullable String sentence(Throwable cause) {
        return switch (cause) {
            case CannotStart wrong -> wrong.sentence();
            case PortInUseException taken ->
                "Port %1$d is taken by another program; stop that program, or choose another port with --server.port=%2$d."
                        .formatted(taken.getPort(), taken.getPort() + 1);
            default -> null;
        };
    }
}
