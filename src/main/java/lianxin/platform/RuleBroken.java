package lianxin.platform;

import java.util.Arrays;
import java.util.List;

/**
 * A rule of the town does not allow this step now. The key names a message; the details are its parameters. Shown as a
 * sentence that says what to do (422), never as a failure of the software.
 */
public class RuleBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> details;

    public RuleBroken(String key, Object... details) {
        super(key + " " + Arrays.toString(details));
        this.key = key;
        this.details = List.of(details);
    }

    public String key() {
        return key;
    }

    public Object[] details() {
        return details.toArray();
    }
}
