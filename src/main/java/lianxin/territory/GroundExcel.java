package lianxin.territory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.sheets.Table;
import lianxin.sheets.Taken;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Areas, gaps of the ground and readings of an address, to be taken away as tables. */
@Controller
@Needs(May.LOOK_UP)
class GroundExcel {
    private final GroundGaps gaps;
    private final Addresses addresses;
    private final Areas areas;
    private final AreaSearch search;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final Town town;
    private final Taken taken;

    GroundExcel(
            GroundGaps gaps,
            Addresses addresses,
            Areas areas,
            AreaSearch search,
            Responsibilities responsibilities,
            Trees trees,
            Town town,
            Taken taken) {
        this.gaps = gaps;
        this.addresses = addresses;
        this.areas = areas;
        this.search = search;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.town = town;
        this.taken = taken;
    }

    @GetMapping("/areas/gaps/xlsx")
    ResponseEntity<byte[]> gaps(AsOf asked, Shell shell) {
        var asOf = asked.knownNow();
        var rows = gaps.at(asOf.at()).gaps().stream()
                .map(it -> {
                    var key = "territory.gap."
                            + it.missing().name().toLowerCase(Locale.ROOT).replace('_', '-');
                    return List.of(
                            it.area().code(),
                            areas.address(it.area().id(), asOf.at()),
                            town.levelName(it.area().kind(), shell.locale()),
                            shell.t(key, shell.number(it.squareMeters())),
                            shell.t(key + ".do"));
                })
                .toList();
        var columns = List.of(
                shell.t("territory.code"),
                shell.t("territory.area"),
                shell.t("imports.areas.level"),
                shell.t("territory.gap.what"),
                shell.t("territory.gap.do"));
        return taken.away(new Table(shell.t("territory.gaps"), columns, rows), Map.of(), asOf, shell);
    }

    @GetMapping("/areas/xlsx")
    ResponseEntity<byte[]> areas(@RequestParam(name = "q", defaultValue = "") String words, AsOf asked, Shell shell) {
        var asOf = asked.knownNow();
        var at = asOf.at();
        var rows = search.of(words, at).stream()
                .map(AreaSearch.Hit::area)
                .map(it -> List.of(
                        it.code(),
                        it.name(),
                        town.levelName(it.kind(), shell.locale()),
                        it.parent() == null ? "" : areas.find(it.parent(), at).code(),
                        areas.address(it.id(), at)))
                .toList();
        var columns = List.of(
                shell.t("imports.areas.code"),
                shell.t("imports.areas.name"),
                shell.t("imports.areas.level"),
                shell.t("imports.areas.parent"),
                shell.t("territory.address"));
        var filters = Map.of(shell.t("territory.search"), words);
        return taken.away(new Table(shell.t("territory.areas"), columns, rows), filters, asOf, shell);
    }

    @GetMapping("/areas/address/xlsx")
    ResponseEntity<byte[]> address(@RequestParam(name = "q", defaultValue = "") String words, AsOf asked, Shell shell) {
        var asOf = asked.knownNow();
        var at = asOf.at();
        var tree = trees.at(at);
        var rows = addresses.candidates(words, at).candidates().stream()
                .map(it -> List.<Object>of(
                        areas.address(it.area().id(), at),
                        it.area().code(),
                        it.percent(),
                        tree.unit(responsibilities.responsible(it.area().id(), "", at))
                                .name()))
                .toList();
        var columns = List.of(
                shell.t("territory.area"),
                shell.t("territory.code"),
                shell.t("territory.address.confidence"),
                shell.t("territory.desk"));
        var filters = Map.of(shell.t("territory.address.label"), words);
        return taken.away(new Table(shell.t("territory.address.title"), columns, rows), filters, asOf, shell);
    }
}
