package lianxin.bodies;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lianxin.directives.JointProjects;
import lianxin.organization.UnitId;
import org.springframework.stereotype.Component;

/** Joint work on the page of a secretary: what the unit has in hand in the bodies in which it sits. */
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
        var bodies = book.of(unit, at).stream().filter(it -> !it.ended()).collect(Collectors.toMap(Body::id, it -> it));
        var led = bodies.values().stream()
                .filter(it -> it.lead().equals(unit))
                .map(Body::id)
                .toList();
        return undertakings.inHandOf(unit, led, at).stream()
                .filter(it -> it.part().due() && bodies.containsKey(it.body()))
                .map(it -> new Project(
                        it.title(),
                        Objects.requireNonNull(bodies.get(it.body())).name(),
                        "/bodies/" + it.body(),
                        it.due()))
                .toList();
    }
}
