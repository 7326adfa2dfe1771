package lianxin.cases;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings those who assist, and whom one may call, to the page of a case. */
@Component
class AssistanceParts implements CasePart.Source {

    private final CaseSteps steps;
    private final CaseViews views;
    private final Routing routing;
    private final Trees trees;
    private final Clock clock;

    AssistanceParts(CaseSteps steps, CaseViews views, Routing routing, Trees trees, Clock clock) {
        this.steps = steps;
        this.views = views;
        this.routing = routing;
        this.trees = trees;
        this.clock = clock;
    }

    @Override
    public Optional<AssistancePart> of(Case it, Actor reader, Shell shell) {
        var steps = steps(it, reader);
        var assisting = Assistance.of(it).map(work -> assisting(it, work)).toList();
        if (steps.isEmpty() && assisting.isEmpty() && it.whistled == null) return Optional.empty();
        var calls = steps.contains("assistants") || steps.contains("response");
        return Optional.of(new AssistancePart(
                assisting,
                it.whistled == null ? null : new AssistancePart.Called(views.unit(it.whistled), Whistle.due(it)),
                it.leadOpen,
                own(it, reader),
                calls ? choices(it) : List.of(),
                calls ? above(it) : null,
                steps));
    }

    private Set<String> steps(Case it, Actor reader) {
        var offers = new HashSet<String>();
        if (it.stage != Stage.DISPATCHED || it.pausedAt != null) return offers;
        var desk = steps.may(reader, May.DISPATCH, it.desk, it);
        var leads = desk || steps.may(reader, May.HANDLE, it.holder, it);
        if (leads) offers.add("assistants");
        if (leads && it.whistled == null) offers.add("whistle");
        if (leads && Assistance.of(it).findAny().isPresent()) offers.add("release");
        if (desk
                && !it.leadOpen
                && it.lead().signedAt == null
                && Assistance.of(it).anyMatch(w -> w.signedAt == null)) offers.add("open-lead");
        if (it.whistled != null && steps.may(reader, May.DISPATCH, it.whistled, it)) offers.add("response");
        for (var own : own(it, reader)) {
            if (!own.signed()) offers.add("check-in");
            offers.add("part");
        }
        return offers;
    }

    private List<AssistancePart.Own> own(Case it, Actor reader) {
        if (it.stage != Stage.DISPATCHED) return List.of();
        return Assistance.of(it)
                .filter(work -> work.open() && steps.may(reader, May.HANDLE, work.unit, it))
                .map(work ->
                        new AssistancePart.Own(work.unit, views.unit(work.unit), task(work), work.signedAt != null))
                .toList();
    }

    private AssistancePart.Assisting assisting(Case it, Assignment work) {
        return new AssistancePart.Assisting(
                work.unit,
                views.unit(work.unit),
                task(work),
                work.due,
                work.signedAt,
                Case.SILENTLY.equals(work.signedBy),
                work.doneAt,
                it.stage == Stage.DISPATCHED
                        && work.doneAt == null
                        && clock.instant().isAfter(work.due));
    }

    private static String task(Assignment work) {
        return work.task == null ? "" : work.task;
    }

    private List<AssistancePart.Choice> choices(Case it) {
        var tree = trees.now();
        var taken = new HashSet<UnitId>();
        taken.add(it.holder);
        Assistance.of(it).forEach(work -> taken.add(work.unit));
        return routing.around(it.place, clock.instant()).stream()
                .filter(unit -> !taken.contains(unit) && tree.holdsCases(unit))
                .map(unit -> new AssistancePart.Choice(unit, views.unit(unit)))
                .toList();
    }

    private @Nullable UnitId above(Case it) {
        var above = trees.now().above(it.holder);
        return above.equals(it.holder) ? null : above;
    }
}
