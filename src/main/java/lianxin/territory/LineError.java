package lianxin.territory;

import java.util.List;

/** What is wrong with one line of a list: the key names a sentence, the details fill it. */
public record LineError(int line, String key, List<String> details) {

    public static LineError at(int line, String key, String... details) {
        return new LineError(line, key, List.of(details));
    }
}
