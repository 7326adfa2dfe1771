package lianxin.deliberation;

import java.util.List;
import lianxin.facts.Describes;
import lianxin.organization.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The chain as a page shows it: units and places by name, each link after the one it came from. */
@Component
class Chain {

    private final TopicRows rows;
    private final Topics topics;
    private final Units units;

    Chain(TopicRows rows, Topics topics, Units units) {
        this.rows = rows;
        this.topics = topics;
        this.units = units;
    }

    /**
     * @param from the title of the link before; null where it came from the opinions
     * @param place what the pointer points at; null where it points at nothing (any more)
     */
    record Shown(Link link, String unit, @Nullable String from, Describes.@Nullable Described place) {}

    List<Shown> of(TopicId id) {
        var links = rows.links(id);
        return links.stream()
                .map(it -> new Shown(
                        it,
                        units.name(it.unit()),
                        links.stream()
                                .filter(each -> Integer.valueOf(each.number()).equals(it.cameFrom()))
                                .map(Link::title)
                                .findFirst()
                                .orElse(null),
                        it.target() == null
                                ? null
                                : topics.described(it.target()).orElse(null)))
                .toList();
    }
}
