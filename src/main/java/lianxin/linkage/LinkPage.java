package lianxin.linkage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.AsOf;
import lianxin.platform.Attempt;
import lianxin.platform.Attempt.Done;
import lianxin.platform.Ids;
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

/** One contact point as of any day: its seat and its object, the contacts, the needs and what became of them. */
@Controller
@Needs(May.LOOK_UP)
class LinkPage {

    private final LinkBook book;
    private final ContactBook contacts;
    private final Links links;
    private final Contacts verbs;
    private final Retractions retractions;
    private final Journal journal;
    private final LinkNames names;
    private final LinkViews views;
    private final LinkageRules rules;
    private final Days days;
    private final Ids ids;
    private final Clock clock;

    LinkPage(
            LinkBook book,
            ContactBook contacts,
            Links links,
            Contacts verbs,
            Retractions retractions,
            Journal journal,
            LinkNames names,
            LinkViews views,
            LinkageRules rules,
            Days days,
            Ids ids,
            Clock clock) {
        this.book = book;
        this.contacts = contacts;
        this.links = links;
        this.verbs = verbs;
        this.retractions = retractions;
        this.journal = journal;
        this.names = names;
        this.views = views;
        this.rules = rules;
        this.days = days;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param contacts empty for a reader whom they do not concern
     * @param mistakes contacts that the reader may take back
     * @param events what became of the link itself
     * @param over the day from which on the link is over; null while it stands
     * @param mayRead whether the reader may open cases at all
     * @param fresh names the need that is written next
     */
    record View(
            LinkViews.Line line,
            AsOf asOf,
            LocalDate since,
            @Nullable LocalDate over,
            @Nullable Integer everyMonths,
            List<ContactBook.Contact> contacts,
            Set<ContactId> mistakes,
            List<Event> events,
            boolean mayLog,
            boolean mayEnd,
            boolean mayRead,
            UUID fresh,
            LocalDate today,
            Written typed,
            @Nullable String problem,
            LinkageRules rules) {

        boolean tried(String form) {
            return typed.text("form").equals(form);
        }

        String typed(String form, String field) {
            return tried(form) ? typed.text(field) : "";
        }
    }

    record Event(LocalDate day, String text) {}

    @GetMapping("/links/{link}")
    ModelAndView show(@PathVariable("link") int number, AsOf asked, Actor reader, Shell shell) {
        return page(new LinkId(number), asked.knownNow(), reader, shell, Written.NOTHING, null);
    }

    private ModelAndView page(
            LinkId id, AsOf asOf, Actor reader, Shell shell, Written typed, @Nullable String problem) {
        var link = book.must(id, asOf.at());
        var line = views.line(link, asOf.at(), reader, shell);
        var standing = link.standsAt(asOf.at());
        var mayLog = asOf.now() && standing && verbs.mayLog(link, reader);
        var until = link.until();
        var category = rules.category(link);
        var told = journal.about(id.ref());
        var view = new View(
                line,
                asOf,
                LocalDate.ofInstant(link.since(), clock.getZone()),
                standing || until == null ? null : LocalDate.ofInstant(until, clock.getZone()),
                category.map(LinkageRules.Category::everyMonths).orElse(null),
                line.kept() == null ? List.of() : contacts.of(id, days.or(asOf.on())),
                asOf.now() ? retractions.open(link, told, reader) : Set.of(),
                events(told, asOf.at(), shell),
                mayLog,
                asOf.now() && standing && reader.may(May.KEEP_LINKS, link.seat().unit()),
                reader.may(May.READ),
                ids.next(),
                days.today(),
                typed,
                problem,
                rules);
        return new ModelAndView("linkage/link", "it", view);
    }

    private List<Event> events(List<Recorded> told, Instant at, Shell shell) {
        var events = new ArrayList<Event>();
        for (var it : told.reversed()) {
            if (it.occurredAt().isAfter(at)) continue;
            var day = LocalDate.ofInstant(it.occurredAt(), clock.getZone());
            switch (it.fact()) {
                case LinkFact.Tied fact ->
                    events.add(new Event(day, shell.t("linkage.event.tied", names.at(fact.object(), at))));
                case LinkFact.HandedOver fact -> {
                    var from = names.at(fact.before(), at);
                    var text = shell.t("linkage.event." + fact.end(), from, names.at(fact.after(), at));
                    events.add(new Event(day, text));
                }
                case LinkFact.Ended fact -> events.add(new Event(day, shell.t("linkage.event.ended")));
                default -> {}
            }
        }
        return events;
    }

    @GetMapping("/links/{link}/{step:end|need|report|mistake}")
    String again(@PathVariable("link") int number) {
        return "redirect:/links/" + number;
    }

    @PostMapping("/links/{link}/{step:end|need|report|mistake}")
    ModelAndView step(
            @PathVariable("link") int number,
            @PathVariable("step") String step,
            @RequestParam Map<String, String> fields,
            AsOf now,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var id = new LinkId(number);
        var typed = new Written(fields);
        return Attempt.at(
                shell,
                redirect,
                () -> {
                    switch (step) {
                        case "end" -> links.end(id, typed.from("from", days), by);
                        case "need" -> verbs.take(new ContactId(typed.number("contact")), typed.need(), by);
                        case "mistake" ->
                            retractions.takeBack(new ContactId(typed.number("contact")), typed.text("reason"), by);
                        default ->
                            verbs.tellBack(
                                    new ContactId(typed.number("contact")),
                                    days.or(typed.day("day")),
                                    typed.text("told"),
                                    by);
                    }
                    return Done.at("/links/" + number, "linkage.step." + step + ".done");
                },
                problem -> page(id, now.knownNow(), by, shell, typed, problem));
    }
}
