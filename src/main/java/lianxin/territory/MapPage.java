package lianxin.territory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.platform.AsOf;
import lianxin.platform.RuleBroken;
import lianxin.territory.shape.Datum;
import lianxin.territory.shape.Mended;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The map of the city, and beside it a table that says and does everything the map does. */
@Controller
class MapPage {
    private final Areas areas;
    private final BorderRows borders;
    private final Whereabouts whereabouts;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final Town town;
    private final WorkLines lines;

    MapPage(
            Areas areas,
            BorderRows borders,
            Whereabouts whereabouts,
            Responsibilities responsibilities,
            Trees trees,
            Town town,
            WorkLines lines) {
        this.areas = areas;
        this.borders = borders;
        this.whereabouts = whereabouts;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.town = town;
        this.lines = lines;
    }

    /** @param counted the levels that have a column */
    record View(
            Area chosen,
            List<Area> path,
            AsOf asOf,
            MapDrawing drawing,
            List<Line> lines,
            List<String> counted,
            List<RepairLine> repairs,
            boolean generated,
            @Nullable Asked asked,
            boolean mayDraw,
            Town town,
            WorkLines workLines) {

        /** What the picker of the day must not lose. */
        Map<String, Object> keep() {
            return chosen.parent() == null
                    ? Map.of()
                    : Map.of("area", chosen.id().number());
        }
    }

    record Line(int number, Area area, Map<String, Integer> counts, Unit unit) {}

    /**
     * A point somebody asked for.
     *
     * @param answer none where it lies in no area
     */
    record Asked(
            String typed,
            String datum,
            String line,
            String point,
            @Nullable Answer answer) {}

    record Answer(List<Area> path, boolean uncertain, long meters, Unit unit) {}

    record RepairLine(Area area, Mended mended) {

        String squareKilometers() {
            return "%,.1f".formatted(mended.squareMetersAfter() / 1e6);
        }

        String change() {
            return "%+.3f".formatted((mended.squareMetersAfter() - mended.squareMetersBefore()) / 1e6);
        }

        String overlap() {
            return "%,.0f".formatted(mended.overlapRemoved());
        }

        String gap() {
            return "%,.0f".formatted(mended.gapFilled());
        }
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/map")
    ModelAndView show(
            @RequestParam(name = "area", required = false) @Nullable Integer number,
            AsOf asked,
            @RequestParam(name = "point", defaultValue = "") String typed,
            @RequestParam(name = "datum", defaultValue = "wgs84") String datum,
            @RequestParam(name = "line", defaultValue = "") String line,
            Actor actor) {
        var asOf = asked.knownNow();
        var at = asOf.at();
        var tops = areas.tops();
        if (number == null && tops.isEmpty()) return new ModelAndView("territory/map-empty");
        var chosen = number == null ? tops.getFirst() : areas.find(new AreaId(number), at);
        var below = areas.children(chosen.id(), at);
        var path = areas.path(chosen.id(), at);
        var wanted = new ArrayList<AreaId>();
        path.forEach(it -> wanted.add(it.id()));
        below.forEach(it -> wanted.add(it.id()));
        var standing = borders.standing(wanted, at);
        var around = path.reversed().stream()
                .filter(it -> standing.containsKey(it.id().number()))
                .findFirst();
        path.forEach(it -> {
            if (around.isEmpty() || !it.id().equals(around.get().id()))
                standing.remove(it.id().number());
        });
        var mark = point(typed, datum);
        var listed = listed(below, at);
        var view = new View(
                chosen,
                path,
                asOf,
                MapDrawing.of(around.orElse(null), below, standing, mark.orElse(null)),
                listed,
                counted(listed),
                repairs(below, standing),
                generated(chosen, below, at),
                mark.map(it -> answered(typed, datum, line, it, at)).orElse(null),
                actor.where(May.MANAGE_UNITS).length > 0,
                town,
                lines);
        return new ModelAndView("territory/map", "it", view);
    }

    private static Optional<Coordinate> point(String typed, String datum) {
        if (typed.isBlank()) return Optional.empty();
        var point = Datum.of(datum).flatMap(it -> TypedPoint.read(typed, it));
        if (point.isEmpty()) throw new RuleBroken("territory.point.unreadable", typed);
        return point;
    }

    private Asked answered(String typed, String datum, String line, Coordinate point, Instant at) {
        var answer = whereabouts
                .of(point.x, point.y, line, at)
                .map(it -> new Answer(
                        areas.path(it.area().id(), at),
                        it.uncertain(),
                        Math.round(it.meters()),
                        trees.at(at).unit(it.unit())))
                .orElse(null);
        return new Asked(typed, datum, line, "%.6f, %.6f".formatted(point.x, point.y), answer);
    }

    private List<Line> listed(List<Area> below, Instant at) {
        var tree = trees.at(at);
        var listed = new ArrayList<Line>();
        for (var area : below) {
            var unit = tree.unit(responsibilities.responsible(area.id(), "", at));
            listed.add(new Line(listed.size() + 1, area, areas.counts(area.id(), at), unit));
        }
        return listed;
    }

    /** What was done to drawings that came from outside. */
    private static List<RepairLine> repairs(List<Area> below, Map<Integer, BorderRows.Drawn> standing) {
        var repairs = new ArrayList<RepairLine>();
        for (var area : below) {
            var border = standing.get(area.id().number());
            if (border != null && !border.generated()) repairs.add(new RepairLine(area, border.mended()));
        }
        return repairs;
    }

    /** Whether anything shown or counted here was made up. */
    private boolean generated(Area chosen, List<Area> below, Instant at) {
        if (below.stream()
                .anyMatch(
                        it -> it.generated() || (it.spot() != null && it.spot().generated()))) return true;
        return town.levels().stream()
                .filter(it -> it.generatedName() != null)
                .anyMatch(it -> areas.counts(chosen.id(), at).containsKey(it.key()));
    }

    private List<String> counted(List<Line> lines) {
        return town.levels().stream()
                .map(Town.Level::key)
                .filter(level -> lines.stream().anyMatch(it -> it.counts().containsKey(level)))
                .toList();
    }
}
