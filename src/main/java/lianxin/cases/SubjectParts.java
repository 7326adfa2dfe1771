package lianxin.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lianxin.cases.AssistancePart.Choice;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Shell;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows which units a matter at some place may be about, and lets the desk say so. */
@Component
class SubjectParts implements CasePart.Source {

    private final CaseSteps steps;
    private final CaseViews views;
    private final Routing routing;
    private final Clock clock;

    SubjectParts(CaseSteps steps, CaseViews views, Routing routing, Clock clock) {
        this.steps = steps;
        this.views = views;
        this.routing = routing;
        this.clock = clock;
    }

    @Override
    public Optional<SubjectPart> of(Case it, Actor reader, Shell shell) {
        var says = it.stage == Stage.REPORTED && steps.may(reader, May.DISPATCH, it.desk, it);
        if (it.subject == null && !says) return Optional.empty();
        var subject = it.subject == null ? null : views.unit(it.subject);
        return Optional.of(new SubjectPart(subject, says ? around(it.place) : List.of()));
    }

    /** The nearest first. */
    List<Choice> around(AreaId place) {
        return routing.around(place, clock.instant()).stream()
                .map(unit -> new Choice(unit, views.unit(unit)))
                .toList();
    }

    /** Null for what is not one of them, so that no form names any unit of the town. */
    @Nullable
    UnitId chosen(AreaId place, int unit) {
        return routing.around(place, clock.instant()).stream()
                .filter(it -> it.number() == unit)
                .findFirst()
                .orElse(null);
    }
}
