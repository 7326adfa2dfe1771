package lianxin.platform;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence carried from a step to the page after it: {@code redirect.addFlashAttribute("flash", Flash.of(key))}.
 * Only for people who are signed in: it travels in their session, and residents have none.
 */
public record Flash(
        String key, List<String> words, @Nullable Undo undo) implements Serializable {

    /** Where the step can be taken back, and until when. */
    public record Undo(String address, Instant until) implements Serializable {}

    public static Flash of(String key, Object... details) {
        return new Flash(key, List.of(details).stream().map(String::valueOf).toList(), null);
    }

    /** The same sentence with a way back. */
    public Flash with(Undo way) {
        return new Flash(key, words, way);
    }

    Object[] details() {
        return words.toArray();
    }
}
