package lianxin.cases;

import static lianxin.cases.CaseViews.word;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.DutyList;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.OrganizationRules;
import lianxin.platform.Flash;
import lianxin.platform.Shell;
import lianxin.territory.Areas;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 职责清单: who answers for what, and the final decisions that come before it. */
@Controller
class DutyListPage {

    private final DutyList duties;
    private final Categories categories;
    private final Precedents precedents;
    private final OrganizationRules rules;
    private final CaseViews views;
    private final Areas areas;
    private final Clock clock;

    DutyListPage(
            DutyList duties,
            Categories categories,
            Precedents precedents,
            OrganizationRules rules,
            CaseViews views,
            Areas areas,
            Clock clock) {
        this.duties = duties;
        this.categories = categories;
        this.precedents = precedents;
        this.rules = rules;
        this.views = views;
        this.areas = areas;
        this.clock = clock;
    }

    @Needs(
            value = {May.READ, May.LOOK_UP},
            inSomeLine = true)
    @GetMapping("/duty-list")
    ModelAndView open(Actor actor, Shell shell) {
        var items = duties.all().map(it -> item(it, shell)).toList();
        var decided = precedents.all().stream()
                .map(it -> new Decided(
                        it.id(),
                        word(categories.find(it.category()).name(), shell),
                        areas.address(it.area()),
                        views.unit(it.unit()),
                        LocalDate.ofInstant(it.from(), clock.getZone()),
                        views.unit(it.by()),
                        actor.may(May.READ, it.by()) ? "/cases/" + it.decided() : "",
                        actor.may(May.SUPERVISE, it.by())))
                .toList();
        return new ModelAndView("cases/duty-list", Map.of("it", new View(items, decided)));
    }

    @Needs(May.SUPERVISE)
    @PostMapping("/duty-list/precedents/{id}/end")
    String end(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        precedents.end(id, actor);
        redirect.addFlashAttribute("flash", Flash.of("cases.duties.ended"));
        return "redirect:/duty-list";
    }

    private Item item(DutyList.Item it, Shell shell) {
        var level = it.responsible().level();
        var own = it.responsible().department() != null
                ? department(it.responsible().department())
                : level == null ? "" : word(rules.levelName(level), shell);
        return new Item(
                it.number(),
                word(it.title(), shell),
                it.source().name(),
                it.leadDepartment() == null ? own : shell.t("cases.duties.leads", department(it.leadDepartment()), own),
                it.categories().stream()
                        .map(key -> word(categories.find(key).name(), shell))
                        .collect(Collectors.joining(shell.english() ? ", " : "、")));
    }

    /** As it is called here, without the name of an area. */
    private String department(String key) {
        return rules.departments().stream()
                .filter(it -> it.key().equals(key))
                .flatMap(it -> it.names().stream())
                .findFirst()
                .map(it -> it.name().replaceAll("\\{[a-z]+}", ""))
                .orElse(key);
    }

    record View(List<Item> items, List<Decided> decided) {}

    record Item(String number, String title, String source, String answers, String categories) {}

    /** @param url of the case by which it was decided; empty for who may not read it */
    record Decided(
            UUID id,
            String category,
            String ground,
            String unit,
            LocalDate from,
            String by,
            String url,
            boolean ends) {}
}
