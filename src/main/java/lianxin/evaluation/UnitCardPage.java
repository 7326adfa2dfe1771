package lianxin.evaluation;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import lianxin.organization.Actor;
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

/** One unit: how its score came about, down to the counts. */
@Controller
class UnitCardPage {
    private final Schemes schemes;
    private final Leagues leagues;
    private final Readers readers;
    private final Clock clock;

    UnitCardPage(Schemes schemes, Leagues leagues, Readers readers, Clock clock) {
        this.clock = clock;
        this.schemes = schemes;
        this.leagues = leagues;
        this.readers = readers;
    }

    record View(
            Heading heading,
            String unit,
            String county,
            boolean closed,
            Figures.Figure score,
            int cases,
            boolean smallSample,
            String minimumSample,
            List<Line> lines,
            List<Counted> counts) {}

    /** How one indicator earned its points. */
    record Line(
            Figures.Cell cell,
            String explained,
            String numerator,
            String denominator,
            String top,
            String bottom,
            @Nullable String rest,
            String counting,
            String weight,
            String earned) {}

    /** A count; without an address it does not open for this reader, and {@code closed} says why. */
    record Counted(
            String name,
            String number,
            @Nullable String url,
            @Nullable String closed) {}

    @Needs(May.READ)
    @GetMapping("/leagues/{scheme}/{period}/units/{unit}")
    ModelAndView show(
            @PathVariable("scheme") String key,
            @PathVariable("period") String text,
            @PathVariable("unit") int number,
            @RequestParam(name = "tree", required = false) @Nullable String treeWord,
            AsOf asOf,
            Principal who,
            Shell shell) {
        var unit = new UnitId(number);
        var reader = readers.of(who);
        var tree = TreeChoice.of(treeWord, asOf, clock);
        var league = league(key, text, unit, tree, reader);
        var row = league.row(number).orElseThrow(() -> new NotFound(unit.ref()));
        var scheme = league.scheme();
        var figures = new Figures(league, shell);
        var view = new View(
                Heading.of(league, tree, leagues.running(scheme), shell),
                row.name(),
                row.aboveName(),
                leagues.closed(scheme, league.period()),
                Figures.total(scheme, row.score()),
                row.score().cases(),
                league.smallSample(row),
                shell.t("evaluation.small-sample.why", scheme.minimumSample()),
                scheme.scored().stream()
                        .map(it -> line(scheme, it, row, figures, shell))
                        .toList(),
                scheme.measures().stream()
                        .map(it -> counted(league, tree, row, it, reader, shell))
                        .toList());
        return new ModelAndView("evaluation/card", "it", view);
    }

    /** The league as issued, or what the unit has reached so far if the reader is one of its own. */
    League league(String key, String text, UnitId unit, TreeChoice tree, Actor reader) {
        readers.mustSeeLeagues(reader);
        var scheme = schemes.find(key);
        var period = leagues.period(text, scheme);
        if (leagues.closed(scheme, period)) {
            return leagues.along(tree, scheme, period);
        }
        readers.mustSeeOwn(reader, unit);
        return leagues.soFar(scheme, period, unit).orElseThrow(() -> new NotFound(unit.ref()));
    }

    static Line line(Scheme scheme, Scored scored, League.Row row, Figures figures, Shell shell) {
        var indicator = scheme.indicator(scored.key());
        var rate = row.score().rate(scored.key());
        Function<String, String> measure = it -> scheme.measure(it).name().in(shell.locale());
        Function<String, String> name = it -> scheme.indicator(it).name().in(shell.locale());
        var curve = scored.curve().points();
        var cell = figures.cell(indicator, row.score());
        var told = cell.figure().note().isEmpty();
        return new Line(
                cell,
                indicator.explained().in(shell.locale()),
                indicator.numerator().inWords(measure),
                indicator.denominator().inWords(measure),
                told ? plain(rate.numerator(), shell) : "—",
                told ? plain(rate.denominator(), shell) : "—",
                told ? rest(indicator, rate, shell) : null,
                shell.t(
                        "evaluation.counting",
                        scored.value().inWords(name),
                        curve.getFirst().at().toPlainString(),
                        curve.getLast().at().toPlainString()),
                scored.weight().toPlainString(),
                row.score().points(scored.key()).earned().shown(2));
    }

    private Counted counted(
            League league, TreeChoice tree, League.Row row, Measure measure, Actor reader, Shell shell) {
        var unit = new UnitId(row.unit());
        var name = measure.name().in(shell.locale());
        var ratings = measure.fact().equals(Scheme.RATING);
        if (ratings && !readers.opensRatings(reader, unit)) {
            return new Counted(name, "", null, shell.t("evaluation.ratings-closed"));
        }
        var number = plain(Value.of(row.measures().getOrDefault(measure.key(), BigDecimal.ZERO)), shell);
        var url = tree.in("/leagues/" + league.scheme().key() + "/" + league.period() + "/units/" + row.unit()
                + "/facts?measure=" + measure.key());
        return new Counted(name, number, readers.opensFacts(reader, unit) ? url : null, null);
    }

    /** Such as 2,693 open. */
    private static @Nullable String rest(Indicator indicator, Score.Rate rate, Shell shell) {
        var rest = indicator.rest();
        return rest == null || !rate.value().isKnown()
                ? null
                : plain(rate.denominator().minus(rate.numerator()), shell) + " " + rest.in(shell.locale());
    }

    /** With commas between thousands. */
    private static String plain(Value value, Shell shell) {
        if (!value.isKnown()) return value.shown(0);
        var parts = value.amount().stripTrailingZeros().toPlainString().split("\\.", 2);
        return shell.number(Long.parseLong(parts[0])) + (parts.length > 1 ? "." + parts[1] : "");
    }
}
