package lianxin.deliberation;

import java.time.LocalDate;
import java.util.List;
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
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One topic as staff see it: why, who decides, and the chain from what people said to what stands there. */
@Controller
@Needs({May.DISPATCH, May.HANDLE, May.SUPERVISE})
class ConcernPage {

    private final TopicRows rows;
    private final Topics topics;
    private final Matters matters;
    private final Units units;
    private final Trees trees;
    private final Chain chain;

    ConcernPage(TopicRows rows, Topics topics, Matters matters, Units units, Trees trees, Chain chain) {
        this.rows = rows;
        this.topics = topics;
        this.matters = matters;
        this.units = units;
        this.trees = trees;
        this.chain = chain;
    }

    /**
     * @param matters the cases that are open to this reader; of the others only how many there are
     * @param below units that may be named: the one that decides and those right below it
     */
    record View(
            Topic topic,
            String proposer,
            String decider,
            String responsible,
            List<Matters.Matter> matters,
            List<Chain.Shown> chain,
            List<Unit> below,
            boolean decides,
            boolean carries,
            @Nullable String problem) {

        int others() {
            return topic.opinions() - matters.size();
        }

        List<Chain.Shown> before(Link.Kind kind) {
            return chain.stream()
                    .filter(it -> it.link().kind() == kind.before() && it.link().state() != Link.State.dropped)
                    .toList();
        }
    }

    @GetMapping("/concerns/{topic}")
    ModelAndView open(@PathVariable int topic, Actor actor) {
        return page(new TopicId(topic), null, actor);
    }

    @PostMapping("/concerns/{topic}/decision")
    ModelAndView decide(
            @PathVariable int topic,
            @RequestParam(defaultValue = "false") boolean adopt,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable LocalDate due,
            Actor actor,
            Shell shell,
            RedirectAttributes redirect) {
        return step(
                topic,
                "topics.done.decided",
                actor,
                shell,
                redirect,
                () -> topics.decide(
                        new TopicId(topic), adopt, answer, unit == null ? null : new UnitId(unit), due, actor));
    }

    @PostMapping("/concerns/{topic}/links")
    ModelAndView link(
            @PathVariable int topic,
            @RequestParam Link.Kind becomes,
            @RequestParam(required = false) @Nullable Integer cameFrom,
            @RequestParam(defaultValue = "") String title,
            @RequestParam int unit,
            @RequestParam LocalDate due,
            @RequestParam(required = false) @Nullable Integer stand,
            Actor actor,
            Shell shell,
            RedirectAttributes redirect) {
        var target = stand == null ? null : "place/" + stand;
        var link = new Topics.NewLink(becomes, cameFrom, title, new UnitId(unit), due, target);
        return step(
                topic,
                "topics.done.linked",
                actor,
                shell,
                redirect,
                () -> topics.link(new TopicId(topic), link, actor));
    }

    @PostMapping("/concerns/{topic}/links/{link}")
    ModelAndView endLink(
            @PathVariable int topic,
            @PathVariable int link,
            @RequestParam(defaultValue = "false") boolean done,
            Actor actor,
            Shell shell,
            RedirectAttributes redirect) {
        return step(
                topic,
                "topics.done.linked",
                actor,
                shell,
                redirect,
                () -> topics.endLink(new TopicId(topic), link, done, actor));
    }

    @PostMapping("/concerns/{topic}/end")
    ModelAndView end(
            @PathVariable int topic,
            @RequestParam(defaultValue = "false") boolean done,
            @RequestParam(defaultValue = "") String outcome,
            Actor actor,
            Shell shell,
            RedirectAttributes redirect) {
        return step(
                topic,
                "topics.done.ended",
                actor,
                shell,
                redirect,
                () -> topics.end(new TopicId(topic), done, outcome, actor));
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @GetMapping({"/concerns/{topic}/{step:decision|links|end}", "/concerns/{topic}/links/{link}"})
    String back(@PathVariable int topic) {
        return "redirect:/concerns/" + topic;
    }

    private ModelAndView step(
            int topic, String said, Actor actor, Shell shell, RedirectAttributes redirect, Runnable step) {
        return Attempt.at(
                shell,
                redirect,
                () -> {
                    step.run();
                    return Done.at("/concerns/" + topic, said);
                },
                problem -> page(new TopicId(topic), problem, actor));
    }

    private ModelAndView page(TopicId id, @Nullable String problem, Actor actor) {
        var it = rows.find(id).orElseThrow(() -> new NotFound(id.ref()));
        if (!it.isPublic() && !topics.proposes(actor, it.proposer()) && !actor.may(May.SUPERVISE, it.decider()))
            throw new Forbidden(id.ref());
        var decides = it.state() == Topic.State.proposed && actor.may(May.SUPERVISE, it.decider());
        var carries = topics.carries(actor, it);
        var tree = trees.now();
        var below = Stream.concat(Stream.of(tree.unit(it.decider())), tree.children(it.decider()).stream())
                .filter(Unit::holdsCases)
                .toList();
        return new ModelAndView(
                "deliberation/concern",
                "it",
                new View(
                        it,
                        units.name(it.proposer()),
                        units.name(it.decider()),
                        it.responsible() == null ? "" : units.name(it.responsible()),
                        matters.open(rows.opinions(id), actor),
                        chain.of(id),
                        decides || carries ? below : List.of(),
                        decides,
                        carries,
                        problem));
    }
}
