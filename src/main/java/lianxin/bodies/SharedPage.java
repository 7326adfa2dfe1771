package lianxin.bodies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lianxin.bodies.BodyPage.Affair;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.NotFound;
import lianxin.territory.Days;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * What joint bodies share with the unit of the reader, and nothing else: names of the members, and the lists that the lead
 * has opened. A body that shares nothing, or in which the unit does not sit, is not there.
 */
@Controller
@Needs(May.SEE_SHARED)
class SharedPage {

    private final BodyBook book;
    private final UndertakingBook undertakings;
    private final UnitNames names;
    private final BodyRules rules;
    private final Days days;
    private final Clock clock;

    SharedPage(BodyBook book, UndertakingBook undertakings, UnitNames names, BodyRules rules, Days days, Clock clock) {
        this.book = book;
        this.undertakings = undertakings;
        this.names = names;
        this.rules = rules;
        this.days = days;
        this.clock = clock;
    }

    record View(List<Line> lines, BodyRules rules) {}

    record Line(Body body, String lead) {}

    record Opened(
            Body body,
            BodyRules.Kind kind,
            String lead,
            List<String> members,
            List<Part> parts,
            List<Affair> affairs,
            LocalDate today,
            BodyRules rules) {

        List<Affair> of(Part part) {
            return affairs.stream().filter(it -> it.it().part() == part).toList();
        }
    }

    @GetMapping("/shared")
    ModelAndView list(Actor reader) {
        var at = clock.instant();
        var lines = mine(reader, at).stream()
                .map(it -> new Line(it, names.at(it.lead(), at)))
                .toList();
        return new ModelAndView("bodies/shared", "it", new View(lines, rules));
    }

    @GetMapping("/shared/{number}")
    ModelAndView show(@PathVariable("number") int number, Actor reader) {
        var at = clock.instant();
        var id = new BodyId(number);
        var body = mine(reader, at).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(id.ref()));
        var today = days.today();
        var affairs = new ArrayList<Affair>();
        for (var it : undertakings.of(id, at)) {
            if (!body.shares(it.part())) continue;
            var unit = it.unit();
            affairs.add(new Affair(it, unit == null ? null : names.at(unit, at), it.late(today)));
        }
        var kind = rules.kind(body.kind());
        var view = new Opened(
                body,
                kind,
                names.at(body.lead(), at),
                book.members(id, at).stream().map(it -> names.at(it.unit(), at)).toList(),
                kind.lists().stream().filter(body::shares).toList(),
                affairs,
                today,
                rules);
        return new ModelAndView("bodies/shared-body", "it", view);
    }

    private List<Body> mine(Actor reader, Instant at) {
        return book.sharedWith(reader.where(May.SEE_SHARED), at);
    }
}
