package lianxin.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.cases.rules.Flow;
import lianxin.cases.rules.WaysIn;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Unit;
import lianxin.platform.Ids;
import lianxin.platform.NavEntry;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A counter, a telephone, a door: staff take a matter down for somebody. First where it is, then what. */
@Controller
@Needs(
        value = {May.DISPATCH, May.HANDLE},
        inSomeLine = true)
class TakeDownPage {

    private final OnBehalf onBehalf;
    private final PlaceChoice places;
    private final Enterprises enterprises;
    private final Cautions cautions;
    private final WaysIn ways;
    private final Flow flow;
    private final Ids ids;

    TakeDownPage(
            OnBehalf onBehalf,
            PlaceChoice places,
            Enterprises enterprises,
            Cautions cautions,
            WaysIn ways,
            Flow flow,
            Ids ids) {
        this.onBehalf = onBehalf;
        this.places = places;
        this.enterprises = enterprises;
        this.cautions = cautions;
        this.ways = ways;
        this.flow = flow;
        this.ids = ids;
    }

    @Bean
    static NavEntry takeDownEntry(Actors actors) {
        return new NavEntry("intake.nav", "/cases/new", "edit", 11)
                .opening(actors.whoMayInSomeLine(May.DISPATCH, May.HANDLE));
    }

    /** The form as it was left: what was typed, why it came back, and what the writer is asked to think over. */
    record Form(
            PlaceChoice.Chosen place,
            String action,
            WaysIn ways,
            List<Flow.Named> kinds,
            Map<String, String> typed,
            @Nullable String problem,
            List<String> cautions) {

        String text(String field) {
            return typed.getOrDefault(field, "");
        }

        boolean chosen(String field, String value, boolean first) {
            return typed.containsKey(field) ? text(field).equals(value) : first;
        }
    }

    @GetMapping("/cases/new")
    ModelAndView blank(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer at,
            Actor actor) {
        if (at == null) return new ModelAndView("cases/take-down-where", "it", places.found(q.strip(), actor));
        return form(at, ids.next(), Map.of(), null, List.of());
    }

    /** The address of the form opened by itself, by another language on a page that came back. */
    @GetMapping("/cases/new/{id}")
    String anew(@PathVariable UUID id) {
        return "redirect:/cases/new";
    }

    @PostMapping("/cases/new/{id}")
    ModelAndView take(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor actor, Shell shell) {
        var at = Typed.number(typed.getOrDefault("at", ""));
        if (at == null) return new ModelAndView("redirect:/cases/new");
        var words = Typed.lines(typed.getOrDefault("words", ""));
        var detail = Typed.line(typed.getOrDefault("detail", ""));
        var doubts = typed.containsKey("seen") ? List.<String>of() : cautions.in(words + "\n" + detail, shell);
        try {
            var report = new Report(
                            new CaseId(id),
                            new AreaId(at),
                            words,
                            detail,
                            typed.getOrDefault("channel", ""),
                            null,
                            typed.get("kind"))
                    .checked();
            var said = said(typed);
            if (!doubts.isEmpty()) return refused(form(at, id, typed, null, doubts));
            onBehalf.take(report, said, actor);
            return SeeOther.at("/cases/" + id + "/slip");
        } catch (RuleBroken broken) {
            return refused(form(at, id, typed, shell.t(broken.key(), broken.details()), doubts));
        }
    }

    private Said said(Map<String, String> typed) {
        var concerned = Concerned.of(typed.getOrDefault("concerned", ""));
        var code = typed.getOrDefault("enterprise", "");
        var enterprise = concerned == Concerned.enterprise
                ? enterprises.byCode(code).map(Unit::id).orElseThrow(() -> new RuleBroken("intake.enterprise"))
                : null;
        var givenTo = switch (typed.getOrDefault("visible", "")) {
            case "handler" -> GivenTo.HANDLER;
            case "callback" -> GivenTo.CALL_BACK_DESK;
            default -> null;
        };
        var telephone = Typed.line(typed.getOrDefault("telephone", "")).strip();
        return new Said(typed.getOrDefault("asker", ""), concerned, enterprise, telephone, givenTo);
    }

    private ModelAndView form(
            int at, UUID id, Map<String, String> typed, @Nullable String problem, List<String> doubts) {
        var form = new Form(places.chosen(at), "/cases/new/" + id, ways, flow.kinds(), typed, problem, doubts);
        return new ModelAndView("cases/take-down", "it", form);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
