package lianxin.places;

import java.util.LinkedHashMap;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.sheets.Table;
import lianxin.sheets.Taken;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The places asked for, to be taken away as a table. */
@Controller
@Needs(May.LOOK_UP)
class PlacesExcel {
    private final PlaceFinder finder;
    private final Areas areas;
    private final PlaceRules rules;
    private final Town town;
    private final Taken taken;

    PlacesExcel(PlaceFinder finder, Areas areas, PlaceRules rules, Town town, Taken taken) {
        this.finder = finder;
        this.areas = areas;
        this.rules = rules;
        this.town = town;
        this.taken = taken;
    }

    /** In columns that can be given back as a list. */
    @GetMapping("/places/xlsx")
    ResponseEntity<byte[]> places(
            @RequestParam(name = "area", required = false) @Nullable Integer number,
            @RequestParam(name = "type", defaultValue = "") String type,
            @RequestParam(name = "mode", defaultValue = "") String mode,
            @RequestParam(name = "amenity", defaultValue = "") String amenity,
            @RequestParam(name = "open", defaultValue = "false") boolean open,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "near", defaultValue = "") String near,
            AsOf asked,
            Shell shell) {
        var asOf = asked.knownNow();
        var at = asOf.at();
        var chosen = number == null ? null : areas.find(new AreaId(number), at);
        var from = near.isBlank() ? null : PlacesPage.point(near);
        var wanted =
                new PlaceFinder.Wanted(chosen == null ? null : chosen.id(), type, mode, amenity, open, words, from);
        var rows = finder.find(wanted, at).stream()
                .map(it -> PlaceList.row(it.place(), areas.find(it.place().area(), at), rules, town, shell.locale()))
                .toList();
        var filters = new LinkedHashMap<String, String>();
        filters.put(shell.t("territory.area"), chosen == null ? "" : areas.address(chosen.id(), at));
        filters.put(shell.t("places.type"), type.isEmpty() ? "" : rules.typeName(type, shell.locale()));
        filters.put(shell.t("places.mode"), mode.isEmpty() ? "" : shell.t("places.mode." + mode));
        filters.put(shell.t("places.offers"), amenity);
        filters.put(shell.t("places.open-now"), open ? "✓" : "");
        filters.put(shell.t("places.words"), words);
        filters.put(shell.t("places.near"), near);
        var columns = PlaceList.COLUMNS.stream().map(shell::t).toList();
        return taken.away(new Table(shell.t("places.title"), columns, rows), filters, asOf, shell);
    }
}
