package lianxin.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What went wrong, in words: a heading, a sentence that says what to do, and a reference when we must look for it. */
record Problem(
        HttpStatus status,
        String title,
        String key,
        List<Object> details,
        @Nullable String reference,
        boolean resident) {

    static final String THAT_DAY = "platform.error.not-found.that-day";

    static Problem of(HttpStatus status, String name, boolean resident) {
        return new Problem(
                status,
                "platform.error." + name + ".title",
                "platform.error." + name + ".text",
                List.of(),
                null,
                resident);
    }

    Problem says(String key, Object... details) {
        return new Problem(status, title, key, List.of(details), reference, resident);
    }

    /** Whether the thing may only have been missing on the day that was asked for. */
    boolean thatDay() {
        return key.equals(THAT_DAY);
    }

    Problem under(String reference) {
        return new Problem(status, title, key, details, reference, resident);
    }
}
