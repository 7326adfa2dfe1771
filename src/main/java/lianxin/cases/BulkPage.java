package lianxin.cases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Many cases of a list at once: first what would happen to each, then, confirmed, what happened to each. */
@Controller
@Needs(
        value = {May.DISPATCH, May.HANDLE, May.SUPERVISE},
        inSomeLine = true)
@RequestMapping("/cases/bulk")
class BulkPage {

    private final Bulk bulk;

    BulkPage(Bulk bulk) {
        this.bulk = bulk;
    }

    @GetMapping
    ModelAndView ask(
            @RequestParam(defaultValue = "") String step,
            @RequestParam(name = "case", defaultValue = "") List<UUID> cases,
            @RequestParam(defaultValue = "") String back,
            Actor actor,
            Shell shell) {
        if (step.isEmpty()) return SeeOther.at("/cases");
        return asking(BulkStep.of(step), ids(cases), back, "", null, actor, shell);
    }

    @PostMapping
    ModelAndView take(
            @RequestParam(defaultValue = "") String step,
            @RequestParam(name = "case", defaultValue = "") List<UUID> cases,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Shell shell) {
        if (step.isEmpty() || cases.isEmpty()) return SeeOther.at(list(back));
        var taken = BulkStep.of(step);
        var ids = ids(cases);
        if (taken == BulkStep.supervise) {
            var wrong = Bulk.refused(() -> CaseThread.checked(text), shell);
            if (wrong != null) return asking(taken, ids, back, text, wrong, actor, shell);
        }
        return new ModelAndView(
                "cases/bulk-done",
                Map.of("it", new Done(taken, false, bulk.take(taken, ids, text, actor, shell), list(back))));
    }

    @PostMapping("/undo")
    ModelAndView undo(
            @RequestParam(defaultValue = "") String step,
            @RequestParam(name = "case", defaultValue = "") List<UUID> cases,
            @RequestParam(defaultValue = "") String back,
            Actor actor,
            Shell shell) {
        if (step.isEmpty() || cases.isEmpty()) return SeeOther.at(list(back));
        var taken = BulkStep.of(step);
        var undone = new Done(taken, true, bulk.undo(taken, ids(cases), actor, shell), list(back));
        return new ModelAndView("cases/bulk-done", Map.of("it", undone));
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @GetMapping("/undo")
    ModelAndView open() {
        return SeeOther.at("/cases");
    }

    private ModelAndView asking(
            BulkStep step,
            Set<CaseId> ids,
            String back,
            String text,
            @Nullable String wrong,
            Actor actor,
            Shell shell) {
        var chosen = bulk.chosen(step, ids, actor, shell);
        var asking = new Asking(step, chosen, ids.size() - chosen.size(), list(back), text, wrong);
        return new ModelAndView("cases/bulk", Map.of("it", asking));
    }

    /** Each once, no more than stand on a page. */
    private static Set<CaseId> ids(List<UUID> cases) {
        if (cases.size() > CaseQueries.PAGE) throw new RuleBroken("case.bulk-most", CaseQueries.PAGE);
        return cases.stream().map(CaseId::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String list(String back) {
        return back.startsWith("/cases?") ? back : "/cases";
    }

    /**
     * @param leftOut how many of the chosen ones the step does not wait for
     * @param wrong why it was not taken, if the text was the reason
     */
    record Asking(
            BulkStep step,
            List<Bulk.Chosen> chosen,
            int leftOut,
            String back,
            String text,
            @Nullable String wrong) {}

    /** @param undone whether it was taken back */
    record Done(BulkStep step, boolean undone, List<Bulk.Result> results, String back) {

        boolean undoable() {
            return !undone && step.undoable() && done() > 0;
        }

        long done() {
            return results.stream().filter(it -> it.refused() == null).count();
        }

        long refused() {
            return results.size() - done();
        }
    }
}
