package lianxin.playbook;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The forms a playbook's files must fit, and the plain sentences for where they do not. */
final class PlaybookSchemas {

    private static final Map<String, String> TYPES = Map.of(
            "string", "text",
            "integer", "a whole number",
            "number", "a number",
            "boolean", "true or false",
            "array", "a list",
            "object", "a map of keys and values");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Optional<Schema>> known = new ConcurrentHashMap<>();

    void check(String name, PlaybookFile file) {
        var schema = known.computeIfAbsent(
                name, it -> PlaybookFolder.schema(it).map(text -> registry.getSchema(text, InputFormat.JSON)));
        if (schema.isEmpty()) {
            file.wrong(JsonPointer.empty(), "A playbook has no file of this name: there is no schema for it.");
            return;
        }
        for (var error : schema.get().validate(file.values())) {
            file.wrong(placeOf(error), sentence(error));
        }
    }

    private static JsonPointer placeOf(Error error) {
        var at = pointer(error);
        return error.getKeyword().equals("additionalProperties") ? at.appendProperty(error.getProperty()) : at;
    }

    private static JsonPointer pointer(Error error) {
        var at = JsonPointer.empty();
        var path = error.getInstanceLocation();
        for (var step = 0; step < path.getNameCount(); step++) {
            at = path.getElement(step) instanceof Integer index
                    ? at.appendIndex(index)
                    : at.appendProperty(path.getName(step));
        }
        return at;
    }

    private static String sentence(Error error) {
        var schema = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> "“%s” is missing%s.".formatted(error.getProperty(), in(error));
            case "additionalProperties" ->
                "The key “%s” is not known here%s.".formatted(error.getProperty(), in(error));
            case "type" -> "%s must be %s%s.".formatted(name(error), types(schema), but(error));
            case "enum" -> "%s must be one of %s%s.".formatted(name(error), words(schema), but(error));
            case "pattern" -> "%s is not written as it must be: %s.".formatted(name(error), shown(error));
            case "minLength" -> name(error) + " must not be empty.";
            case "minItems" ->
                schema.asString().equals("1")
                        ? name(error) + " must not be empty."
                        : name(error) + " must have at least " + schema.asString() + " items.";
            case "minimum" -> "%s must be at least %s%s.".formatted(name(error), schema.asString(), but(error));
            case "maximum" -> "%s must be at most %s%s.".formatted(name(error), schema.asString(), but(error));
            case "exclusiveMinimum" ->
                "%s must be more than %s%s.".formatted(name(error), schema.asString(), but(error));
            case "uniqueItems" -> name(error) + " names something twice.";
            case "oneOf", "anyOf" -> name(error) + " fits none of the forms allowed here.";
            default -> name(error) + " " + error.getMessage() + ".";
        };
    }

    private static String in(Error error) {
        return error.getInstanceLocation().getNameCount() == 0 ? "" : " in " + name(error);
    }

    private static String but(Error error) {
        return error.getInstanceNode().isContainer() ? "" : ", not " + shown(error);
    }

    private static String shown(Error error) {
        var value = error.getInstanceNode();
        return value.isNull() ? "nothing" : "“" + value.asString() + "”";
    }

    /** The nearest word of the path, with the number of the item when it is one of a list. */
    private static String name(Error error) {
        var path = error.getInstanceLocation();
        var last = path.getNameCount() - 1;
        if (last < 0) {
            return "The file";
        }
        return path.getElement(last) instanceof Integer index
                ? "item %d of “%s”".formatted(index + 1, last == 0 ? "the list" : path.getName(last - 1))
                : "“%s”".formatted(path.getName(last));
    }

    private static String types(JsonNode schema) {
        return Arrays.stream(words(schema).split(", ", -1))
                .map(type -> TYPES.getOrDefault(type, type))
                .collect(Collectors.joining(" or "));
    }

    private static String words(JsonNode schema) {
        return schema.isArray()
                ? String.join(", ", schema.valueStream().map(JsonNode::asString).toList())
                : schema.asString();
    }
}
