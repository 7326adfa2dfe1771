package lianxin.bodies;

import java.time.Instant;
import java.util.List;
import lianxin.directives.JointProjects;
import lianxin.organization.UnitId;
import org.springframework.stereotype.Component;

/** Joint work on the page of a secretary: what the unit has in hand in joint bodies, also what one that is over left to it. */
@Component
class ProjectsInHand implements JointProjects {

    private final BodyBook book;
    private final UndertakingBook undertakings;

    ProjectsInHand(BodyBook book, UndertakingBook undertakings) {
        this.book = book;
        this.undertakings = undertakings;
    }

    @Override
    public List<Project> openOf(UnitId unit, Instant at) {
        var led = book.of(unit, at).stream()
                .filter(it -> it.lead().equals(unit) && !it.ended())
                .map(Body::id)
                .toList();
        return undertakings.inHandOf(unit, led, at).stream()
                .filter(it -> it.part().due())
                .map(it -> new Project(it.title(), book.must(it.body(), at).name(), "/bodies/" + it.body(), it.due()))
                .toList();
    }
}
