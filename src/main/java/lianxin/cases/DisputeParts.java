package lianxin.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lianxin.cases.AssistancePart.Choice;
import lianxin.cases.rules.DutyList;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.platform.Shell;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import org.springframework.stereotype.Component;

/** Brings a dispute about who answers to the page of its case. */
@Component
class DisputeParts implements CasePart.Source {

    /** Nobody decides about one house. */
    private static final Set<String> TOO_SMALL = Set.of("building", "microgrid");

    private final CaseSteps steps;
    private final CaseViews views;
    private final Routing routing;
    private final DutyList duties;
    private final Areas areas;
    private final Trees trees;
    private final Clock clock;

    DisputeParts(
            CaseSteps steps, CaseViews views, Routing routing, DutyList duties, Areas areas, Trees trees, Clock clock) {
        this.steps = steps;
        this.views = views;
        this.routing = routing;
        this.duties = duties;
        this.areas = areas;
        this.trees = trees;
        this.clock = clock;
    }

    @Override
    public Optional<DisputePart> of(Case it, Actor reader, Shell shell) {
        if (it.asked == null || !it.asked.disputes()) return Optional.empty();
        var offers = new HashSet<String>();
        if (it.asked == Relief.CONFER && steps.may(reader, May.DISPATCH, it.desk, it)) offers.add("conference");
        if (it.arbiter != null && steps.may(reader, May.SUPERVISE, it.arbiter, it)) offers.add("arbitration");
        return Optional.of(new DisputePart(
                it.arbiter == null ? null : views.unit(it.arbiter),
                offers.isEmpty() ? List.of() : units(it),
                offers.isEmpty() ? List.of() : duties.all().toList(),
                offers.contains("arbitration") ? grounds(it) : List.of(),
                offers));
    }

    /** The one that holds it first. */
    private List<Choice> units(Case it) {
        var tree = trees.now();
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(it.holder, views.unit(it.holder)));
        routing.around(it.place, clock.instant()).stream()
                .filter(unit -> !unit.equals(it.holder) && tree.holdsCases(unit))
                .forEach(unit -> choices.add(new Choice(unit, views.unit(unit))));
        return choices;
    }

    private List<Area> grounds(Case it) {
        return areas.path(it.place, clock.instant()).reversed().stream()
                .filter(area -> !TOO_SMALL.contains(area.kind()))
                .toList();
    }
}
