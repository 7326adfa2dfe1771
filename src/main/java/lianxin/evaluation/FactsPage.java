package lianxin.evaluation;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import lianxin.facts.Vocabulary;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.UnitId;
import lianxin.platform.AsOf;
import lianxin.platform.NotFound;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The facts behind one number, each with the way to the thing it happened to. */
@Controller
class FactsPage {
    private final UnitCardPage cards;
    private final Evidence evidence;
    private final Readers readers;
    private final Leagues leagues;
    private final Vocabulary vocabulary;
    private final Clock clock;

    FactsPage(
            UnitCardPage cards,
            Evidence evidence,
            Readers readers,
            Leagues leagues,
            Vocabulary vocabulary,
            Clock clock) {
        this.clock = clock;
        this.cards = cards;
        this.evidence = evidence;
        this.readers = readers;
        this.leagues = leagues;
        this.vocabulary = vocabulary;
    }

    /**
     * @param cut whether there are more facts than are shown
     * @param leftOut facts of things that are left out of statistics
     */
    record View(
            Heading heading,
            String unit,
            String card,
            String measure,
            String kind,
            String total,
            boolean logged,
            boolean cut,
            List<Line> lines,
            List<Line> leftOut) {}

    record Line(String occurred, String iso, String dated, String name, String url) {}

    @Needs({May.READ, May.EVALUATE})
    @GetMapping("/leagues/{scheme}/{period}/units/{unit}/facts")
    ModelAndView show(
            @PathVariable("scheme") String key,
            @PathVariable("period") String text,
            @PathVariable("unit") int number,
            @RequestParam("measure") String measureKey,
            @RequestParam(name = "tree", required = false) @Nullable String treeWord,
            AsOf asOf,
            Principal who,
            Shell shell) {
        var unit = new UnitId(number);
        var reader = readers.of(who);
        var tree = TreeChoice.of(treeWord, asOf, clock);
        var league = cards.league(key, text, unit, tree, reader);
        var row = league.row(number).orElseThrow(() -> new NotFound(unit.ref()));
        var measure = league.scheme().measures().stream()
                .filter(it -> it.key().equals(measureKey))
                .findFirst()
                .orElseThrow(() -> new NotFound("measure/" + measureKey));
        var facts = evidence.behind(league, tree, unit, measure, reader);
        var total = row.measures().get(measureKey);
        var view = new View(
                Heading.of(league, tree, leagues.running(league.scheme()), shell),
                row.name(),
                tree.in("/leagues/" + key + "/" + text + "/units/" + number),
                measure.name().in(shell.locale()),
                vocabulary
                        .kind(measure.fact())
                        .map(it -> shell.english() ? it.en() : it.zh())
                        .orElse(measure.fact()),
                total == null ? "0" : total.stripTrailingZeros().toPlainString(),
                measure.fact().equals(Scheme.RATING),
                facts.size() == Evidence.SHOWN,
                lines(facts, false, shell),
                lines(facts, true, shell));
        return new ModelAndView("evaluation/facts", "it", view);
    }

    private static List<Line> lines(List<Measures.Counted> facts, boolean leftOut, Shell shell) {
        return facts.stream()
                .filter(it -> it.leftOut() == leftOut)
                .map(it -> line(it, shell))
                .toList();
    }

    private static Line line(Measures.Counted fact, Shell shell) {
        var about = fact.about();
        var id = about.id();
        return new Line(
                shell.when(fact.occurredAt()),
                shell.iso(fact.occurredAt()),
                shell.when(fact.datedAt()),
                about.kind() + " …" + id.substring(Math.max(0, id.length() - 8)),
                "/ref/" + about.kind() + "/" + id);
    }
}
