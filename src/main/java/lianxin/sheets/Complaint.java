package lianxin.sheets;

import java.util.Arrays;
import java.util.List;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;

/**
 * Why a line is refused.
 *
 * @param key a message
 * @param details its parameters; one that begins with {@code @} names a message itself
 */
public record Complaint(String key, List<String> details) {

    private static final String BETWEEN = "\u001F";

    public static Complaint of(String key, Object... details) {
        return new Complaint(key, Arrays.stream(details).map(String::valueOf).toList());
    }

    public static Complaint of(RuleBroken broken) {
        return of(broken.key(), broken.details());
    }

    public String in(Shell shell) {
        return shell.t(
                key,
                details.stream()
                        .map(it -> it.startsWith("@") ? shell.t(it.substring(1)) : it)
                        .toArray());
    }

    /** On one line, for keeping. */
    public String kept() {
        return details.isEmpty() ? key : key + BETWEEN + String.join(BETWEEN, details);
    }

    public static Complaint keptAs(String kept) {
        var parts = List.of(kept.split(BETWEEN, -1));
        return new Complaint(parts.getFirst(), parts.subList(1, parts.size()));
    }
}
