package lianxin.sheets;

import java.util.ArrayList;
import java.util.List;
import lianxin.platform.Messages;

/**
 * A column of a sheet that is read.
 *
 * @param key the message that names it; the message {@code key.also} lists what else people call it
 * @param names what it may be called, in plain words
 * @param sample what may stand in it
 */
public record Column(String key, Kind kind, boolean demanded, List<String> names, String sample) {

    /** What stands in it, and so how it is made plain. */
    public enum Kind {
        TEXT,
        CODE,
        NUMBER,
        DAY
    }

    public static Column of(Messages messages, String key, Kind kind, boolean demanded, String sample) {
        var names = new ArrayList<String>();
        for (var language : List.of(Messages.CHINESE, Messages.ENGLISH)) {
            names.add(Plain.word(messages.text(language, key)));
            for (var other : messages.text(language, key + ".also").split("[,，]", -1)) names.add(Plain.word(other));
        }
        names.removeIf(String::isEmpty);
        return new Column(key, kind, demanded, List.copyOf(names), sample);
    }

    /** Its last part, by which code asks for it. */
    public String name() {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
