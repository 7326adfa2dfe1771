package lianxin.directives;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.directives.ResponsibilityList.Item;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.OrganizationRules;
import lianxin.organization.UnitId;
import lianxin.platform.AsOf;
import lianxin.platform.Flash;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.sheets.Table;
import lianxin.sheets.Taken;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What posts answer for, by unit and post, with what is over its day first; nobody is named and nobody counted. */
@Controller
@Needs({May.DO_TASKS, May.GIVE_TASKS, May.READ})
class ResponsibilityPage {

    private static final int AT_ONCE = 50;

    private final ResponsibilityList list;
    private final Sight sight;
    private final Below below;
    private final Pointers pointers;
    private final OrganizationRules words;
    private final Taken taken;
    private final Days days;

    ResponsibilityPage(
            ResponsibilityList list,
            Sight sight,
            Below below,
            Pointers pointers,
            OrganizationRules words,
            Taken taken,
            Days days) {
        this.list = list;
        this.sight = sight;
        this.below = below;
        this.pointers = pointers;
        this.words = words;
        this.taken = taken;
        this.days = days;
    }

    /** @param state empty for all, {@code overdue} for what is over its day */
    record Asked(
            @Nullable Integer unit,
            @Nullable String state,
            @Nullable Integer page) {

        boolean overdue() {
            return "overdue".equals(state);
        }

        Map<String, Object> given() {
            var given = new LinkedHashMap<String, Object>();
            if (unit != null) given.put("unit", unit);
            if (overdue()) given.put("state", "overdue");
            return given;
        }
    }

    record View(
            AsOf asOf,
            Asked asked,
            @Nullable String unit,
            List<Line> lines,
            int all,
            int overdue,
            int page,
            int pages,
            boolean any,
            Typed typed,
            @Nullable String problem) {

        String page(int number) {
            var query = new StringBuilder("/tasks/responsibilities?");
            asked.given()
                    .forEach((name, value) ->
                            query.append(name).append('=').append(value).append('&'));
            return asOf.in(query + "page=" + number);
        }
    }

    /** @param value names it in the form */
    record Line(Item item, String role, String period, boolean overdue, boolean mayKeep, String value) {}

    @GetMapping("/tasks/responsibilities")
    ModelAndView show(@ModelAttribute Asked asked, AsOf when, Actor reader, Shell shell) {
        return page(asked, when.knownNow(), reader, shell, Typed.NOTHING, null);
    }

    private ModelAndView page(
            Asked asked, AsOf asOf, Actor reader, Shell shell, Typed typed, @Nullable String problem) {
        var today = days.or(asOf.on());
        var items = items(asked, asOf, reader);
        int pages = Math.max(1, (items.size() + AT_ONCE - 1) / AT_ONCE);
        int shown = Math.clamp(asked.page == null ? 1 : asked.page, 1, pages);
        var view = new View(
                asOf,
                asked,
                asked.unit == null ? null : sight.name(new UnitId(asked.unit), asOf.at()),
                items.stream()
                        .skip((shown - 1L) * AT_ONCE)
                        .limit(AT_ONCE)
                        .map(it -> line(it, asOf, reader, today, shell))
                        .toList(),
                items.size(),
                (int) items.stream().filter(it -> it.overdue(today)).count(),
                shown,
                pages,
                list.any(),
                typed,
                problem);
        return new ModelAndView("directives/responsibilities", "it", view);
    }

    Line line(Item it, AsOf asOf, Actor reader, LocalDate today, Shell shell) {
        return new Line(
                it,
                words.role(it.role()).name().in(shell.locale()),
                it.rule().every().name(it.period(), shell),
                it.overdue(today),
                asOf.now()
                        && it.kept() == null
                        && list.mayKeep(reader, it.unit().id(), it.role()),
                it.rule().key() + "/" + it.unit().id().number() + "/" + it.role() + "/" + it.period());
    }

    private List<Item> items(Asked asked, AsOf asOf, Actor reader) {
        var today = days.or(asOf.on());
        var units = sight.readable(reader);
        if (asked.unit != null) {
            var unit = new UnitId(asked.unit);
            sight.mustRead(reader, unit);
            units = below.at(asOf.at()).all(unit);
        }
        return list.of(units, asOf.at()).stream()
                .filter(it -> !asked.overdue() || it.overdue(today))
                .toList();
    }

    @GetMapping("/tasks/responsibilities/kept")
    String again() {
        return "redirect:/tasks/responsibilities";
    }

    @PostMapping("/tasks/responsibilities/kept")
    ModelAndView keep(
            @RequestParam MultiValueMap<String, String> fields,
            AsOf now,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var typed = new Typed(fields);
        var which = typed.text("which").split("/", 4);
        var unit = which.length < 2 ? "" : which[1];
        var asked = new Asked(unit.matches("\\d{1,9}") ? Integer.valueOf(unit) : null, null, null);
        if (asked.unit == null || which.length < 4) return page(asked, now.knownNow(), by, shell, typed, null);
        try {
            var day = typed.day("day");
            list.keep(
                    which[0],
                    new UnitId(asked.unit),
                    which[2],
                    day == null ? days.today() : day,
                    typed.text("said"),
                    pointers.read(typed.text("pointers")),
                    by);
        } catch (RuleBroken refused) {
            var page = page(asked, now.knownNow(), by, shell, typed, shell.t(refused.key(), refused.details()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        redirect.addFlashAttribute("flash", Flash.of("directives.flash.kept"));
        return new ModelAndView("redirect:/tasks");
    }

    @GetMapping("/tasks/responsibilities/xlsx")
    ResponseEntity<byte[]> table(@ModelAttribute Asked asked, AsOf when, Actor reader, Shell shell) {
        var asOf = when.knownNow();
        var today = days.or(asOf.on());
        var rows = new ArrayList<List<? extends @Nullable Object>>();
        for (var it : items(asked, asOf, reader)) {
            var line = line(it, asOf, reader, today, shell);
            var kept = it.kept();
            var row = new ArrayList<@Nullable Object>();
            row.add(it.unit().name());
            row.add(line.role());
            row.add(it.rule().name().in(shell.locale()));
            row.add(line.period());
            row.add(it.due());
            row.add(kept == null ? null : kept.day());
            row.add(shell.t(
                    line.overdue()
                            ? "directives.overdue"
                            : kept == null ? "directives.running" : "directives.was-kept"));
            row.add(it.rule().basis());
            rows.add(row);
        }
        var columns = List.of("unit", "post", "responsibility", "period", "due", "done-on", "state", "basis").stream()
                .map(it -> shell.t("directives." + it))
                .toList();
        var filters = new LinkedHashMap<String, String>();
        filters.put(
                shell.t("directives.unit"), asked.unit == null ? "" : sight.name(new UnitId(asked.unit), asOf.at()));
        filters.put(shell.t("directives.state"), asked.overdue() ? shell.t("directives.overdue") : "");
        return taken.away(new Table(shell.t("directives.responsibilities"), columns, rows), filters, asOf, shell);
    }
}
