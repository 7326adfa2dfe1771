package lianxin.facts;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the attributes of one kind of fact as JSON and reads the fact back. */
final class FactCodec {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FactKind kind;
    private final RecordComponent[] components;
    private final Constructor<?> constructor;

    FactCodec(FactKind kind) {
        this.kind = kind;
        var type = kind.type();
        if (!type.isRecord()) throw new IllegalArgumentException("The fact " + kind.name() + " is not a record");
        components = type.getRecordComponents();
        if (components.length < 2 || !isId(components[0].getType()) || !isId(components[1].getType()))
            throw new IllegalArgumentException(
                    "The fact " + kind.name() + " does not begin with the ids of its thing and its unit");
        Arrays.stream(components).forEach(it -> it.getAccessor().setAccessible(true));
        constructor = canonical(type);
    }

    /** Name and type of every attribute, as indicators and the open-data dictionary see them. */
    String attributes() {
        return Arrays.stream(components)
                .skip(2)
                .map(it -> it.getName() + ":" + typeName(it.getType()))
                .collect(Collectors.joining(", "));
    }

    String write(Fact fact) {
        var json = JSON.createObjectNode();
        for (var component : components) {
            if (component == components[0] || component == components[1]) continue;
            put(json, component.getName(), invoke(component, fact));
        }
        return json.toString();
    }

    Fact read(String aboutId, int unit, String attributes) {
        var json = JSON.readTree(attributes);
        var values = new Object[components.length];
        values[0] = id(components[0].getType(), aboutId);
        values[1] = id(components[1].getType(), String.valueOf(unit));
        for (int i = 2; i < components.length; i++) {
            var node = json.get(components[i].getName());
            values[i] = node == null || node.isNull()
                    ? absent(components[i].getType())
                    : value(components[i].getType(), node);
        }
        try {
            return (Fact) constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot read the fact " + kind.name(), impossible);
        }
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Boolean it -> json.put(name, it);
            case Integer it -> json.put(name, it);
            case Long it -> json.put(name, it);
            case BigDecimal it -> json.put(name, it);
            case Duration it -> json.put(name, it.toSeconds());
            case Enum<?> it -> json.put(name, it.name());
            case Record it -> put(json, name, invoke(it.getClass().getRecordComponents()[0], it));
            default -> json.put(name, value.toString());
        }
    }

    private static Object value(Class<?> type, JsonNode node) {
        if (type == boolean.class || type == Boolean.class) return node.booleanValue();
        if (type == int.class || type == Integer.class) return node.intValue();
        if (type == long.class || type == Long.class) return node.longValue();
        if (type == BigDecimal.class) return node.decimalValue();
        if (type == Duration.class) return Duration.ofSeconds(node.longValue());
        if (type == Instant.class) return Instant.parse(node.stringValue());
        if (type == UUID.class) return UUID.fromString(node.stringValue());
        if (type.isEnum()) return constant(type, node.stringValue());
        if (type.isRecord()) return id(type, node.asString());
        return node.stringValue();
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type == boolean.class) return false;
        if (type == int.class) return 0;
        if (type == long.class) return 0L;
        return null;
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> ((Enum<?>) it).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Object id(Class<?> type, String text) {
        var inner = type.getRecordComponents()[0].getType();
        Object value = inner == int.class
                ? Integer.valueOf(text)
                : inner == long.class ? Long.valueOf(text) : inner == UUID.class ? UUID.fromString(text) : text;
        try {
            return canonical(type).newInstance(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot read the id " + type, impossible);
        }
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 1;
    }

    private static Constructor<?> canonical(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object invoke(RecordComponent component, Object target) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(target);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String typeName(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) return "boolean";
        if (List.of(int.class, Integer.class, long.class, Long.class).contains(type)) return "integer";
        if (type == BigDecimal.class) return "number";
        if (type == Duration.class) return "seconds";
        if (type == Instant.class) return "instant";
        if (type.isEnum()) return "code";
        return isId(type) ? "id" : "text";
    }
}
