package lianxin.cases;

import static lianxin.cases.CaseViews.word;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Category;
import lianxin.facts.Describes;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.UnitId;
import lianxin.platform.Flash;
import lianxin.platform.Forbidden;
import lianxin.platform.Ids;
import lianxin.platform.NavEntry;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The answers that units keep: looked for by everybody who works here, written, corrected and ended by the unit's own. */
@Controller
class KnowledgePage implements Describes {

    private final Knowledge knowledge;
    private final KnowledgeRows rows;
    private final Categories categories;
    private final CaseViews views;
    private final Ids ids;

    KnowledgePage(Knowledge knowledge, KnowledgeRows rows, Categories categories, CaseViews views, Ids ids) {
        this.knowledge = knowledge;
        this.rows = rows;
        this.categories = categories;
        this.views = views;
        this.ids = ids;
    }

    @Bean
    static NavEntry knowledgeEntry(Actors actors) {
        return new NavEntry("knowledge.nav", "/knowledge", "bulb", 14).opening(actors.whoMayInSomeLine(May.READ));
    }

    @Needs(value = May.READ, inSomeLine = true)
    @GetMapping("/knowledge")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "false") boolean ended,
            Actor actor,
            Shell shell) {
        var today = knowledge.today();
        var chosen = rows.all(category).stream()
                .filter(it -> ended || it.until() == null || it.until().isAfter(today))
                .toList();
        var found = q.isBlank() ? chosen : Likeness.among(chosen, category, q);
        var lines = found.stream().map(it -> line(it, today, actor, shell)).toList();
        var model = new ListView(q, category, ended, all(), lines, !units(actor).isEmpty());
        return new ModelAndView("cases/knowledge", "it", model);
    }

    @Needs(
            value = {May.HANDLE, May.DISPATCH},
            inSomeLine = true)
    @GetMapping("/knowledge/new")
    ModelAndView blank(Actor actor) {
        return form(ids.next(), true, Map.of("from", knowledge.today().toString()), null, actor);
    }

    @Needs(
            value = {May.HANDLE, May.DISPATCH},
            inSomeLine = true)
    @GetMapping("/knowledge/{entry}")
    ModelAndView open(@PathVariable UUID entry, Actor actor) {
        var it = rows.find(new KnowledgeId(entry)).orElseThrow(() -> new NotFound("knowledge/" + entry));
        if (!Knowledge.keeps(actor, it.unit())) throw new Forbidden("knowledge/" + entry);
        var draft = it.draft();
        var typed = Map.of(
                "unit", String.valueOf(it.unit().number()),
                "category", draft.category(),
                "question", draft.question(),
                "answer", draft.answer(),
                "source", draft.source(),
                "from", draft.from().toString(),
                "until", draft.last() == null ? "" : draft.last().toString());
        return form(entry, false, typed, null, actor);
    }

    @Needs(
            value = {May.HANDLE, May.DISPATCH},
            inSomeLine = true)
    @PostMapping("/knowledge/{entry}")
    Object write(
            @PathVariable UUID entry,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Shell shell,
            RedirectAttributes redirect) {
        var id = new KnowledgeId(entry);
        var known = rows.find(id).isPresent();
        try {
            if (known) knowledge.correct(id, draft(typed), actor);
            else knowledge.write(id, unit(typed), draft(typed), actor);
        } catch (RuleBroken broken) {
            var page = form(entry, !known, typed, shell.t(broken.key(), broken.details()), actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        redirect.addFlashAttribute("flash", Flash.of(known ? "knowledge.done.corrected" : "knowledge.done.written"));
        return "redirect:/knowledge";
    }

    @Needs(
            value = {May.HANDLE, May.DISPATCH},
            inSomeLine = true)
    @PostMapping("/knowledge/{entry}/end")
    String end(@PathVariable UUID entry, Actor actor, RedirectAttributes redirect) {
        knowledge.end(new KnowledgeId(entry), actor);
        redirect.addFlashAttribute("flash", Flash.of("knowledge.done.ended"));
        return "redirect:/knowledge";
    }

    private static UnitId unit(Map<String, String> typed) {
        var number = Typed.number(typed.getOrDefault("unit", ""));
        if (number == null) throw new RuleBroken("knowledge.unit-missing");
        return new UnitId(number);
    }

    private static KeptAnswer.Draft draft(Map<String, String> typed) {
        var from = day(typed.getOrDefault("from", ""));
        if (from == null) throw new RuleBroken("knowledge.days");
        return new KeptAnswer.Draft(
                typed.getOrDefault("category", ""),
                Typed.line(typed.getOrDefault("question", "")),
                Typed.lines(typed.getOrDefault("answer", "")),
                Typed.line(typed.getOrDefault("source", "")),
                from,
                day(typed.getOrDefault("until", "")));
    }

    private static @Nullable LocalDate day(String typed) {
        if (typed.isBlank()) return null;
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            throw new RuleBroken("knowledge.days");
        }
    }

    private ModelAndView form(
            UUID entry, boolean fresh, Map<String, String> typed, @Nullable String problem, Actor actor) {
        return new ModelAndView(
                "cases/knowledge-entry",
                "it",
                new Form("/knowledge/" + entry, fresh, units(actor), all(), typed, problem));
    }

    /** Units whose answers the reader keeps, by the own posts. */
    private List<AssistancePart.Choice> units(Actor actor) {
        return actor.posts().stream()
                .map(Actor.Post::unit)
                .distinct()
                .filter(unit -> Knowledge.keeps(actor, unit))
                .map(unit -> new AssistancePart.Choice(unit, views.unit(unit)))
                .toList();
    }

    private List<Category> all() {
        return List.copyOf(categories.byKey().values());
    }

    private Line line(KeptAnswer it, LocalDate today, Actor actor, Shell shell) {
        var state = it.holdsOn(today) ? "holds" : it.draft().from().isAfter(today) ? "later" : "ended";
        var category = it.draft().category();
        return new Line(
                it,
                categories.knows(category) ? word(categories.find(category).name(), shell) : category,
                views.unit(it.unit()),
                state,
                Knowledge.keeps(actor, it.unit()) ? "/knowledge/" + it.id() : null);
    }

    @Override
    public String kind() {
        return KnowledgeId.KIND;
    }

    @Override
    public Optional<Described> describe(String id) {
        return rows.find(new KnowledgeId(UUID.fromString(id)))
                .map(it -> new Described(it.draft().question(), "/knowledge"));
    }

    record ListView(
            String q, String category, boolean ended, List<Category> categories, List<Line> lines, boolean writes) {}

    /** @param state holds, later or ended */
    record Line(
            KeptAnswer answer,
            String category,
            String unit,
            String state,
            @Nullable String url) {}

    record Form(
            String action,
            boolean fresh,
            List<AssistancePart.Choice> units,
            List<Category> categories,
            Map<String, String> typed,
            @Nullable String problem) {

        String text(String field) {
            return typed.getOrDefault(field, "");
        }
    }
}
