package lianxin.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lianxin.organization.UnitId;
import lianxin.platform.TimeLimit;
import lianxin.playbook.Label;
import lianxin.playbook.Playbook;
import lianxin.territory.AreaId;
import lianxin.territory.Responsibilities;
import org.jspecify.annotations.Nullable;

/** What people report, how often, who answers for it and within which limits: read from the town's playbook. */
final class Topics {

    /** Most of what people ask for is near their door. */
    private static final Map<String, Integer> PERCENT = Map.of("township", 57, "community", 30);

    private static final int PERCENT_OF_OTHERS = 13;

    static final String DEPARTMENT = "department";

    private final List<Topic> topics = new ArrayList<>();
    private final List<Item> items;
    private final Responsibilities responsibilities;
    private final double[] upTo;

    Topics(Playbook playbook, Responsibilities responsibilities) {
        this.responsibilities = responsibilities;
        var duties = playbook.bind("duty.yaml", Duties.class);
        var limits = playbook.bind("deadlines.yaml", Limits.class);
        var categories = playbook.bind("categories.yaml", Categories.class);
        items = Stream.concat(duties.items.stream(), Stream.of(duties.fallback)).toList();
        for (var major : categories.majors) {
            for (var it : major.minors) topics.add(new Topic(it, major.key, item(it.key), limits.of(it.urgency)));
        }
        upTo = new double[topics.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) upTo[i] = sum += weight(topics.get(i));
    }

    private Item item(String category) {
        return items.stream()
                .filter(it -> it.categories.contains(category))
                .findFirst()
                .orElse(items.getLast());
    }

    private double weight(Topic topic) {
        var level = topic.level();
        var alike = topics.stream().filter(it -> it.level().equals(level)).count();
        var share = PERCENT.getOrDefault(level, PERCENT_OF_OTHERS) / (double) alike;
        return topic.urgent() ? share / 3 : share;
    }

    Topic any(SplittableRandom chance) {
        double drawn = chance.nextDouble() * upTo[upTo.length - 1];
        int i = 0;
        while (upTo[i] < drawn) i++;
        return topics.get(i);
    }

    List<Topic> ofDepartment(String key) {
        return topics.stream()
                .filter(it -> key.equals(it.item.responsible.department))
                .toList();
    }

    /** The department that the duty list names first: what residents ask of departments most. */
    String shownDepartment() {
        return items.stream()
                .map(it -> it.responsible.department)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** An item that makes somebody else responsible, for a unit that finds it is not its duty. */
    Item another(Topic topic, SplittableRandom chance) {
        var others = items.stream()
                .filter(it -> !it.responsible.equals(topic.item.responsible) && !it.categories.isEmpty())
                .toList();
        return others.isEmpty() ? items.getLast() : others.get(chance.nextInt(others.size()));
    }

    UnitId desk(AreaId place, Instant at) {
        return responsibilities.responsible(place, "", at);
    }

    record Topic(Category category, String major, Item item, Steps limits) {

        /** The level that answers, or {@code department}. */
        String level() {
            var level = item.responsible.level;
            return level == null || item.leadDepartment != null ? DEPARTMENT : level;
        }

        /** Limits that run through the night. */
        boolean urgent() {
            return !limits.handle.working();
        }
    }

    record Category(String key, Label name, String line, String urgency, boolean publicSpace, boolean photoUseful) {}

    record Item(
            String key,
            List<String> categories,
            Responsible responsible,
            @Nullable String leadDepartment) {}

    record Responsible(@Nullable String level, @Nullable String department) {}

    record Steps(TimeLimit dispatch, TimeLimit sign, TimeLimit handle, TimeLimit answer, TimeLimit supervise) {}

    record Categories(List<Major> majors) {}

    record Major(String key, List<Category> minors) {}

    record Duties(List<Item> items, Item fallback) {}

    record Urgency(String key, Steps limits) {}

    record Limits(List<Urgency> urgencies) {

        Steps of(String urgency) {
            return urgencies.stream()
                    .filter(it -> it.key.equals(urgency))
                    .findFirst()
                    .orElseThrow()
                    .limits;
        }
    }
}
