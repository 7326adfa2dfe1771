package lianxin.linkage;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Flash;
import lianxin.platform.Forbidden;
import lianxin.platform.Ids;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
        try {
            var day = typed.day("day");
            var draft = new Contacts.Draft(day == null ? days.today() : day, typed.text("kind"), typed.text("heard"));
            contacts.log(id, draft, need(typed), by);
        } catch (RuleBroken refused) {
            var need = typed.text("need").isEmpty() ? ids.next() : typed.id("need");
            var page = page(id, need, typed, by, shell, shell.t(refused.key(), refused.details()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        redirect.addFlashAttribute("flash", Flash.of("linkage.logged"));
        return new ModelAndView("redirect:/links/" + number);
    }

    private static @Nullable Needed need(Written typed) {
        if (!typed.has("words")) {
            if (typed.has("answer") || typed.has("telephone"))
                throw new RuleBroken("linkage.wrong.need", Contacts.LONGEST_SENTENCE);
            return null;
        }
        return new Needed(
                new NeedId(typed.id("need")), typed.text("words"), typed.text("answer"), typed.text("telephone"));
    }

    private ModelAndView page(LinkId id, UUID need, Written typed, Actor by, Shell shell, @Nullable String problem) {
        var link = book.must(id, days.now());
        if (!contacts.mayLog(link, by)) throw new Forbidden(id.ref());
        var view = new View(views.line(link, days.now(), by, shell), days.today(), need, typed, problem, rules);
        return new ModelAndView("linkage/contact", "it", view);
    }
}
