package lianxin.bodies;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import lianxin.bodies.Axes.Standing;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.AsOf;
import lianxin.platform.Flash;
import lianxin.platform.NotFound;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One axis and its links in an area: who joins in, what was pledged, what was done in each link, and how far it has come. */
@Controller
class AxisPage {

    private final Axes axes;
    private final UnitNames names;
    private final Areas areas;
    private final BodyRules rules;
    private final Clock clock;

    AxisPage(Axes axes, UnitNames names, Areas areas, BodyRules rules, Clock clock) {
        this.axes = axes;
        this.names = names;
        this.areas = areas;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param own how the area itself stands; null on levels that have no axis
     * @param deeper parts of the area in which some levels further down have an axis
     */
    record View(
            AsOf asOf,
            Area area,
            List<Area> path,
            @Nullable Card own,
            List<Line> below,
            SequencedMap<Area, AxisSum> deeper,
            BodyRules rules) {}

    /** @param mayRun whether the reader may write down what is done together */
    record Card(Standing standing, String unit, List<Partner> partners, boolean maySetUp, boolean mayRun) {}

    record Partner(Member member, String name, List<Undertaking> pledges) {

        boolean late(LocalDate today) {
            return pledges.stream().anyMatch(it -> it.late(today));
        }
    }

    record Line(Standing standing, String unit) {}

    @Needs(May.LOOK_UP)
    @GetMapping("/axis")
    ModelAndView all(AsOf asOf, Actor reader) {
        var top = areas.tops().stream().findFirst().orElseThrow(() -> new NotFound("area"));
        return page(top, asOf.knownNow(), reader);
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/axis/{number}")
    ModelAndView show(@PathVariable("number") int number, AsOf asked, Actor reader) {
        var asOf = asked.knownNow();
        return page(areas.find(new AreaId(number), asOf.at()), asOf, reader);
    }

    @Needs(May.MANAGE_UNITS)
    @PostMapping("/axis/{number}")
    ModelAndView setUp(@PathVariable("number") int number, Actor by, RedirectAttributes redirect) {
        var body = axes.axisOf(new AreaId(number), clock.instant(), by);
        redirect.addFlashAttribute("flash", Flash.of("bodies.founded"));
        return new ModelAndView("redirect:/bodies/" + body);
    }

    private ModelAndView page(Area area, AsOf asOf, Actor reader) {
        var at = asOf.at();
        var children = areas.children(area.id(), at);
        var below = new ArrayList<Line>();
        for (var it : axes.standings(children, at)) below.add(new Line(it, names.at(it.unit(), at)));
        var own = axes.standing(area, at).map(it -> card(it, asOf, reader)).orElse(null);
        var deeper = axes.sums(below.isEmpty() && own == null ? children : List.of(), at);
        var view = new View(asOf, area, areas.path(area.id(), at), own, below, deeper, rules);
        return new ModelAndView("bodies/axis", "it", view);
    }

    private Card card(Standing it, AsOf asOf, Actor reader) {
        var partners = it.members().stream()
                .map(member -> new Partner(
                        member,
                        names.at(member.unit(), asOf.at()),
                        it.pledges().stream()
                                .filter(pledge -> member.unit().equals(pledge.unit()))
                                .toList()))
                .toList();
        var maySetUp = it.body() == null && asOf.now() && reader.may(May.MANAGE_UNITS, it.unit());
        var mayRun = it.body() != null
                && asOf.now()
                && BodyGuard.mayRun(reader, it.body().lead());
        return new Card(it, names.at(it.unit(), asOf.at()), partners, maySetUp, mayRun);
    }
}
