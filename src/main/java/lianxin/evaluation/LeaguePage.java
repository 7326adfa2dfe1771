package lianxin.evaluation;

import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.UnitId;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.sheets.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The units of one level side by side. */
@Controller
class LeaguePage {
    private final Schemes schemes;
    private final Leagues leagues;
    private final Readers readers;
    private final Taken taken;
    private final Clock clock;

    LeaguePage(Schemes schemes, Leagues leagues, Readers readers, Taken taken, Clock clock) {
        this.taken = taken;
        this.clock = clock;
        this.schemes = schemes;
        this.leagues = leagues;
        this.readers = readers;
    }

    /**
     * @param closed whether this is the league as issued; otherwise only the reader's own lines are in it
     * @param outside how many things were counted for nobody on the list
     * @param from when the league of a period that is not closed can be seen
     */
    record View(
            Heading heading,
            boolean closed,
            String from,
            @Nullable Integer county,
            List<County> counties,
            List<String> columns,
            List<Line> lines,
            String minimumSample,
            int outside,
            String csv) {}

    record County(int unit, String name, boolean chosen) {}

    record Line(
            int unit,
            String name,
            String county,
            Figures.Figure score,
            int cases,
            boolean smallSample,
            List<Figures.Cell> cells,
            String url) {}

    @Needs(May.READ)
    @GetMapping("/leagues")
    String leagues() {
        return "redirect:/leagues/" + schemes.first().key();
    }

    @Needs(May.READ)
    @GetMapping("/leagues/{scheme}")
    ModelAndView show(
            @PathVariable("scheme") String key,
            @RequestParam(name = "period", required = false) @Nullable String period,
            @RequestParam(name = "county", required = false) @Nullable Integer county,
            @RequestParam(name = "tree", required = false) @Nullable String tree,
            AsOf asOf,
            Principal who,
            Shell shell) {
        return new ModelAndView(
                "evaluation/league", "it", view(key, period, county, choice(tree, asOf), readers.of(who), shell));
    }

    @Needs(May.READ)
    @GetMapping("/leagues/{scheme}/csv")
    ResponseEntity<byte[]> csv(
            @PathVariable("scheme") String key,
            @RequestParam(name = "period", required = false) @Nullable String period,
            @RequestParam(name = "county", required = false) @Nullable Integer county,
            @RequestParam(name = "tree", required = false) @Nullable String tree,
            AsOf asOf,
            Principal who,
            Shell shell) {
        var reader = readers.of(who);
        var view = view(key, period, county, choice(tree, asOf), reader, shell);
        var name = "attachment; filename=\"" + key + "-" + view.heading().period() + ".csv\"";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", name)
                .body(new LeagueCsv(shell).of(view, reader.name()));
    }

    @Needs(May.READ)
    @GetMapping("/leagues/{scheme}/xlsx")
    ResponseEntity<byte[]> excel(
            @PathVariable("scheme") String key,
            @RequestParam(name = "period", required = false) @Nullable String period,
            @RequestParam(name = "county", required = false) @Nullable Integer county,
            @RequestParam(name = "tree", required = false) @Nullable String tree,
            AsOf asOf,
            Principal who,
            Shell shell) {
        var view = view(key, period, county, choice(tree, asOf), readers.of(who), shell);
        var heading = view.heading();
        var chosen = view.counties().stream()
                .filter(County::chosen)
                .map(County::name)
                .findFirst()
                .orElse("");
        var filters = new LinkedHashMap<String, String>();
        filters.put(shell.t("evaluation.column.county"), chosen);
        filters.put(shell.t("evaluation.leagues"), shell.t("evaluation.version", heading.version()));
        filters.put(heading.name(), heading.basis() == null ? "" : heading.basis());
        filters.put(shell.t("evaluation.no-ranks"), heading.example() ? shell.t("evaluation.example") : "");
        return taken.away(new LeagueCsv(shell).table(view), filters, asOf, shell);
    }

    private TreeChoice choice(@Nullable String tree, AsOf asOf) {
        return TreeChoice.of(tree, asOf, clock);
    }

    private View view(
            String key, @Nullable String text, @Nullable Integer county, TreeChoice asked, Actor reader, Shell shell) {
        readers.mustSeeLeagues(reader);
        var scheme = schemes.find(key);
        var period = text == null ? leagues.lastClosed(scheme) : leagues.period(text, scheme);
        var closed = leagues.closed(scheme, period);
        var tree = closed ? asked : TreeChoice.then(clock);
        var seen = closed ? List.of(leagues.along(tree, scheme, period)) : own(scheme, period, reader);
        var lines = seen.stream()
                .flatMap(league -> league.rows().stream()
                        .filter(it -> county == null || it.above() == county)
                        .map(it -> line(league, tree, it, shell)))
                .toList();
        var heading = seen.isEmpty()
                ? Heading.of(scheme, period, tree, leagues.running(scheme), shell)
                : Heading.of(seen.getFirst(), tree, leagues.running(scheme), shell);
        return new View(
                heading,
                closed,
                shell.when(period.cutOff(scheme)),
                county,
                counties(seen, county),
                scheme.scored().stream()
                        .map(it -> scheme.indicator(it.key()).name().in(shell.locale()))
                        .toList(),
                lines,
                shell.t("evaluation.small-sample.why", scheme.minimumSample()),
                closed && county == null ? outside(seen.getFirst()) : 0,
                tree.in("/leagues/" + key + "/csv?period=" + period + (county == null ? "" : "&county=" + county)));
    }

    private static int outside(League league) {
        return league.outside() == null ? 0 : league.outside();
    }

    private List<League> own(Scheme scheme, Period period, Actor reader) {
        return Arrays.stream(readers.ownUnits(reader))
                .mapToObj(it -> leagues.soFar(scheme, period, new UnitId(it)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<County> counties(List<League> seen, @Nullable Integer chosen) {
        return seen.stream()
                .flatMap(it -> it.rows().stream())
                .collect(Collectors.toMap(League.Row::above, League.Row::aboveName, (one, same) -> one))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> new County(it.getKey(), it.getValue(), it.getKey().equals(chosen)))
                .toList();
    }

    private static Line line(League league, TreeChoice tree, League.Row row, Shell shell) {
        var figures = new Figures(league, shell);
        var scheme = league.scheme();
        return new Line(
                row.unit(),
                row.name(),
                row.aboveName(),
                Figures.total(scheme, row.score()),
                row.score().cases(),
                league.smallSample(row),
                scheme.scored().stream()
                        .map(it -> figures.cell(scheme.indicator(it.key()), row.score()))
                        .toList(),
                tree.in("/leagues/" + scheme.key() + "/" + league.period() + "/units/" + row.unit()));
    }
}
