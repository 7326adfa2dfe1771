package lianxin.territory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lianxin.organization.Actor;
import lianxin.organization.Tree;
import lianxin.organization.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the page of an area says about residential estates: on that of an estate what it is made of, its branch and what goes on
 * there; on that of a community which estates it has; on that of a building to which estate it belongs.
 */
@Component
class EstateCard {
    private final Areas areas;
    private final PartyBodies bodies;
    private final Town town;
    private final ObjectProvider<AreaFigures> figures;

    EstateCard(Areas areas, PartyBodies bodies, Town town, ObjectProvider<AreaFigures> figures) {
        this.areas = areas;
        this.bodies = bodies;
        this.town = town;
        this.figures = figures;
    }

    /**
     * @param here null where the area is no estate itself
     * @param inside the estates in it
     * @param mayStand whether estates lie in areas of this level
     * @param of the estate to which the area belongs
     * @param byItself whether that was said of this very area, and not of ground around it
     */
    record View(
            @Nullable Estate here,
            List<Inside> inside,
            boolean mayStand,
            @Nullable Area of,
            boolean byItself) {}

    /**
     * @param others ground around the estate that could be a part of it
     * @param branches its own, or those of the grids it is made of
     */
    record Estate(List<Part> parts, List<Part> others, List<Unit> branches, List<AreaFigures.Figure> figures) {}

    /** @param name as seen from the ground around the estate: 第1网格 第2微网格 3幢 */
    record Part(Area area, String name) {}

    record Inside(Area estate, int parts, int buildings) {}

    View of(Area area, Tree tree, Instant at, Actor reader) {
        var level = town.wholes();
        if (level == null) return new View(null, List.of(), false, null, false);
        if (area.kind().equals(level.key()))
            return new View(estate(area, level, tree, at, reader), List.of(), false, null, false);
        var inside = areas.children(area.id(), at).stream()
                .filter(it -> it.kind().equals(level.key()))
                .map(it -> new Inside(it, areas.parts(it.id(), at).size(), buildings(it, at)))
                .toList();
        var above = town.above(level);
        var of = level.madeOf().contains(area.kind())
                ? areas.estate(area.id(), at).orElse(null)
                : null;
        return new View(
                null,
                inside,
                above != null && above.key().equals(area.kind()),
                of,
                of != null
                        && areas.parts(of.id(), at).stream()
                                .anyMatch(it -> it.id().equals(area.id())));
    }

    private int buildings(Area estate, Instant at) {
        return areas.counts(estate.id(), at)
                .getOrDefault(town.levels().getLast().key(), 0);
    }

    private Estate estate(Area estate, Town.Level level, Tree tree, Instant at, Actor reader) {
        var parts = areas.parts(estate.id(), at);
        var own = bodies.beside(estate, tree);
        var branches = own.isPresent()
                ? List.of(own.get())
                : parts.stream()
                        .filter(it -> it.kind().equals(highest(level)))
                        .flatMap(it -> bodies.beside(it, tree).stream())
                        .toList();
        var shown = figures.orderedStream()
                .flatMap(it -> it.of(estate.id(), at, reader).stream())
                .toList();
        var taken = parts.stream().map(Area::id).collect(Collectors.toSet());
        return new Estate(
                parts.stream().map(it -> new Part(it, name(it, estate, at))).toList(),
                others(estate, level, taken, at),
                branches,
                shown);
    }

    /** Of the levels an estate is made of; below it stand groups and no branches. */
    private String highest(Town.Level level) {
        return town.levels().stream()
                .map(Town.Level::key)
                .filter(level.madeOf()::contains)
                .findFirst()
                .orElseThrow();
    }

    private List<Part> others(Area estate, Town.Level level, Set<AreaId> taken, Instant at) {
        var found = new ArrayList<Part>();
        var around = estate.parent();
        if (around != null) gather(around, "", level, taken, at, found);
        return found;
    }

    private void gather(AreaId above, String words, Town.Level level, Set<AreaId> taken, Instant at, List<Part> found) {
        for (var it : areas.children(above, at)) {
            var name = (words + " " + it.name()).strip();
            if (level.madeOf().contains(it.kind()) && !taken.contains(it.id())) found.add(new Part(it, name));
            gather(it.id(), name, level, taken, at, found);
        }
    }

    private String name(Area part, Area estate, Instant at) {
        return areas.path(part.id(), at).stream()
                .dropWhile(it -> !it.id().equals(estate.parent()))
                .skip(1)
                .map(Area::name)
                .collect(Collectors.joining(" "));
    }
}
