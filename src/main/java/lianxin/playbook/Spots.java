package lianxin.playbook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The values of a file under a path such as {@code majors/*}{@code /minors/*}{@code /line}, each with where it stands. */
final class Spots {

    record Spot(JsonPointer at, JsonNode value) {

        String text() {
            return value.asString("");
        }
    }

    private Spots() {}

    /** A star stands for every item of a list or every value of a map; a {@code ~} for every key of a map. */
    static List<Spot> in(PlaybookFile file, String path) {
        var spots = Stream.of(new Spot(JsonPointer.empty(), file.values()));
        for (var step : path.split("/", -1)) {
            spots = spots.flatMap(it -> next(it, step));
        }
        return spots.toList();
    }

    static Set<String> texts(PlaybookFile file, String path) {
        return in(file, path).stream().map(Spot::text).collect(Collectors.toSet());
    }

    private static Stream<Spot> next(Spot spot, String step) {
        var value = spot.value();
        return switch (step) {
            case "~" ->
                value.propertyStream()
                        .map(it -> new Spot(
                                spot.at().appendProperty(it.getKey()),
                                JsonNodeFactory.instance.stringNode(it.getKey())));
            case "*" -> value.isArray() ? items(spot) : values(spot);
            default ->
                value.has(step) ? Stream.of(new Spot(spot.at().appendProperty(step), value.get(step))) : Stream.empty();
        };
    }

    private static Stream<Spot> items(Spot list) {
        return Stream.iterate(0, i -> i < list.value().size(), i -> i + 1)
                .map(i -> new Spot(list.at().appendIndex(i), list.value().get(i)));
    }

    private static Stream<Spot> values(Spot map) {
        return map.value().propertyStream().map(it -> new Spot(map.at().appendProperty(it.getKey()), it.getValue()));
    }
}
