package lianxin.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Importable;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.AsOf;
import lianxin.platform.Forbidden;
import lianxin.platform.NavEntry;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.sheets.Paper;
import lianxin.sheets.Table;
import lianxin.sheets.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Lists that were given, and a new one with its samples. */
@Controller
@Needs({May.MANAGE_UNITS, May.APPOINT, May.DISPATCH})
class ImportsPage {

    private static final int LATELY = 100;
    private static final long LARGEST = 60L << 20;
    private static final String NAMELESS = "—";

    private final Imports imports;
    private final Subjects subjects;
    private final Books books;
    private final Worker worker;
    private final Taken taken;
    private final Clock clock;

    ImportsPage(Imports imports, Subjects subjects, Books books, Worker worker, Taken taken, Clock clock) {
        this.imports = imports;
        this.subjects = subjects;
        this.books = books;
        this.worker = worker;
        this.taken = taken;
        this.clock = clock;
    }

    @Bean
    static NavEntry importsEntry(Actors actors) {
        return new NavEntry("imports.imports", "/imports", "upload", 68, "organization.base")
                .opening(actors.whoMay(May.MANAGE_UNITS, May.APPOINT, May.DISPATCH));
    }

    /** @param by empty for the town itself */
    record Row(Given it, String by, boolean brokenOff) {

        int created() {
            return it.state() == Given.State.CHECKED
                    ? it.counts().toCreate()
                    : it.counts().created();
        }

        int changed() {
            return it.state() == Given.State.CHECKED
                    ? it.counts().toChange()
                    : it.counts().changed();
        }
    }

    record ListView(List<Row> rows) {}

    @GetMapping("/imports")
    ModelAndView list(Actor actor) {
        return new ModelAndView("imports/imports", "it", new ListView(rows(actor)));
    }

    private List<Row> rows(Actor actor) {
        var now = clock.instant();
        return books.lately(LATELY).stream()
                .filter(it -> imports.reads(it, actor))
                .map(it -> new Row(it, imports.name(it), it.brokenOff(now)))
                .toList();
    }

    @GetMapping("/imports/xlsx")
    ResponseEntity<byte[]> table(AsOf asOf, Actor actor, Shell shell) {
        var rows = rows(actor).stream()
                .map(it -> List.<Object>of(
                        shell.t("imports.subject." + it.it.subject()),
                        it.it.file(),
                        it.it.reason(),
                        shell.t(
                                it.brokenOff
                                        ? "imports.state.broken-off"
                                        : "imports.state." + it.it.state().key()),
                        it.by.isEmpty() ? shell.t("imports.by-town") : it.by,
                        LocalDate.ofInstant(it.it.givenAt(), clock.getZone()),
                        it.created(),
                        it.changed(),
                        it.it.counts().same(),
                        it.it.counts().refused()))
                .toList();
        var columns = Stream.of(
                        "subject",
                        "file",
                        "reason",
                        "state",
                        "by",
                        "given",
                        "fate.create",
                        "fate.change",
                        "fate.same",
                        "fate.refused")
                .map(it -> shell.t("imports." + it))
                .toList();
        return taken.away(new Table(shell.t("imports.imports"), columns, rows), Map.of(), asOf, shell);
    }

    /** @param chosen null before one was chosen */
    record NewView(
            List<Importable> subjects,
            @Nullable Importable chosen,
            LocalDate today,
            String reason,
            @Nullable String problem) {}

    @GetMapping("/imports/new")
    ModelAndView blank(@RequestParam(required = false) @Nullable String subject, Actor actor) {
        return blank(subject, "", null, actor);
    }

    private ModelAndView blank(@Nullable String subject, String reason, @Nullable String problem, Actor actor) {
        var open = subjects.openTo(actor);
        var chosen = open.stream()
                .filter(it -> it.key().equals(subject))
                .findFirst()
                .orElse(open.isEmpty() ? null : open.getFirst());
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return new ModelAndView("imports/new", "it", new NewView(open, chosen, today, reason, problem));
    }

    @GetMapping("/imports/samples/{subject}/csv")
    ResponseEntity<byte[]> csv(@PathVariable String subject, Shell shell) {
        var sample = sample(subject, shell);
        var name = shell.t("imports.sample-file", sample.title()) + ".csv";
        return Taken.file(Paper.csv(sample), name, new MediaType("text", "csv", StandardCharsets.UTF_8));
    }

    private Table sample(String subject, Shell shell) {
        var what = subjects.find(subject);
        var columns = what.columns().stream().map(it -> shell.t(it.key())).toList();
        return new Table(shell.t("imports.subject." + subject), columns, what.samples());
    }

    /** With a second sheet that says how to fill it in. */
    @GetMapping("/imports/samples/{subject}/xlsx")
    ResponseEntity<byte[]> excel(@PathVariable String subject, Shell shell) {
        var sample = sample(subject, shell);
        var hints = subjects.find(subject).columns().stream()
                .map(it -> List.of(
                        shell.t(it.key()),
                        shell.t(it.demanded() ? "imports.demanded" : "imports.optional"),
                        shell.t(it.key() + ".hint")))
                .toList();
        var about = new Table(
                shell.t("imports.hints"),
                List.of(shell.t("imports.column"), shell.t("imports.demanded"), shell.t("imports.hint")),
                hints);
        var name = shell.t("imports.sample-file", sample.title()) + ".xlsx";
        return Taken.file(Paper.excel(List.of(sample, about)), name, Taken.EXCEL);
    }

    @PostMapping("/imports")
    ModelAndView give(
            @RequestParam String subject,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Shell shell) {
        try {
            if (!actor.may(subjects.find(subject).needs())) throw new Forbidden(subject);
            if (file == null || called(file).equals(NAMELESS)) throw new RuleBroken("imports.no-file");
            if (file.isEmpty()) throw new RuleBroken("imports.file-empty");
            if (file.getSize() > LARGEST) throw new RuleBroken("imports.too-large", LARGEST >> 20);
            var given = imports.give(subject, called(file), start(from), reason, actor);
            var kept = Files.createTempFile("list", "");
            file.transferTo(kept);
            worker.look(given, kept);
            return new ModelAndView("redirect:/imports/" + given.id());
        } catch (RuleBroken refused) {
            var page = blank(subject, reason, shell.t(refused.key(), refused.details()), actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Without the folders some browsers send along. */
    private static String called(MultipartFile file) {
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var last = name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
        return last.isBlank() ? NAMELESS : last.length() > 120 ? last.substring(0, 120) : last;
    }

    private Instant start(@Nullable LocalDate from) {
        var now = clock.instant();
        return from == null || from.equals(LocalDate.ofInstant(now, clock.getZone()))
                ? now
                : from.atStartOfDay(clock.getZone()).toInstant();
    }
}
