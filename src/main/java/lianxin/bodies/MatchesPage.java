package lianxin.bodies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.bodies.BodyPage.Affair;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.AsOf;
import lianxin.platform.Attempt;
import lianxin.platform.Attempt.Done;
import lianxin.platform.Shell;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The three lists of one joint body and year: what is needed, what is pledged, what is built; and which answers which. */
@Controller
class MatchesPage {

    private static final List<Part> LISTS = List.of(Part.DEMAND, Part.PLEDGE, Part.PROJECT);

    private final BodyBook book;
    private final UndertakingBook undertakings;
    private final Demands demands;
    private final UnitNames names;
    private final AgreedExcel excel;
    private final Days days;
    private final BodyRules rules;

    MatchesPage(
            BodyBook book,
            UndertakingBook undertakings,
            Demands demands,
            UnitNames names,
            AgreedExcel excel,
            Days days,
            BodyRules rules) {
        this.book = book;
        this.undertakings = undertakings;
        this.demands = demands;
        this.names = names;
        this.excel = excel;
        this.days = days;
        this.rules = rules;
    }

    /**
     * @param years those in which something is due, and the one that is shown
     * @param offers pledges and projects that can answer a demand
     * @param onlyLate whether only what is over its day is shown
     * @param late how much that is
     */
    record View(
            Body body,
            AsOf asOf,
            int year,
            List<Integer> years,
            Map<Part, List<Line>> lists,
            List<Affair> offers,
            boolean onlyLate,
            long late,
            boolean run,
            Typed typed,
            @Nullable String problem,
            BodyRules rules) {

        List<Line> of(Part part) {
            return lists.getOrDefault(part, List.of());
        }

        long unanswered() {
            return of(Part.DEMAND).stream()
                    .filter(it -> it.others.isEmpty() && it.it().open())
                    .count();
        }

        /** What is needed or pledged in all, each measure by itself. */
        Map<String, BigDecimal> sums(Part part) {
            var sums = new LinkedHashMap<String, BigDecimal>();
            for (var line : of(part)) {
                var amount = line.it().amount();
                if (amount != null && !line.it().dropped()) sums.merge(line.it().measure(), amount, BigDecimal::add);
            }
            return sums;
        }

        String url(int year, boolean onlyLate) {
            return asOf.in("/bodies/" + body.id() + "/lists?year=" + year + (onlyLate ? "&late=true" : ""));
        }

        long met() {
            return of(Part.DEMAND).stream().filter(it -> it.it().done()).count();
        }
    }

    /** @param others what answers the demand; of a pledge or a project, the demands that it answers */
    record Line(Affair affair, List<Affair> others) {

        Undertaking it() {
            return affair.it();
        }

