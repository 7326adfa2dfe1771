package lianxin.playbook;

import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** One file of a playbook as read: its values, the line each of them stands on, and what is wrong with it so far. */
record PlaybookFile(String path, JsonNode values, Map<JsonPointer, Integer> lines, Problems problems) {

    /** The line of the value, or of the nearest thing around it that stands in the file. */
    int line(JsonPointer at) {
        var pointer = at;
        while (!lines.containsKey(pointer) && pointer.head() != null) {
            pointer = pointer.head();
        }
        return lines.getOrDefault(pointer, 1);
    }

    void wrong(JsonPointer at, String sentence) {
        problems.add(line(at), sentence);
    }
}
