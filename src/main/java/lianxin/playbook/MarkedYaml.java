package lianxin.playbook;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads YAML without forgetting where each value stands. Only plain YAML is understood: text, numbers, {@code true} and
 * {@code false}, lists and maps. No anchors, no tags, no further documents; {@code yes}, {@code off} and {@code 8:30} are
 * text, whatever older YAML made of them.
 */
final class MarkedYaml {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<JsonPointer, Integer> lines = new HashMap<>();
    private final Problems problems;

    private MarkedYaml(Problems problems) {
        this.problems = problems;
    }

    static PlaybookFile read(String path, String text) {
        var problems = new Problems(path);
        var reading = new MarkedYaml(problems);
        return new PlaybookFile(path, reading.whole(text), reading.lines, problems);
    }

    private JsonNode whole(String text) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root != null) {
                return json(root, JsonPointer.empty());
            }
            problems.add(1, "The file is empty.");
        } catch (MarkedYAMLException unreadable) {
            problems.add(line(unreadable), "This is not YAML: %s.".formatted(plain(unreadable)));
        } catch (YAMLException unreadable) {
            problems.add(1, "This is not YAML: %s.".formatted(unreadable.getMessage()));
        }
        return JSON.objectNode();
    }

    private JsonNode json(Node node, JsonPointer at) {
        lines.putIfAbsent(at, lineOf(node));
        if (node.getAnchor() != null) {
            problems.add(
                    lineOf(node), "Anchors (&%s) are not used in playbooks: write it out.".formatted(node.getAnchor()));
            return JSON.nullNode();
        }
        return switch (node) {
            case MappingNode map -> object(map, at);
            case SequenceNode list -> array(list, at);
            case ScalarNode scalar -> value(scalar);
            default -> JSON.nullNode();
        };
    }

    private JsonNode object(MappingNode map, JsonPointer at) {
        var object = JSON.objectNode();
        for (var entry : map.getValue()) {
            var line = lineOf(entry.getKeyNode());
            if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                problems.add(line, "A key must be a plain word.");
                continue;
            }
            var key = name.getValue();
            if (object.has(key)) {
                var first = lines.get(at.appendProperty(key));
                problems.add(
                        line, "The key “%s” stands here a second time; the first is on line %d.".formatted(key, first));
                continue;
            }
            lines.put(at.appendProperty(key), line);
            object.set(key, json(entry.getValueNode(), at.appendProperty(key)));
        }
        return object;
    }

    private JsonNode array(SequenceNode list, JsonPointer at) {
        var array = JSON.arrayNode();
        for (var item : list.getValue()) {
            array.add(json(item, at.appendIndex(array.size())));
        }
        return array;
    }

    private static JsonNode value(ScalarNode scalar) {
        var text = scalar.getValue();
        if (!scalar.isPlain()) {
            return JSON.stringNode(text);
        }
        if (text.equals("true") || text.equals("false")) {
            return JSON.booleanNode(text.equals("true"));
        }
        if (NUMBER.matcher(text).matches()) {
            var number = new BigDecimal(text);
            return number.scale() == 0 && number.precision() < 10
                    ? JSON.numberNode(number.intValueExact())
                    : JSON.numberNode(number);
        }
        return Tag.NULL.equals(scalar.getTag()) ? JSON.nullNode() : JSON.stringNode(text);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static int line(MarkedYAMLException unreadable) {
        var mark = unreadable.getProblemMark();
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private static String plain(MarkedYAMLException unreadable) {
        @Nullable String context = unreadable.getContext();
        return context == null ? unreadable.getProblem() : context + ", " + unreadable.getProblem();
    }
}
