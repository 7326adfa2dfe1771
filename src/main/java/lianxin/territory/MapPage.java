package lianxin.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.territory.shape.Mended;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The map of the city, and beside it a table that says and does everything the map does. */
@Controller
class MapPage {
    private final Areas areas;
    private final Borders borders;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final Town town;
    private final Days days;

    MapPage(Areas areas, Borders borders, Responsibilities responsibilities, Trees trees, Town town, Days days) {
        this.areas = areas;
        this.borders = borders;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.town = town;
        this.days = days;
    }

    /** @param counted the levels that have a column */
    record View(
            Area chosen,
            List<Area> path,
            LocalDate day,
            boolean today,
            MapDrawing drawing,
            List<Line> lines,
            List<String> counted,
            List<RepairLine> repairs,
            boolean generated,
            Town town) {}

    record Line(int number, Area area, Map<String, Integer> counts, Unit unit) {}

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

    @GetMapping("/map")
    ModelAndView show(
            @RequestParam(name = "area", required = false) @Nullable Integer number,
            @RequestParam(name = "at", required = false) @Nullable LocalDate asked) {
        var day = days.or(asked);
        var at = days.endOf(day);
        var tops = areas.tops();
        if (number == null && tops.isEmpty()) return new ModelAndView("territory/map-empty");
        var chosen = number == null ? tops.getFirst() : areas.find(new AreaId(number), at);
        var below = areas.children(chosen.id(), at);
        var tree = trees.at(at);
        var lines = new ArrayList<Line>();
        for (var area : below) {
            var unit = tree.unit(responsibilities.responsible(area.id(), "", at));
            lines.add(new Line(lines.size() + 1, area, areas.counts(area.id(), at), unit));
        }
        var bordered = new LinkedHashMap<String, Area>();
        var repairs = new ArrayList<RepairLine>();
        for (var repair : borders.repairs()) {
            var area = areas.find(repair.area());
            bordered.put(area.id().toString(), area);
            repairs.add(new RepairLine(area, repair.mended()));
        }
        var view = new View(
                chosen,
                areas.path(chosen.id(), at),
                day,
                day.equals(days.today()),
                MapDrawing.of(borders.coverage(), bordered, chosen, below),
                lines,
                counted(lines),
                chosen.parent() == null ? repairs : List.of(),
                generated(chosen, below, at),
                town);
        return new ModelAndView("territory/map", "it", view);
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
