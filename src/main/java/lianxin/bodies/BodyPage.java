package lianxin.bodies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lianxin.organization.Accounts.OneTime;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.UnitId;
import lianxin.organization.UnitKind;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.territory.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One joint body as of any day: who leads, who sits in it, what was agreed, what became of it. */
@Controller
class BodyPage {

    private final BodyBook book;
    private final BodyViews views;

    BodyPage(BodyBook book, BodyViews views) {
        this.book = book;
        this.views = views;
    }

    /** So much of what happened is seen at once. */
    private static final int RECENT = 12;

    /**
     * @param lead who leads
     * @param onlyLate whether of what was agreed only that is shown which is over its day
     * @param last its last day and who takes over, when that is known
     * @param problem why the step that was just tried was refused
     * @param given the account that was just opened, with its password; told once
     */
    record View(
            Body body,
            BodyRules.Kind kind,
            AsOf asOf,
            Seated lead,
            List<Seated> members,
            boolean onlyLate,
            String address,
            @Nullable String place,
            @Nullable Last last,
            Lists lists,
            LocalDate today,
            List<Event> events,
            Rights may,
            List<UnitKind> partnerKinds,
            Typed typed,
            @Nullable String problem,
            @Nullable OneTime given,
            BodyRules rules) {

        List<Affair> of(Part part) {
            return lists.agreed.stream()
                    .filter(it -> it.it().part() == part && (!onlyLate || it.late()))
                    .toList();
        }

        List<Part> shown() {
            return onlyLate ? kind.lists().stream().filter(it -> late(it) > 0).toList() : kind.lists();
        }

        private long late(Part part) {
            return of(part).stream().filter(Affair::late).count();
        }

        long late() {
            return lists.agreed.stream().filter(Affair::late).count();
        }

        String url(boolean late) {
            return asOf.in("/bodies/" + body.id() + (late ? "?late=true" : ""));
        }

        List<Event> recent() {
            return events.subList(0, Math.min(RECENT, events.size()));
        }

        List<Event> earlier() {
            return events.subList(recent().size(), events.size());
        }

        /** The form that was refused stays open. */
        boolean tried(String form) {
            return typed.text("form").equals(form);
        }

        String typed(String form, String field) {
            return tried(form) ? typed.text(field) : "";
        }

        /** Partners among the members: those whose contacts may be given an account. */
        List<Seated> contacts() {
            return members.stream().filter(Seated::partner).toList();
        }

        boolean guests() {
            return kind.seats().stream().anyMatch(BodyRules.Seat::guest);
        }
    }

    /** @param partner whether it is none of the town's offices */
    record Seated(UnitId unit, String name, String code, String seat, LocalDate since, boolean partner) {}

    record Last(LocalDate day, UnitId heir, String heirName) {}

    /**
     * @param unit who has it in hand; null for the body itself
     * @param may whether the reader may settle it
     */
    record Affair(Undertaking it, @Nullable String unit, boolean late, boolean may) {

        /** For reading only. */
        Affair(Undertaking it, @Nullable String unit, boolean late) {
            this(it, unit, late, false);
        }
    }

    record Lists(List<Affair> agreed, List<Area> covered, List<Covers.Income> income) {}

    record Event(Instant at, String text, @Nullable String by) {}

    /**
     * @param manage found and dissolve, admit and change the lead
     * @param run plan and projects
     */
    record Rights(boolean manage, boolean run, boolean approve) {}

    /** @param fields a form that somebody wants open, and what is known of it */
    @Needs(May.LOOK_UP)
    @GetMapping("/bodies/{number}")
    ModelAndView show(
            @PathVariable("number") int number,
            @RequestParam(name = "late", defaultValue = "false") boolean late,
            @RequestParam Map<String, String> fields,
            AsOf asked,
            Actor reader,
            Shell shell) {
        var asOf = asked.knownNow();
        var body = book.must(new BodyId(number), asOf.at());
        return new ModelAndView(
                "bodies/body", "it", views.of(body, late, asOf, reader, shell, new Typed(fields), null, null));
    }
}
