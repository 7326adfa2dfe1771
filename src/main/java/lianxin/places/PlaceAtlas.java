package lianxin.places;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Town;
import org.springframework.stereotype.Service;

/** Which types of places stand in which part of the ground, and where one is missing that the playbook wants there. */
@Service
public class PlaceAtlas {
    private final PlaceBook book;
    private final PlaceRules rules;
    private final Areas areas;
    private final Town town;

    PlaceAtlas(PlaceBook book, PlaceRules rules, Areas areas, Town town) {
        this.book = book;
        this.rules = rules;
        this.areas = areas;
        this.town = town;
    }

    /** @param cells by the key of the type, in the order of the playbook */
    public record Row(Area area, Map<String, Cell> cells, int count) {}

    /**
     * One type in one area.
     *
     * @param built that stand; planned ones do not count
     * @param wanted how many areas are to have one
     * @param covered how many of these do
     * @param missing those that do not
     */
    public record Cell(int built, int wanted, int covered, List<Area> missing) {

        public boolean gap() {
            return covered < wanted;
        }
    }

    /** How many of a type there are in the whole area, by how one finds them. */
    public record Modes(String type, Map<PlaceMode, Integer> counts) {

        int of(PlaceMode mode) {
            return counts.getOrDefault(mode, 0);
        }

        int all() {
            return counts.values().stream().mapToInt(it -> it).sum();
        }
    }

    /** Of each type of which at least one is found on the web, built ones only, in the order of the playbook. */
    List<Modes> modes(AreaId whole, Instant at) {
        var inside = IntStream.of(areas.below(whole, at)).boxed().collect(Collectors.toSet());
        var counts = new HashMap<String, Map<PlaceMode, Integer>>();
        for (var it : book.at(at))
            if (it.details().status().built() && inside.contains(it.area().number()))
                counts.computeIfAbsent(it.type(), _ -> new EnumMap<>(PlaceMode.class))
                        .merge(it.details().mode(), 1, Integer::sum);
        return rules.types().stream()
                .map(it -> new Modes(it.key(), counts.getOrDefault(it.key(), Map.of())))
                .filter(it -> it.all() > it.of(PlaceMode.OFFLINE))
                .toList();
    }

    /** One row for each area right below this one; what has no door is counted apart. */
    public List<Row> of(AreaId whole, Instant at) {
        var standing = new HashMap<Integer, List<Place>>();
        for (var it : book.at(at)) {
            if (!it.details().status().built() || !it.details().mode().door()) continue;
            for (var area : areas.around(it.area(), at))
                standing.computeIfAbsent(area.id().number(), _ -> new ArrayList<>())
                        .add(it);
        }
        return areas.children(whole, at).stream()
                .map(it -> row(it, standing, at))
                .toList();
    }

    private Row row(Area area, Map<Integer, List<Place>> standing, Instant at) {
        var here = standing.getOrDefault(area.id().number(), List.of());
        var cells = new LinkedHashMap<String, Cell>();
        for (var type : rules.types()) cells.put(type.key(), cell(area, type, standing, at));
        return new Row(area, cells, here.size());
    }

    private Cell cell(Area area, PlaceRules.Type type, Map<Integer, List<Place>> standing, Instant at) {
        var built = (int) standing.getOrDefault(area.id().number(), List.of()).stream()
                .filter(it -> it.type().equals(type.key()))
                .count();
        var level = type.onePer();
        if (level == null) return new Cell(built, 0, 0, List.of());
        var wanted = ofLevel(area, level, at);
        var covered = new HashSet<Integer>();
        for (var it : wanted)
            if (has(standing, it, type.key())) covered.add(it.id().number());
        return new Cell(built, wanted.size(), covered.size(), without(wanted, covered));
    }

    private static boolean has(Map<Integer, List<Place>> standing, Area area, String type) {
        return standing.getOrDefault(area.id().number(), List.of()).stream()
                .anyMatch(it -> it.type().equals(type));
    }

    private static List<Area> without(List<Area> wanted, Set<Integer> covered) {
        return wanted.stream().filter(it -> !covered.contains(it.id().number())).toList();
    }

    /** The area itself when it is of the level, else all of the level below it. */
    private List<Area> ofLevel(Area area, String level, Instant at) {
        var found = new ArrayList<Area>();
        gather(area, level, at, found);
        return found;
    }

    private void gather(Area area, String level, Instant at, List<Area> found) {
        if (area.kind().equals(level)) found.add(area);
        else if (town.depth(area.kind()) < town.depth(level))
            areas.children(area.id(), at).forEach(it -> gather(it, level, at, found));
    }
}
