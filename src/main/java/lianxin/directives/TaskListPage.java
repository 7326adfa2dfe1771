package lianxin.directives;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.directives.TaskViews.Line;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Parts of tasks on a day: the to-do list of one unit, or of all below it; filtered by how they stand. */
@Controller
@Needs({May.DO_TASKS, May.GIVE_TASKS, May.READ})
class TaskListPage {

    private static final int AT_ONCE = 50;
    private static final List<PartState> OPEN = PartState.UNSETTLED;

    private final TaskBook book;
    private final TaskViews views;
    private final Sight sight;
    private final Below below;
    private final Taken taken;

    TaskListPage(TaskBook book, TaskViews views, Sight sight, Below below, Taken taken) {
        this.book = book;
        this.views = views;
        this.sight = sight;
        this.below = below;
        this.taken = taken;
    }

    /**
     * What is asked for, as it stands in the address.
     *
     * @param unit null for all that the reader sees
     * @param scope {@code below} for everything below the unit too
     * @param state empty for what is not settled
     */
    record Asked(
            @Nullable Integer unit,
            @Nullable String scope,
            @Nullable String state,
            @Nullable Integer page) {

        String is() {
            return state == null ? "" : state;
        }

        boolean deep() {
            return "below".equals(scope);
        }

        List<PartState> states() {
            return switch (is()) {
                case "", "late", "wished" -> OPEN;
                case "all" -> List.of(PartState.values());
                default ->
                    List.of(PartState.values()).stream()
                            .filter(it -> it.key().equals(is()))
                            .toList();
            };
        }

        Map<String, Object> given() {
            var given = new LinkedHashMap<String, Object>();
            if (unit != null) given.put("unit", unit);
            if (deep()) given.put("scope", "below");
            if (!is().isEmpty()) given.put("state", is());
            return given;
        }
    }

    record View(
            AsOf asOf,
            Asked asked,
            List<Line> lines,
            int all,
            int page,
            int pages,
            @Nullable String unit,
            int late) {

        static final List<String> STATES =
                List.of("open", "late", "reported", "wished", "waiting", "declined", "done", "withdrawn", "all");

        String page(int number) {
            var query = asked.given().entrySet().stream()
                    .map(it -> it.getKey() + "=" + URLEncoder.encode(String.valueOf(it.getValue()), UTF_8) + "&")
                    .collect(Collectors.joining());
            return asOf.in("/tasks/list?" + query + "page=" + number);
        }
    }

    @GetMapping("/tasks/list")
    ModelAndView list(@ModelAttribute Asked asked, AsOf when, Actor reader) {
        var asOf = when.knownNow();
        var found = found(asked, asOf, reader);
        int pages = Math.max(1, (found.size() + AT_ONCE - 1) / AT_ONCE);
        int shown = Math.clamp(asked.page == null ? 1 : asked.page, 1, pages);
        var today = views.today(asOf.on());
        var view = new View(
                asOf,
                asked,
                views.lines(
                        found.stream()
                                .skip((shown - 1L) * AT_ONCE)
                                .limit(AT_ONCE)
                                .toList(),
                        asOf.at(),
                        today),
                found.size(),
                shown,
                pages,
                asked.unit == null ? null : sight.name(new UnitId(asked.unit), asOf.at()),
                (int) found.stream().filter(it -> it.late(today)).count());
        return new ModelAndView("directives/list", "it", view);
    }

    private List<Part> found(Asked asked, AsOf asOf, Actor reader) {
        var today = views.today(asOf.on());
        return book.inHandOf(units(asked, asOf, reader), asked.states(), asOf.at()).stream()
                .filter(it -> !asked.is().equals("late") || it.late(today))
                .filter(it -> !asked.is().equals("wished") || it.wished() != null)
                .filter(it -> it.state() != PartState.WAITING || asked.unit == null || asked.deep())
                .toList();
    }

    private int[] units(Asked asked, AsOf asOf, Actor reader) {
        if (asked.unit == null) return sight.readable(reader);
        var unit = new UnitId(asked.unit);
        sight.mustRead(reader, unit);
        return asked.deep() ? below.at(asOf.at()).all(unit) : new int[] {unit.number()};
    }

    @GetMapping("/tasks/list/xlsx")
    ResponseEntity<byte[]> table(@ModelAttribute Asked asked, AsOf when, Actor reader, Shell shell) {
        var asOf = when.knownNow();
        var rows = new ArrayList<List<? extends @Nullable Object>>();
        for (var it : views.lines(found(asked, asOf, reader), asOf.at(), views.today(asOf.on()))) {
            var row = new ArrayList<@Nullable Object>();
            row.add(it.task().title());
            row.add(it.unit());
            row.add(it.asker());
            row.add(it.task().basis());
            row.add(it.part().due());
            row.add(
                    it.late()
                            ? shell.t("directives.state.late")
                            : shell.t("directives.state." + it.part().state().key()));
            row.add(it.part().doneOn());
            row.add(it.part().said());
            rows.add(row);
        }
        var columns = List.of("task", "unit", "asker", "basis", "due", "state", "done-on", "said").stream()
                .map(it -> shell.t("directives." + it))
                .toList();
        var filters = new LinkedHashMap<String, String>();
        var unit = asked.unit == null ? "" : sight.name(new UnitId(asked.unit), asOf.at());
        filters.put(shell.t("directives.unit"), unit + (asked.deep() ? shell.t("directives.and-below") : ""));
        filters.put(
                shell.t("directives.state"),
                asked.is().isEmpty()
                        ? ""
                        : shell.t("directives.state." + asked.is().toLowerCase(Locale.ROOT)));
        return taken.away(new Table(shell.t("directives.list"), columns, rows), filters, asOf, shell);
    }
}
