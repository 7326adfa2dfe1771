package lianxin.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.AsOf;
import lianxin.platform.NotFound;
import lianxin.platform.Shell;
import lianxin.sheets.Table;
import lianxin.sheets.Taken;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Routes to be taken away as a table, one line for each stop. */
@Controller
@Needs(May.LOOK_UP)
class RouteExcel {
    private final RouteBook book;
    private final RouteHalts halts;
    private final RouteRules rules;
    private final Taken taken;

    RouteExcel(RouteBook book, RouteHalts halts, RouteRules rules, Taken taken) {
        this.book = book;
        this.halts = halts;
        this.rules = rules;
        this.taken = taken;
    }

    @GetMapping("/routes/xlsx")
    ResponseEntity<byte[]> all(
            @RequestParam(name = "kind", defaultValue = "") String kindKey, AsOf asked, Shell shell) {
        var asOf = asked.knownNow();
        var kind = rules.kind(kindKey)
                .or(() -> rules.kinds().stream().findFirst())
                .map(RouteRules.Kind::key)
                .orElse("");
        var routes = book.at(asOf.at()).stream()
                .filter(it -> kind.isEmpty() || it.kind().equals(kind))
                .toList();
        var filters = Map.of(shell.t("routes.kind"), rules.kindName(kind, shell.locale()));
        return taken.away(table(shell.t("routes.title"), routes, asOf, shell), filters, asOf, shell);
    }

    @GetMapping("/routes/{number}/xlsx")
    ResponseEntity<byte[]> one(@PathVariable("number") int number, AsOf asked, Shell shell) {
        var asOf = asked.knownNow();
        var id = new RouteId(number);
        var route = book.find(id, asOf.at()).orElseThrow(() -> new NotFound(id.ref()));
        return taken.away(table(route.name(), List.of(route), asOf, shell), Map.of(), asOf, shell);
    }

    private Table table(String title, List<Route> routes, AsOf asOf, Shell shell) {
        var rows = new ArrayList<List<Object>>();
        for (var route : routes) for (var halt : halts.of(route, asOf.at())) rows.add(row(route, halt, shell));
        var columns = List.of(
                shell.t("routes.route"),
                shell.t("routes.kind"),
                shell.t("routes.color"),
                shell.t("routes.number"),
                shell.t("routes.stop"),
                shell.t("territory.address"),
                shell.t("routes.state"),
                shell.t("routes.year"),
                shell.t("routes.minutes"),
                shell.t("routes.meters"),
                shell.t("routes.sentence"));
        return new Table(title, columns, rows);
    }

    private List<Object> row(Route route, Halt halt, Shell shell) {
        var state = halt.gone() ? "gone" : halt.state().name().toLowerCase(Locale.ROOT);
        return List.of(
                route.name(),
                rules.kindName(route.kind(), shell.locale()),
                rules.colorOf(route.details()).name().in(shell.locale()),
                halt.number(),
                halt.name(),
                halt.around(),
                shell.t("routes.state." + state),
                Objects.requireNonNullElse(halt.stop().year(), ""),
                Objects.requireNonNullElse(halt.stop().minutes(), ""),
                Objects.requireNonNullElse(halt.meters(), ""),
                halt.stop().words());
    }
}
