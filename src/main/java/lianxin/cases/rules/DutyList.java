package lianxin.cases.rules;

import java.util.List;
import java.util.stream.Stream;
import lianxin.platform.NotFound;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** 职责清单: who answers for what. Every category has an item; what no item names falls to the fallback. */
public record DutyList(boolean example, List<Item> items, Item fallback) {

    /** @param source basic, assist, reclaimed or department: where the duty comes from */
    public record Item(
            String key, String number, Label title, String source, List<String> categories, Responsible responsible) {}

    /** Either the administrative unit of a level above the place, or a department beside the government of a level. */
    public record Responsible(
            @Nullable String level, @Nullable String department) {}

    public Item itemFor(String category) {
        return items.stream()
                .filter(it -> it.categories().contains(category))
                .findFirst()
                .orElse(fallback);
    }

    public Item item(String key) {
        return all().filter(it -> it.key().equals(key)).findFirst().orElseThrow(() -> new NotFound("duty-item/" + key));
    }

    public Stream<Item> all() {
        return Stream.concat(items.stream(), Stream.of(fallback));
    }
}
