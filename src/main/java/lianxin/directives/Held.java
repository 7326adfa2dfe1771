package lianxin.directives;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.organization.UnitId;

/** A task with all of its parts, with one of them in hand. */
record Held(Task task, List<Part> all, Part part) {

    /** Who asked for it, and says whether it is done. */
    UnitId asker() {
        return asker(part);
    }

    UnitId asker(Part of) {
        var above = of.above();
        if (above == null) return task.issuer();
        return all.stream()
                .filter(it -> it.id().equals(above))
                .map(Part::unit)
                .findFirst()
                .orElse(task.issuer());
    }

    /** A matter that was raised: the answer ends it. */
    boolean raised() {
        return task.upward() && part.above() == null;
    }

    Optional<Part> above() {
        return all.stream().filter(it -> it.id().equals(part.above())).findFirst();
    }

    /** What the unit asked others for itself. */
    List<Part> right() {
        return all.stream().filter(it -> part.id().equals(it.above())).toList();
    }

    /** The part and all parts below it, from above. */
    List<Part> below() {
        var byAbove = all.stream()
                .filter(it -> it.above() != null)
                .collect(Collectors.groupingBy(
                        it -> Optional.ofNullable(it.above()).orElseThrow()));
        var found = new ArrayList<Part>();
        found.add(part);
        for (int i = 0; i < found.size(); i++)
            found.addAll(byAbove.getOrDefault(found.get(i).id(), List.of()));
        return found;
    }

    static Map<PartId, Part> byId(List<Part> parts) {
        return parts.stream().collect(Collectors.toMap(Part::id, Function.identity()));
    }
}
