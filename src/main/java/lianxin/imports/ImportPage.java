package lianxin.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.Importable;
import lianxin.organization.Importable.Fate;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Flash;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.sheets.Complaint;
import lianxin.sheets.Paper;
import lianxin.sheets.Table;
import lianxin.sheets.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One list: what it would do, how far it has come, what it did; and the steps about it. */
@Controller
@Needs({May.MANAGE_UNITS, May.APPOINT, May.DISPATCH})
class ImportPage {

    private static final int SHOWN = 200;

    private final Imports imports;
    private final Subjects subjects;
    private final Books books;
    private final Worker worker;
    private final Clock clock;

    ImportPage(Imports imports, Subjects subjects, Books books, Worker worker, Clock clock) {
        this.imports = imports;
        this.subjects = subjects;
        this.books = books;
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * One list.
     *
     * @param shown which lines are shown; null when none are left
     * @param problem why it could not be read or taken back
     */
    record View(
            Given it,
            Importable subject,
            String by,
            boolean brokenOff,
            LocalDate from,
            List<Fate> fates,
            @Nullable Fate shown,
            List<Books.Kept> lines,
            @Nullable String problem) {

        int count(Fate fate) {
            return switch (fate) {
                case CREATE -> it.counts().toCreate();
                case CHANGE -> it.counts().toChange();
                case SAME -> it.counts().same();
                case REFUSED -> it.counts().refused();
            };
        }

        String key(Fate fate) {
            return fate.name().toLowerCase(Locale.ROOT);
        }

        /** The message that says how it stands. */
        String sentence() {
            if (it.state() == Given.State.CHECKED && it.counts().toDo() == 0)
                return it.counts().refused() > 0 ? "imports.says.all-refused" : "imports.says.nothing-new";
            return "imports.says." + it.state().key();
        }

        boolean takesBack() {
            var silent = brokenOff && it.state() != Given.State.READING
                    || it.problem() != null && it.state() == Given.State.TAKING_BACK;
            return it.state() == Given.State.DONE && it.counts().done() > 0 || silent;
        }

        boolean working() {
            return it.state().working() && !brokenOff;
        }
    }

    @GetMapping("/imports/{id}")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(name = "lines", defaultValue = "") String lines,
            Actor actor,
            Shell shell) {
        return page(imports.mine(id, actor), lines, null, shell);
    }

    private ModelAndView page(Given given, String wanted, @Nullable RuleBroken refused, Shell shell) {
        var waiting = given.state() == Given.State.CHECKED;
        var fates = new ArrayList<Fate>();
        if (waiting) fates.addAll(List.of(Fate.CREATE, Fate.CHANGE, Fate.SAME, Fate.REFUSED));
        else if (given.state() == Given.State.DONE && given.counts().refused() > 0) fates.add(Fate.REFUSED);
        var view = new View(
                given,
                subjects.find(given.subject()),
                imports.name(given),
                given.brokenOff(clock.instant()),
                LocalDate.ofInstant(given.from(), clock.getZone()),
                fates,
                null,
                List.of(),
                refused != null
                        ? shell.t(refused.key(), refused.details())
                        : given.problem() == null
                                ? null
                                : Complaint.keptAs(given.problem()).in(shell));
        var shown = fates.stream()
                .filter(it -> view.key(it).equals(wanted))
                .findFirst()
                .orElse(fates.stream()
                        .filter(it -> view.count(it) > 0)
                        .findFirst()
                        .orElse(null));
        var kept = shown == null ? List.<Books.Kept>of() : books.lines(given.id(), shown, SHOWN);
        var full = new View(given, view.subject, view.by, view.brokenOff, view.from, fates, shown, kept, view.problem);
        var page = new ModelAndView("imports/import", "it", full);
        if (refused != null) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping("/imports/{id}/{step:run|drop|back}")
    Object step(
            @PathVariable UUID id, @PathVariable String step, Actor actor, Shell shell, RedirectAttributes redirect) {
        try {
            switch (step) {
                case "run" -> imports.start(id, actor);
                case "back" -> imports.startTakingBack(id, actor);
                default -> imports.drop(id, actor);
            }
        } catch (RuleBroken refused) {
            return page(imports.mine(id, actor), "", refused, shell);
        }
        if (step.equals("drop")) redirect.addFlashAttribute("flash", Flash.of("imports.dropped"));
        else worker.work(id);
        return "redirect:/imports/" + id;
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @GetMapping("/imports/{id}/{step:run|drop|back}")
    String open(@PathVariable UUID id) {
        return "redirect:/imports/" + id;
    }

    /** The lines that were refused, as they were given, with the reason in the last column. */
    @GetMapping("/imports/{id}/refused/xlsx")
    ResponseEntity<byte[]> refused(@PathVariable UUID id, Actor actor, Shell shell) {
        var given = imports.mine(id, actor);
        var kept = books.lines(id, Fate.REFUSED, Working.MOST_LINES);
        if (kept.isEmpty()) throw new NotFound("refused lines of " + id);
        var columns = new ArrayList<>(subjects.find(given.subject()).columns().stream()
                .map(it -> shell.t(it.key()))
                .toList());
        columns.add(shell.t("imports.why"));
        var rows = kept.stream()
                .map(it -> {
                    var row = new ArrayList<>(it.line().cells());
                    row.add(String.join(
                            "\n", it.what().stream().map(why -> why.in(shell)).toList()));
                    return row;
                })
                .toList();
        var title = shell.t("imports.refused-lines");
        var bytes = Paper.excel(List.of(new Table(title, columns, rows)));
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return Taken.file(bytes, Taken.named(title, today, "xlsx"), Taken.EXCEL);
    }
}
