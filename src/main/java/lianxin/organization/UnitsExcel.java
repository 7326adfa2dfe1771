package lianxin.organization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.sheets.Table;
import lianxin.sheets.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The units and the posts of a unit, to be taken away as tables by whoever sees them on their pages. */
@Controller
@Needs(May.LOOK_UP)
class UnitsExcel {

    private final Trees trees;
    private final UnitSearch search;
    private final OrganizationRules rules;
    private final PostViews posts;
    private final Taken taken;

    UnitsExcel(Trees trees, UnitSearch search, OrganizationRules rules, PostViews posts, Taken taken) {
        this.trees = trees;
        this.search = search;
        this.rules = rules;
        this.posts = posts;
        this.taken = taken;
    }

    /** All that the words find, in columns that can be given back as a list; without words the whole tree. */
    @GetMapping("/units/xlsx")
    ResponseEntity<byte[]> units(
            AsOf asOf, @RequestParam(name = "q", required = false) @Nullable String words, Shell shell) {
        var tree = asOf.known() == null ? trees.at(asOf.at()) : trees.at(asOf.at(), asOf.known());
        var asked = words == null ? "" : words.strip();
        var rows = new ArrayList<List<String>>();
        if (asked.isEmpty()) tree.each(it -> rows.add(row(it, tree, shell)));
        else
            for (var it : search.of(tree, asked, asOf, tree.size()))
                if (it.living() != null) rows.add(row(it.living(), tree, shell));
        var columns = List.of(
                shell.t("imports.units.code"),
                shell.t("imports.units.name"),
                shell.t("imports.units.kind"),
                shell.t("imports.units.level"),
                shell.t("imports.units.home"),
                shell.t("imports.units.home-name"),
                shell.t("imports.units.party"));
        var filters = Map.of(shell.t("organization.search"), asked);
        return taken.away(new Table(shell.t("organization.units"), columns, rows), filters, asOf, shell);
    }

    private List<String> row(Unit it, Tree tree, Shell shell) {
        var home = it.parent() == null ? null : tree.unit(it.parent());
        var party = it.partyParent() == null ? null : tree.unit(it.partyParent());
        return List.of(
                it.code(),
                it.name(),
                rules.kind(it.kind()).name().in(shell.locale()),
                rules.levelName(it.level()).in(shell.locale()),
                home == null ? "" : home.code(),
                home == null ? "" : home.name(),
                party == null ? "" : party.code());
    }

    @GetMapping("/units/{number}/posts/xlsx")
    ResponseEntity<byte[]> posts(@PathVariable int number, AsOf asked, Actor actor, Shell shell) {
        var asOf = asked.knownNow();
        var board = posts.board(new UnitId(number), asOf, actor, shell, null);
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var group : board.groups())
            for (var it : group.lines()) {
                var row = new ArrayList<@Nullable Object>();
                row.add(group.role());
                row.add(it.name());
                row.add(it.from());
                row.add(it.to());
                row.add(String.join("、", it.lines()));
                row.add(it.duty());
                row.add(it.filedAs());
                rows.add(row);
            }
        var columns = List.of(
                shell.t("imports.posts.role"),
                shell.t("imports.posts.person"),
                shell.t("imports.posts.from"),
                shell.t("imports.posts.to"),
                shell.t("imports.posts.lines"),
                shell.t("imports.posts.duty"),
                shell.t("imports.posts.filed"));
        var filters = new LinkedHashMap<String, String>();
        filters.put(shell.t("organization.unit"), board.unit());
        return taken.away(new Table(shell.t("posts.of", board.unit()), columns, rows), filters, asOf, shell);
    }
}
