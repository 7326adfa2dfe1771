package lianxin.bodies;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import lianxin.organization.UnitId;

/**
 * How the units of a body voted on a resolution.
 *
 * @param meeting at which they voted
 * @param needed how many votes in favor the rule of that day asked for
 */
public record Ballot(
        UndertakingId meeting, List<UnitId> inFavor, List<UnitId> opposed, List<UnitId> abstained, int needed) {

    public enum Vote {
        IN_FAVOR,
        OPPOSED,
        ABSTAINED;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    boolean passed() {
        return inFavor.size() >= needed;
    }

    /** Which units voted so, by their numbers. */
    static Integer[] of(Vote vote, Map<UnitId, Vote> votes) {
        var units = new TreeSet<Integer>();
        votes.forEach((unit, it) -> {
            if (it == vote) units.add(unit.number());
        });
        return units.toArray(Integer[]::new);
    }

    static List<UnitId> units(Integer[] numbers) {
        return Arrays.stream(numbers).map(UnitId::new).toList();
    }
}
