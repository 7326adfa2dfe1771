package lianxin.deliberation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Attempt;
import lianxin.platform.Attempt.Done;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Topics that concern the reader's units, and the form that proposes one out of chosen cases. */
@Controller
@Needs({May.DISPATCH, May.HANDLE, May.SUPERVISE})
class ConcernsPage {

    private final TopicRows rows;
    private final Topics topics;
    private final Matters matters;
    private final Units units;
    private final Trees trees;

    ConcernsPage(TopicRows rows, Topics topics, Matters matters, Units units, Trees trees) {
        this.rows = rows;
        this.topics = topics;
        this.matters = matters;
        this.units = units;
        this.trees = trees;
    }

    /** @param responsible empty until a unit is named */
    record Line(Topic topic, String proposer, String responsible) {}

    record Form(
            List<Matters.Matter> matters,
            List<Unit> units,
            int unit,
            String title,
            String reason,
            @Nullable String problem) {}

    @GetMapping("/concerns")
    ModelAndView list(Actor actor) {
        var lines = rows.ofUnits(own(actor)).stream()
                .map(it -> new Line(
                        it, units.name(it.proposer()), it.responsible() == null ? "" : units.name(it.responsible())))
                .toList();
        return new ModelAndView("deliberation/concerns", "lines", lines);
    }

    @GetMapping("/concerns/new")
    ModelAndView ask(@RequestParam(name = "case", defaultValue = "") List<UUID> cases, Actor actor) {
        return form(matters.open(cases, actor), 0, "", "", null, actor);
    }

    @PostMapping("/concerns")
    ModelAndView propose(
            @RequestParam(name = "case", defaultValue = "") List<UUID> cases,
            @RequestParam int unit,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Shell shell,
            RedirectAttributes redirect) {
        return Attempt.at(
                shell,
                redirect,
                () -> Done.at(
                        "/concerns/" + topics.propose(new UnitId(unit), title, reason, cases, actor),
                        "topics.done.proposed"),
                problem -> form(matters.open(cases, actor), unit, title, reason, problem, actor));
    }

    private ModelAndView form(
            List<Matters.Matter> chosen, int unit, String title, String reason, @Nullable String problem, Actor actor) {
        var proposing = actor.seats().stream()
                .filter(it -> topics.proposes(actor, it))
                .map(units::find)
                .toList();
        return new ModelAndView(
                "deliberation/concern-new", "it", new Form(chosen, proposing, unit, title, reason, problem));
    }

    /** Units in which the reader has something to say, and those above that decide what he proposes. */
    private Collection<Integer> own(Actor actor) {
        return Stream.of(May.DISPATCH, May.HANDLE, May.SUPERVISE)
                .flatMapToInt(it -> Arrays.stream(actor.where(it)))
                .filter(it -> trees.now().has(new UnitId(it)))
                .boxed()
                .distinct()
                .toList();
    }
}
