package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.RuleBroken;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A desk joins reports of the same matter, or parts them again. */
@Service
@Transactional
class Joinings {

    private static final String NEIGHBORHOOD = "grid";

    private final CaseSteps steps;
    private final CaseThread thread;
    private final Voices voices;
    private final Routing routing;
    private final Areas areas;
    private final Deadlines deadlines;
    private final Clock clock;

    Joinings(
            CaseSteps steps,
            CaseThread thread,
            Voices voices,
            Routing routing,
            Areas areas,
            Deadlines deadlines,
            Clock clock) {
        this.steps = steps;
        this.thread = thread;
        this.voices = voices;
        this.routing = routing;
        this.areas = areas;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Open cases in the neighborhood to which this report could be joined; none when it may not be joined to any. */
    List<Voices.Open> candidates(Case it) {
        if (!Joining.may(it)) return List.of();
        return voices.open(it, ground(it, clock.instant()));
    }

    private int[] ground(Case it, Instant now) {
        var around = areas.above(it.place, NEIGHBORHOOD).map(Area::id).orElse(it.place);
        return areas.below(around, now);
    }

    void join(CaseId id, CaseId lead, Actor by) {
        voices.hold(id, lead);
        steps.take(
                lead,
                by,
                (to, now) -> steps.take(id, by, (it, at) -> {
                    mustDispatch(it, by);
                    mustDispatch(to, by);
                    if (Arrays.stream(ground(it, at)).noneMatch(place -> place == to.place.number()))
                        throw new RuleBroken("case.not-joinable");
                    Joining.join(it, to, at);
                }));
    }

    /** Only while the case is worked on: what was closed for all of them stays closed for all. */
    void part(CaseId id, CaseId lead, Actor by) {
        voices.hold(id, lead);
        steps.take(
                lead,
                by,
                (from, now) -> steps.take(id, by, (it, at) -> {
                    mustDispatch(from, by);
                    Joining.part(it, from, routing.deskNow(it.place, it.category, at), deadlines, at);
                    thread.openedAgain(it, at);
                }));
    }

    private void mustDispatch(Case it, Actor by) {
        steps.must(by, May.DISPATCH, it.desk, it);
    }
}
