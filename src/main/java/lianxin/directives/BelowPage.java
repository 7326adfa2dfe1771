package lianxin.directives;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.UnitId;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.sheets.Table;
import lianxin.sheets.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is open and late below a unit, unit by unit in the order of their codes, and never person by person. */
@Controller
@Needs({May.DO_TASKS, May.GIVE_TASKS, May.READ})
class BelowPage {

    private static final List<PartState> SHOWN =
            List.of(PartState.WAITING, PartState.OPEN, PartState.REPORTED, PartState.DECLINED);

    private final TaskBook book;
    private final ResponsibilityList responsibilities;
    private final TaskViews views;
    private final Sight sight;
    private final Below below;
    private final Taken taken;

    BelowPage(
            TaskBook book,
            ResponsibilityList responsibilities,
            TaskViews views,
            Sight sight,
            Below below,
            Taken taken) {
        this.book = book;
        this.responsibilities = responsibilities;
        this.views = views;
        this.sight = sight;
        this.below = below;
        this.taken = taken;
    }

    record View(AsOf asOf, UnitId unit, String name, List<Branches.Line> lines, Branches.Tally all) {}

    @GetMapping("/tasks/below")
    ModelAndView show(
            @RequestParam(name = "unit", required = false) @Nullable Integer number, AsOf when, Actor reader) {
        if (number == null) return new ModelAndView("redirect:/tasks");
        var asOf = when.knownNow();
        var unit = new UnitId(number);
        sight.mustRead(reader, unit);
        var lines = lines(unit, asOf);
        var all = lines.stream()
                .filter(it -> it.depth() == 1)
                .map(Branches.Line::all)
                .reduce(Branches.Tally.NONE, Branches.Tally::plus);
        return new ModelAndView(
                "directives/below", "it", new View(asOf, unit, sight.name(unit, asOf.at()), lines, all));
    }

    /** Three statements, however many units. */
    List<Branches.Line> lines(UnitId unit, AsOf asOf) {
        var tree = below.at(asOf.at());
        if (!tree.tree.has(unit)) return List.of();
        var units = tree.all(unit);
        var today = views.today(asOf.on());
        Map<UnitId, Branches.Tally> tallies = new HashMap<>();
        for (var it : book.inHandOf(units, SHOWN, asOf.at()))
            tallies.merge(it.unit(), Branches.Tally.of(it, today), Branches.Tally::plus);
        for (var it : responsibilities.of(units, asOf.at()))
            if (it.overdue(today)) tallies.merge(it.unit().id(), Branches.Tally.OWED, Branches.Tally::plus);
        return Branches.of(unit, tallies, tree);
    }

    @GetMapping("/tasks/below/xlsx")
    ResponseEntity<byte[]> table(@RequestParam("unit") int number, AsOf when, Actor reader, Shell shell) {
        var asOf = when.knownNow();
        var unit = new UnitId(number);
        sight.mustRead(reader, unit);
        var rows = new ArrayList<List<? extends @Nullable Object>>();
        for (var it : lines(unit, asOf)) {
            var all = it.all();
            rows.add(List.of(
                    it.unit().name(), it.depth(), all.open(), all.late(), all.reported(), all.declined(), all.owed()));
        }
        var columns = List.of("unit", "depth", "open", "late", "reported", "declined", "owed").stream()
                .map(it -> shell.t("directives.column." + it))
                .toList();
        var filters = Map.of(shell.t("directives.unit"), sight.name(unit, asOf.at()));
        return taken.away(new Table(shell.t("directives.below"), columns, rows), filters, asOf, shell);
    }
}
