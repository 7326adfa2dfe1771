package lianxin.evaluation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Figures of a row as documents: decimals stay decimals, and what is unknown is absent. */
final class SnapshotJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private SnapshotJson() {}

    static JSONB rates(List<Score.Rate> rates) {
        var all = JSON.createObjectNode();
        for (var it : rates) {
            var one = all.putObject(it.key());
            put(one, "numerator", it.numerator());
            put(one, "denominator", it.denominator());
            put(one, "value", it.value());
            if (it.interval() != null) {
                one.put("low", it.interval().low()).put("high", it.interval().high());
            }
            if (it.leftOut() != null) {
                one.put("leftOut", it.leftOut().cases())
                        .put("leftOutOf", it.leftOut().of());
            }
        }
        return JSONB.valueOf(all.toString());
    }

    static List<Score.Rate> rates(JSONB stored, List<String> keys) {
        var all = JSON.readTree(stored.data());
        return keys.stream()
                .map(key -> {
                    var one = all.path(key);
                    return new Score.Rate(
                            key,
                            value(one, "numerator"),
                            value(one, "denominator"),
                            value(one, "value"),
                            interval(value(one, "low"), value(one, "high")),
                            leftOut(value(one, "leftOut"), value(one, "leftOutOf")));
                })
                .toList();
    }

    static JSONB points(List<Score.Points> points) {
        var all = JSON.createObjectNode();
        for (var it : points) {
            var one = all.putObject(it.key());
            put(one, "value", it.value());
            put(one, "earned", it.earned());
        }
        return JSONB.valueOf(all.toString());
    }

    static List<Score.Points> points(JSONB stored, List<String> keys) {
        var all = JSON.readTree(stored.data());
        return keys.stream()
                .map(key -> new Score.Points(key, value(all.path(key), "value"), value(all.path(key), "earned")))
                .toList();
    }

    static JSONB measures(Map<String, BigDecimal> measures) {
        var all = JSON.createObjectNode();
        measures.forEach(all::put);
        return JSONB.valueOf(all.toString());
    }

    static Map<String, BigDecimal> measures(JSONB stored) {
        var all = new LinkedHashMap<String, BigDecimal>();
        JSON.readTree(stored.data())
                .properties()
                .forEach(it -> all.put(it.getKey(), it.getValue().decimalValue()));
        return all;
    }

    static @Nullable Interval interval(Value low, Value high) {
        return low.isKnown() && high.isKnown() ? new Interval(low.amount(), high.amount()) : null;
    }

    private static @Nullable LeftOut leftOut(Value cases, Value of) {
        return cases.isKnown() && of.isKnown()
                ? new LeftOut(cases.amount().intValue(), of.amount().intValue())
                : null;
    }

    private static void put(ObjectNode node, String name, Value value) {
        if (value.isKnown()) {
            node.put(name, value.amount());
        }
    }

    private static Value value(JsonNode node, String name) {
        var found = node.get(name);
        return found == null || found.isNull() ? Value.UNKNOWN : Value.of(found.decimalValue());
    }
}
