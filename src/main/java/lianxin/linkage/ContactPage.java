package lianxin.linkage;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Attempt;
import lianxin.platform.Attempt.Done;
import lianxin.platform.Forbidden;
import lianxin.platform.Ids;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form for one contact, made for a telephone: the day, how, one sentence, and a need if there was one. */
@Controller
@Needs(May.LOOK_UP)
class ContactPage {

    private final LinkBook book;
    private final Contacts contacts;
    private final LinkViews views;
    private final LinkageRules rules;
    private final Days days;
    private final Ids ids;

    ContactPage(LinkBook book, Contacts contacts, LinkViews views, LinkageRules rules, Days days, Ids ids) {
        this.book = book;
        this.contacts = contacts;
        this.views = views;
        this.rules = rules;
        this.days = days;
        this.ids = ids;
    }

    /** @param need the id of the need that is written here */
    record View(
            LinkViews.Line line,
            LocalDate today,
            UUID need,
            Written typed,
            @Nullable String problem,
            LinkageRules rules) {

        String kind() {
            return typed.has("kind")
                    ? typed.text("kind")
                    : rules.contacts().getFirst().key();
        }

        String day() {
            return typed.has("day") ? typed.text("day") : today.toString();
        }
    }

    @GetMapping("/links/{link}/contact")
    ModelAndView blank(@PathVariable("link") int number, Actor by, Shell shell) {
        return page(new LinkId(number), ids.next(), Written.NOTHING, by, shell, null);
    }

    @PostMapping("/links/{link}/contact")
    ModelAndView log(
            @PathVariable("link") int number,
            @RequestParam Map<String, String> fields,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var id = new LinkId(number);
        var typed = new Written(fields);
        return Attempt.at(
                shell,
                redirect,
                () -> {
                    var day = days.or(typed.day("day"));
                    var draft = new Contacts.Draft(day, typed.text("kind"), typed.text("heard"));
                    contacts.log(id, draft, need(typed), by);
                    return Done.at("/links/" + number, "linkage.logged");
                },
                problem -> {
                    var need = typed.has("need") ? typed.id("need") : ids.next();
                    return page(id, need, typed, by, shell, problem);
                });
    }

    private static @Nullable Needed need(Written typed) {
        if (!typed.has("words")) {
            if (typed.has("answer") || typed.has("telephone"))
                throw new RuleBroken("linkage.wrong.need", Contacts.LONGEST_SENTENCE);
            return null;
        }
        return typed.need();
    }

    private ModelAndView page(LinkId id, UUID need, Written typed, Actor by, Shell shell, @Nullable String problem) {
        var link = book.must(id, days.now());
        if (!contacts.mayLog(link, by)) throw new Forbidden(id.ref());
        var view = new View(views.line(link, days.now(), by, shell), days.today(), need, typed, problem, rules);
        return new ModelAndView("linkage/contact", "it", view);
    }
}
