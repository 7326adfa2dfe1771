package lianxin.directives;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import org.springframework.stereotype.Component;

/**
 * Who sees what of a task: its issuer, the department of the line and the unit of the block see all of it; everybody else
 * what lies at or below a unit of theirs, and who stands above.
 */
@Component
class Sight {

    private static final May[] OPENING = {May.DO_TASKS, May.GIVE_TASKS, May.READ};

    private final Trees trees;
    private final Units units;

    Sight(Trees trees, Units units) {
        this.trees = trees;
        this.units = units;
    }

    boolean reads(Actor reader, UnitId unit) {
        return Stream.of(OPENING).anyMatch(it -> reader.may(it, unit));
    }

    void mustRead(Actor reader, UnitId unit) {
        if (!reads(reader, unit)) throw new Forbidden(unit.ref());
    }

    /** All units whose tasks the reader sees. */
    int[] readable(Actor reader) {
        return Stream.of(OPENING)
                .flatMapToInt(it -> Arrays.stream(reader.where(it)))
                .distinct()
                .toArray();
    }

    /** The units for which the actor speaks. */
    List<UnitId> own(Actor actor) {
        return IntStream.concat(Arrays.stream(actor.where(May.DO_TASKS)), Arrays.stream(actor.where(May.GIVE_TASKS)))
                .distinct()
                .mapToObj(UnitId::new)
                .toList();
    }

    boolean whole(Task task, Actor reader) {
        var line = task.line();
        return reads(reader, task.issuer()) || reads(reader, task.block()) || (line != null && reads(reader, line));
    }

    /** The parts that the reader sees; throws when there is none and the task is not theirs. */
    List<Part> seen(Task task, List<Part> parts, Actor reader) {
        if (whole(task, reader)) return parts;
        var seen = new HashSet<PartId>();
        for (var it : parts)
            if (it.state() != PartState.WAITING && reads(reader, it.unit()))
                new Held(task, parts, it).below().forEach(below -> seen.add(below.id()));
        if (seen.isEmpty()) throw new Forbidden(task.id().ref());
        return parts.stream().filter(it -> seen.contains(it.id())).toList();
    }

    Set<PartId> ids(List<Part> parts) {
        return Held.byId(parts).keySet();
    }

    /** What a unit was called on a day; one that was not there then, what it is or was called last. */
    String name(UnitId unit, Instant at) {
        var tree = trees.at(at);
        return tree.has(unit) ? tree.unit(unit).name() : units.name(unit);
    }
}
