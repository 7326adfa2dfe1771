package lianxin.platform;

import java.io.Serializable;
import java.util.List;

/**
 * One sentence carried from a step to the page after it: {@code redirect.addFlashAttribute("flash", Flash.of(key))}.
 * Only for people who are signed in: it travels in their session, and residents have none.
 */
public record Flash(String key, List<String> words) implements Serializable {

    public static Flash of(String key, Object... details) {
        return new Flash(key, List.of(details).stream().map(String::valueOf).toList());
    }

    Object[] details() {
        return words.toArray();
    }
}
