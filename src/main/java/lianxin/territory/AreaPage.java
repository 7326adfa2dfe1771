package lianxin.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One area on a day: where it lies, what lies on it, who answers for it. And the list of areas that carry a name. */
@Controller
class AreaPage {
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final GridCard grids;
    private final EstateCard estates;
    private final AreaNames names;
    private final AreaSearch search;
    private final GridRules rules;
    private final Town town;
    private final WorkLines lines;
    private final ObjectProvider<AreaLists> lists;

    AreaPage(
            Areas areas,
            Responsibilities responsibilities,
            Trees trees,
            GridCard grids,
            EstateCard estates,
            AreaNames names,
            AreaSearch search,
            GridRules rules,
            Town town,
            WorkLines lines,
            ObjectProvider<AreaLists> lists) {
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.grids = grids;
        this.estates = estates;
        this.names = names;
        this.search = search;
        this.rules = rules;
        this.town = town;
        this.lines = lines;
        this.lists = lists;
    }

    record View(
            Area area,
            List<Area> path,
            String address,
            AsOf asOf,
            Map<String, Integer> counts,
            List<Area> children,
            List<Duty> duties,
            boolean poster,
            boolean mayDraw,
            GridCard.@Nullable View grid,
            EstateCard.View estates,
            List<AreaLists.Listed> lists,
            List<AreaNames.Known> names,
            GridRules rules,
            Town town,
            WorkLines lines) {}

    /** @param line empty for the desk that answers for all lines nobody else answers for */
    record Duty(String line, Unit unit) {}

    record Found(String words, AsOf asOf, List<Hit> hits, Town town) {}

    /** @param by the other name by which it was found */
    record Hit(Area area, String address, @Nullable String by) {}

    @Needs(May.LOOK_UP)
    @GetMapping("/areas/{number}")
    ModelAndView show(@PathVariable("number") int number, AsOf asked, Actor actor, Shell shell) {
        var id = new AreaId(number);
        var asOf = asked.knownNow();
        var at = asOf.at();
        var area = areas.find(id, at);
        var tree = trees.at(at);
        var duties = new ArrayList<Duty>();
        responsibilities.responsible(id, at).forEach((line, unit) -> duties.add(new Duty(line, tree.unit(unit))));
        var view = new View(
                area,
                areas.path(id, at),
                areas.address(id, at),
                asOf,
                areas.counts(id, at),
                areas.children(id, at).stream()
                        .filter(it -> town.madeOf(it.kind()).isEmpty())
                        .toList(),
                duties,
                town.depth(area.kind()) == town.levels().size() - 1
                        && areas.posterCode(id).isPresent(),
                actor.may(May.MANAGE_UNITS, responsibilities.responsible(id, "", at)),
                area.kind().equals("grid") ? grids.of(area, at, actor) : null,
                estates.of(area, tree, at, actor),
                lists.orderedStream()
                        .flatMap(it -> it.of(area, asOf, shell).stream())
                        .toList(),
                names.of(id, at),
                rules,
                town,
                lines);
        return new ModelAndView("territory/area", "it", view);
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/areas")
    ModelAndView search(@RequestParam(name = "q", defaultValue = "") String words, AsOf asked) {
        var asOf = asked.knownNow();
        var hits = search.of(words, asOf.at()).stream()
                .map(it -> new Hit(it.area(), areas.address(it.area().id(), asOf.at()), it.by()))
                .toList();
        return new ModelAndView("territory/areas", "it", new Found(words, asOf, hits, town));
    }
}