        /** How much of what is needed the answers pledge, in the same measure. */
        BigDecimal pledged() {
            return others.stream()
                    .map(Affair::it)
                    .filter(other -> other.measured() && other.measure().equals(it().measure()))
                    .map(other -> Objects.requireNonNull(other.amount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/bodies/{number}/lists")
    ModelAndView show(
            @PathVariable("number") int number,
            @RequestParam(name = "year", required = false) @Nullable Integer year,
            @RequestParam(name = "late", defaultValue = "false") boolean late,
            AsOf asked,
            Actor reader) {
        return page(new BodyId(number), year, late, asked.knownNow(), reader, Typed.NOTHING, null);
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/bodies/{number}/lists/xlsx")
    ResponseEntity<byte[]> table(
            @PathVariable("number") int number,
            @RequestParam(name = "year", required = false) @Nullable Integer year,
            @RequestParam(name = "late", defaultValue = "false") boolean late,
            AsOf asked,
            Actor reader,
            Shell shell) {
        return excel.lists(view(new BodyId(number), year, late, asked.knownNow(), reader, Typed.NOTHING, null), shell);
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/bodies/{number}/xlsx")
    ResponseEntity<byte[]> table(@PathVariable("number") int number, AsOf asked, Shell shell) {
        var asOf = asked.knownNow();
        var body = book.must(new BodyId(number), asOf.at());
        return excel.agreed(body, undertakings.of(body.id(), asOf.at()), days.or(asOf.on()), asOf, shell);
    }

    @Needs({May.MANAGE_UNITS, May.LEAD_BODIES})
    @GetMapping("/bodies/{number}/lists/{step:answer|answer-no-more}")
    String again(@PathVariable("number") int number) {
        return "redirect:/bodies/" + number + "/lists";
    }

    @Needs({May.MANAGE_UNITS, May.LEAD_BODIES})
    @PostMapping("/bodies/{number}/lists/{step:answer|answer-no-more}")
    ModelAndView answer(
            @PathVariable("number") int number,
            @PathVariable("step") String step,
            @RequestParam Map<String, String> fields,
            AsOf now,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var id = new BodyId(number);
        BodyGuard.mustRun(by, book.must(id, days.now()).lead());
        var typed = new Typed(fields);
        var year = typed.count("year");
        return Attempt.at(
                shell,
                redirect,
                () -> {
                    var demand = new UndertakingId(typed.needed("demand").intValue());
                    var with = new UndertakingId(typed.needed("undertaking").intValue());
                    if (step.equals("answer")) demands.answer(demand, with, by);
                    else demands.answerNoMore(demand, with, by);
                    var url = "/bodies/" + number + "/lists" + (year == null ? "" : "?year=" + year);
                    return Done.at(url, "bodies." + step + ".done");
                },
                problem -> page(id, year, false, now.knownNow(), by, typed, problem));
    }

    private ModelAndView page(
            BodyId id,
            @Nullable Integer year,
            boolean late,
            AsOf asOf,
            Actor reader,
            Typed typed,
            @Nullable String problem) {
        return new ModelAndView("bodies/lists", "it", view(id, year, late, asOf, reader, typed, problem));
    }

    private View view(
            BodyId id,
            @Nullable Integer asked,
            boolean onlyLate,
            AsOf asOf,
            Actor reader,
            Typed typed,
            @Nullable String problem) {
        var at = asOf.at();
        var body = book.must(id, at);
        var today = days.or(asOf.on());
        int year = asked == null ? today.getYear() : Math.clamp(asked, LocalDate.EPOCH.getYear(), 9999);
        var all = undertakings.of(id, at).stream()
                .filter(it -> LISTS.contains(it.part()))
                .map(it -> affair(it, today, asOf))
                .collect(Collectors.toMap(
                        it -> it.it().id(), Function.identity(), (one, same) -> one, LinkedHashMap::new));
        var answers = demands.of(all.keySet(), at);
        var shown = new HashSet<UndertakingId>();
        for (var it : all.values()) if (it.it().ofYear(year)) shown.add(it.it().id());
        for (var it : answers) if (shown.contains(it.demand())) shown.add(it.by());
        var lists = new LinkedHashMap<Part, List<Line>>();
        for (var it : all.values()) {
            if (!shown.contains(it.it().id()) || onlyLate && !it.late()) continue;
            var own = it.it().id();
            var others = new ArrayList<Affair>();
            for (var answer : answers) {
                var other = answer.demand().equals(own) ? answer.by() : answer.demand();
                if ((answer.demand().equals(own) || answer.by().equals(own)) && all.containsKey(other))
                    others.add(all.get(other));
            }
            lists.computeIfAbsent(it.it().part(), none -> new ArrayList<>()).add(new Line(it, others));
        }
        long late = shown.stream()
                .map(all::get)
                .filter(it -> it != null && it.late())
                .count();
        var run = asOf.now() && body.active() && BodyGuard.mayRun(reader, body.lead());
        var offers = all.values().stream()
                .filter(it -> it.it().part().answers() && !it.it().dropped())
                .toList();
        return new View(
                body, asOf, year, years(all, year, today), lists, offers, onlyLate, late, run, typed, problem, rules);
    }

    private Affair affair(Undertaking it, LocalDate today, AsOf asOf) {
        var unit = it.unit();
        return new Affair(it, unit == null ? null : names.at(unit, asOf.at()), it.late(today));
    }

    private static List<Integer> years(Map<UndertakingId, Affair> all, int shown, LocalDate today) {
        var years = new TreeSet<Integer>();
        for (var it : all.values()) {
            var due = it.it().due();
            if (due != null) years.add(due.getYear());
        }
        years.add(shown);
        years.add(today.getYear());
        return List.copyOf(years);
    }
}
