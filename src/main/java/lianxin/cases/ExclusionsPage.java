package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.NavEntry;
import lianxin.platform.Shell;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Cases that units below want to have left out of statistics, and those whose reporters do not agree. */
@Controller
class ExclusionsPage {

    private final Exclusions exclusions;
    private final CaseViews views;
    private final Categories categories;
    private final Flow flow;
    private final Clock clock;

    ExclusionsPage(Exclusions exclusions, CaseViews views, Categories categories, Flow flow, Clock clock) {
        this.exclusions = exclusions;
        this.views = views;
        this.categories = categories;
        this.flow = flow;
        this.clock = clock;
    }

    @Bean
    static NavEntry exclusionsEntry(Actors actors) {
        return new NavEntry("exclusions.title", "/exclusions", "scale", 51, "evaluation.group")
                .opening(actors.whoMayInSomeLine(May.SUPERVISE));
    }

    record Line(
            String url, String number, String category, String unit, String cause, boolean contested, Instant since) {}

    @Needs(value = May.SUPERVISE, inSomeLine = true)
    @GetMapping("/exclusions")
    ModelAndView waiting(Actor actor, Shell shell) {
        var lines =
                exclusions.waitingFor(actor).stream().map(it -> line(it, shell)).toList();
        return new ModelAndView("cases/exclusions", "lines", lines);
    }

    private Line line(ExclusionRows.Waiting it, Shell shell) {
        return new Line(
                "/cases/" + it.id(),
                CaseNumber.of(it.number(), it.reportedAt(), clock.getZone()),
                categories.find(it.category()).name().in(shell.locale()),
                views.unit(it.row().unit()),
                flow.reason("exclude", it.row().cause()).name().in(shell.locale()),
                it.contested(),
                it.since());
    }
}
