package lianxin.bodies;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.HomeCard;
import lianxin.territory.Days;
import org.springframework.stereotype.Component;

/** On the home page of a unit from outside: what is shared with it, and what of that it has in hand itself. */
@Component
class SharedCard implements HomeCard {

    private final Actors actors;
    private final BodyBook book;
    private final UndertakingBook undertakings;
    private final Days days;
    private final Clock clock;

    SharedCard(Actors actors, BodyBook book, UndertakingBook undertakings, Days days, Clock clock) {
        this.actors = actors;
        this.book = book;
        this.undertakings = undertakings;
        this.days = days;
        this.clock = clock;
    }

    record View(List<Line> lines) {}

    record Line(Body body, List<BodyPage.Affair> own) {}

    @Override
    public String name() {
        return "shared";
    }

    @Override
    public String title() {
        return "bodies.shared-with-us";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String template() {
        return "bodies/shared-card";
    }

    @Override
    public boolean isFor(Principal signedIn) {
        return !shared(actors.of(signedIn.getName())).isEmpty();
    }

    @Override
    public Object model(Principal signedIn) {
        var reader = actors.of(signedIn.getName());
        var units =
                IntStream.of(reader.where(May.SEE_SHARED)).mapToObj(UnitId::new).toList();
        return new View(
                shared(reader).stream().map(it -> new Line(it, own(it, units))).toList());
    }

    private List<BodyPage.Affair> own(Body body, List<UnitId> units) {
        var today = days.today();
        return undertakings.openOf(body.id()).stream()
                .filter(it -> body.shares(it.part()) && it.open() && units.contains(it.unit()))
                .map(it -> new BodyPage.Affair(it, null, it.late(today)))
                .toList();
    }

    private List<Body> shared(Actor reader) {
        return book.sharedWith(reader.where(May.SEE_SHARED), clock.instant());
    }
}
