package lianxin.territory;

import static lianxin.territory.tables.BorderStepTable.BORDER_STEP;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Flash;
import lianxin.platform.RuleBroken;
import lianxin.territory.shape.Datum;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Borders from files, and every step that changed borders, each of which one click takes back. */
@Controller
@Needs(May.MANAGE_UNITS)
@RequestMapping("/areas/borders")
class BorderStepsPage {
    private static final int SHOWN = 50;

    private final BorderImport files;
    private final Borders borders;
    private final DSLContext db;
    private final Days days;

    BorderStepsPage(BorderImport files, Borders borders, DSLContext db, Days days) {
        this.files = files;
        this.borders = borders;
        this.db = db;
        this.days = days;
    }

    /** @param back whether it was taken back */
    record StepLine(
            UUID id,
            String source,
            String reason,
            Instant validFrom,
            Instant madeAt,
            int taken,
            int repaired,
            int refused,
            boolean back) {}

    record View(
            List<StepLine> steps, LocalDate today, @Nullable RuleBroken problem) {}

    record FileView(UUID id, BorderImport.Told told, BorderReview.Report report, boolean better) {}

    @GetMapping
    ModelAndView show(Actor actor) {
        return page(actor, null);
    }

    private ModelAndView page(Actor actor, @Nullable RuleBroken problem) {
        BorderImport.mayTakePart(actor);
        var b = BORDER_STEP;
        var later = b.as("later");
        var steps = new ArrayList<StepLine>();
        for (var row : db.select(
                        b.ID, b.SOURCE, b.REASON, b.VALID_FROM, b.MADE_AT, b.TAKEN, b.REPAIRED, b.REFUSED, later.ID)
                .from(b)
                .leftJoin(later)
                .on(later.TAKES_BACK.eq(b.ID))
                .orderBy(b.MADE_AT.desc(), b.ID.desc())
                .limit(SHOWN)
                .fetch()) {
            steps.add(new StepLine(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    row.value9() != null));
        }
        var page = new ModelAndView("territory/borders", "it", new View(steps, days.today(), problem));
        if (problem != null) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping("/files")
    Object receive(
            @RequestParam("file") MultipartFile file,
            @RequestParam(name = "datum", defaultValue = "") String datum,
            @RequestParam(name = "key", defaultValue = "") String key,
            @RequestParam(name = "from", required = false) @Nullable LocalDate from,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Actor actor)
            throws IOException {
        try {
            var known = Datum.of(datum).orElseThrow(() -> new RuleBroken("territory.datum.unknown"));
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            var told = new BorderImport.Told(name, known, key.strip(), days.or(from), reason);
            return "redirect:/areas/borders/files/" + files.keep(file.getBytes(), told, actor);
        } catch (RuleBroken wrong) {
            return page(actor, wrong);
        }
    }

    @GetMapping("/files/{id}")
    ModelAndView review(@PathVariable("id") UUID id, Actor actor) {
        var kept = files.kept(id);
        var report = files.check(id, actor);
        var view = new FileView(
                id, kept.told(), report, betterFits(report, kept.told().datum()));
        return new ModelAndView("territory/border-file", "it", view);
    }

    /** Whether another datum would lay the borders clearly nearer to those that stand. */
    private static boolean betterFits(BorderReview.Report report, Datum chosen) {
        long mine = report.guesses().stream()
                .filter(it -> it.datum() == chosen)
                .mapToLong(BorderReview.Guess::meters)
                .sum();
        return report.guesses().stream().anyMatch(it -> it.meters() + 100 < mine);
    }

    @PostMapping("/files/{id}/datum")
    String believe(@PathVariable("id") UUID id, @RequestParam("datum") String datum, Actor actor) {
        files.believe(id, Datum.of(datum).orElseThrow(() -> new RuleBroken("territory.datum.unknown")), actor);
        return "redirect:/areas/borders/files/" + id;
    }

    @PostMapping("/files/{id}/take")
    String take(@PathVariable("id") UUID id, Actor actor, RedirectAttributes redirect) {
        files.take(id, actor);
        redirect.addFlashAttribute("flash", Flash.of("territory.file.done"));
        return "redirect:/areas/borders";
    }

    @PostMapping("/steps/{id}/back")
    Object takeBack(@PathVariable("id") UUID id, Actor actor, RedirectAttributes redirect) {
        try {
            borders.takeBack(id, actor);
        } catch (RuleBroken wrong) {
            return page(actor, wrong);
        }
        redirect.addFlashAttribute("flash", Flash.of("territory.borders.back.done"));
        return "redirect:/areas/borders";
    }
}
