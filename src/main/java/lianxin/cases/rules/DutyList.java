package lianxin.cases.rules;

import java.util.List;
import java.util.stream.Stream;
import lianxin.platform.NotFound;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** 职责清单: who answers for what. Every category has an item; what no item names falls to the fallback. */
public record DutyList(boolean example, List<Item> items, Item fallback) {

    /**
     * @param source where the duty comes from
     * @param leadDepartment of an assisting duty: the department that leads; the unit of the level assists it
     */
    public record Item(
            String key,
            String number,
            Label title,
            Source source,
            List<String> categories,
            Responsible responsible,
            @Nullable String leadDepartment) {

        public Item {
            if ((source == Source.assist) != (leadDepartment != null))
                throw new IllegalArgumentException(
                        key + ": lead-department is given for source assist, and only there");
        }
    }

    /** Where a duty comes from. */
    public enum Source {
        /** 基本履职: the level itself. */
        basic,
        /** 配合履职: a department leads. */
        assist,
        /** 上级收回: taken back by the level above, so that nobody below may be given it. */
        reclaimed,
        /** 部门: always a department's. */
        department
    }

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
