package lianxin.cases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Category;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Flash;
import lianxin.platform.Ids;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On the phone of whoever found something and put it right: where, what, and pictures if there are any. */
@Controller
@Needs(value = May.HANDLE, inSomeLine = true)
class SelfHandlingPage {

    private final SelfHandling handling;
    private final PlaceChoice places;
    private final Cautions cautions;
    private final Categories categories;
    private final Ids ids;

    SelfHandlingPage(SelfHandling handling, PlaceChoice places, Cautions cautions, Categories categories, Ids ids) {
        this.handling = handling;
        this.places = places;
        this.cautions = cautions;
        this.categories = categories;
        this.ids = ids;
    }

    /** The form as it was left. */
    record Form(
            PlaceChoice.@Nullable Chosen place,
            PlaceChoice.@Nullable Found search,
            String action,
            List<Category> categories,
            Map<String, String> typed,
            List<String> problems) {

        String text(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping({"/self-handled", "/self-handled/{id}"})
    ModelAndView blank(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer at,
            Actor actor) {
        return page(at, q.strip(), ids.next(), Map.of(), List.of(), actor);
    }

    @PostMapping("/self-handled/{id}")
    Object record(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile before,
            @RequestParam(required = false) @Nullable MultipartFile after,
            Actor actor,
            Shell shell,
            RedirectAttributes redirect)
            throws IOException {
        var at = Typed.number(typed.getOrDefault("at", ""));
        if (at == null) return "redirect:/self-handled";
        var words = Typed.lines(typed.getOrDefault("words", ""));
        var detail = Typed.line(typed.getOrDefault("detail", ""));
        try {
            var report = new Report(
                    new CaseId(id), new AreaId(at), words, detail, "", typed.getOrDefault("category", ""), null);
            handling.record(report, images(before, after), actor);
        } catch (RuleBroken broken) {
            var why = cautions.in(words + "\n" + detail, shell);
            var problems = broken.key().equals("intake.about-persons") && !why.isEmpty()
                    ? why
                    : List.of(shell.t(broken.key(), broken.details()));
            var page = page(at, "", id, typed, problems, actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        redirect.addFlashAttribute("flash", Flash.of("endings.self.done"));
        return "redirect:/cases/" + id;
    }

    private static List<Reports.Image> images(@Nullable MultipartFile before, @Nullable MultipartFile after)
            throws IOException {
        var images = new ArrayList<Reports.Image>();
        if (before != null && !before.isEmpty()) images.add(new Reports.Image(before.getBytes(), Moment.BEFORE));
        if (after != null && !after.isEmpty()) images.add(new Reports.Image(after.getBytes(), Moment.AFTER));
        return images;
    }

    private ModelAndView page(
            @Nullable Integer at, String q, UUID id, Map<String, String> typed, List<String> problems, Actor actor) {
        var form = new Form(
                at == null ? null : places.chosen(at),
                at == null ? places.found(q, actor) : null,
                "/self-handled/" + id,
                List.copyOf(categories.byKey().values()),
                typed,
                problems);
        return new ModelAndView("cases/self-handled", "it", form);
    }
}
