package lianxin.bodies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.bodies.BodyPage.Affair;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.sheets.Table;
import lianxin.sheets.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What a joint body has agreed, as Excel: all of it, or the three lists of a year with what answers what. */
@Component
class AgreedExcel {

    private final UnitNames names;
    private final BodyRules rules;
    private final Taken taken;

    AgreedExcel(UnitNames names, BodyRules rules, Taken taken) {
        this.names = names;
        this.rules = rules;
        this.taken = taken;
    }

    ResponseEntity<byte[]> agreed(Body body, List<Undertaking> all, LocalDate today, AsOf asOf, Shell shell) {
        var titles = all.stream().collect(Collectors.toMap(Undertaking::id, Undertaking::title));
        var rows = new ArrayList<List<? extends @Nullable Object>>();
        for (var it : all) {
            var unit = it.unit();
            var affair = new Affair(it, unit == null ? null : names.at(unit, asOf.at()), it.late(today));
            var row = row(affair, shell);
            var source = it.source();
            row.add(source == null ? "" : titles.getOrDefault(source, ""));
            row.add(it.present().stream().map(one -> names.at(one, asOf.at())).collect(Collectors.joining("、")));
            row.add(voted(it.ballot(), shell));
            rows.add(row);
        }
        var columns = columns(shell);
        columns.add(shell.t("bodies.comes-of"));
        columns.add(shell.t("bodies.present"));
        columns.add(shell.t("bodies.vote"));
        return taken.away(new Table(body.name(), columns, rows), Map.of(), asOf, shell);
    }

    private static String voted(@Nullable Ballot it, Shell shell) {
        if (it == null) return "";
        int abstained = it.abstained().size();
        return shell.t("bodies.vote-counts", it.inFavor().size(), it.opposed().size(), abstained, it.needed());
    }

    ResponseEntity<byte[]> lists(MatchesPage.View it, Shell shell) {
        var rows = new ArrayList<List<? extends @Nullable Object>>();
        it.lists()
                .forEach((part, lines) -> lines.forEach(line -> {
                    var row = row(line.affair(), shell);
                    row.add(line.others().stream().map(one -> one.it().title()).collect(Collectors.joining("、")));
                    rows.add(row);
                }));
        var columns = columns(shell);
        columns.add(shell.t("bodies.matches"));
        var title = shell.t("bodies.lists-of", it.body().name(), Integer.toString(it.year()));
        var filters = Map.of(shell.t("bodies.year"), Integer.toString(it.year()));
        return taken.away(new Table(title, columns, rows), filters, it.asOf(), shell);
    }

    private static List<String> columns(Shell shell) {
        return new ArrayList<>(List.of(
                shell.t("bodies.list"),
                shell.t("bodies.what"),
                shell.t("bodies.holder"),
                shell.t("bodies.link"),
                shell.t("bodies.day"),
                shell.t("bodies.status"),
                shell.t("bodies.settled-on"),
                shell.t("bodies.result"),
                shell.t("bodies.amount"),
                shell.t("bodies.given"),
                shell.t("bodies.measure-unit")));
    }

    private List<@Nullable Object> row(Affair affair, Shell shell) {
        var it = affair.it();
        var link = it.link();
        var row = new ArrayList<@Nullable Object>();
        row.add(shell.t("bodies.part." + it.part().key()));
        row.add(it.title());
        row.add(affair.unit() == null ? shell.t("bodies.itself") : affair.unit());
        row.add(link == null ? "" : rules.linkName(link, shell.locale()));
        row.add(it.due());
        row.add(shell.t(affair.late() ? "bodies.late" : it.stateKey()));
        row.add(it.doneOn());
        row.add(it.result());
        row.add(it.amount());
        row.add(it.measured() ? it.given() : null);
        row.add(it.measure());
        return row;
    }
}
