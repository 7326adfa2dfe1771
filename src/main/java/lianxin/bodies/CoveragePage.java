package lianxin.bodies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.AsOf;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whether every area that must be is covered by some joint body: how many are not, which, and which are covered twice. */
@Controller
@Needs(May.LOOK_UP)
class CoveragePage {

    private final Covers covers;
    private final Areas areas;
    private final BodyRules rules;

    CoveragePage(Covers covers, Areas areas, BodyRules rules) {
        this.covers = covers;
        this.areas = areas;
        this.rules = rules;
    }

    /**
     * @param check null where the playbook asks for no coverage
     * @param missing under the area in which they lie
     */
    record View(
            AsOf asOf,
            @Nullable Area area,
            List<Area> path,
            @Nullable SetCover check,
            SequencedMap<Area, List<Area>> missing,
            List<Twice> twice,
            List<Part> parts,
            BodyRules rules) {}

    record Twice(Area area, List<Covers.By> by) {}

    record Part(Area area, SetCover check) {}

    @GetMapping("/bodies/coverage")
    ModelAndView show(@RequestParam(name = "area", required = false) @Nullable Integer number, AsOf asked) {
        var asOf = asked.knownNow();
        var at = asOf.at();
        var tops = areas.tops();
        if (number == null && tops.isEmpty()) return page(asOf, null, at);
        return page(asOf, number == null ? tops.getFirst() : areas.find(new AreaId(number), at), at);
    }

    private ModelAndView page(AsOf asOf, @Nullable Area area, Instant at) {
        var check = area == null ? null : covers.check(area.id(), at).orElse(null);
        var missing = new LinkedHashMap<Area, List<Area>>();
        var twice = new ArrayList<Twice>();
        var parts = new ArrayList<Part>();
        if (area != null && check != null) {
            for (var it : check.missing()) {
                var path = areas.path(it, at);
                missing.computeIfAbsent(path.get(Math.max(0, path.size() - 2)), none -> new ArrayList<>())
                        .add(path.getLast());
            }
            check.twice().forEach((it, by) -> twice.add(new Twice(areas.find(it, at), by)));
            for (var part : areas.children(area.id(), at))
                covers.check(part.id(), at).filter(it -> !it.nothing()).ifPresent(it -> parts.add(new Part(part, it)));
        }
        var path = area == null ? List.<Area>of() : areas.path(area.id(), at);
        var view = new View(asOf, area, path, check, missing, twice, parts, rules);
        return new ModelAndView("bodies/coverage", "it", view);
    }
}
