package lianxin.linkage;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Chairs;
import lianxin.platform.HomeCard;
import org.springframework.stereotype.Component;

/** Whoever sits on a seat with contact points finds them on the home page, those whose day comes first on top. */
@Component
class MyLinks implements HomeCard {

    private static final int SHOWN = 5;

    private final Actors actors;
    private final Chairs chairs;
    private final LinkBook book;
    private final Frequency frequency;
    private final LinkNames names;
    private final Clock clock;

    MyLinks(Actors actors, Chairs chairs, LinkBook book, Frequency frequency, LinkNames names, Clock clock) {
        this.actors = actors;
        this.chairs = chairs;
        this.book = book;
        this.frequency = frequency;
        this.names = names;
        this.clock = clock;
    }

    List<Link> of(Actor actor) {
        var now = clock.instant();
        var seats = chairs.of(actor, now).stream()
                .map(Chairs.Sitting::chair)
                .distinct()
                .toList();
        return book.of(seats, now);
    }

    @Override
    public String name() {
        return "links";
    }

    @Override
    public String title() {
        return "linkage.mine";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String template() {
        return "linkage/card";
    }

    @Override
    public boolean isFor(Principal signedIn) {
        return !of(actors.of(signedIn.getName())).isEmpty();
    }

    @Override
    public Object model(Principal signedIn) {
        var now = clock.instant();
        var day = frequency.on(now);
        var links = of(actors.of(signedIn.getName()));
        var lines = links.stream()
                .map(it -> new Line(it.id(), names.object(it, now), day.of(it)))
                .sorted((a, b) -> Frequency.sooner(a.kept, b.kept))
                .toList();
        return new View(lines.stream().limit(SHOWN).toList(), lines.size(), (int)
                lines.stream().filter(it -> it.kept.idle()).count());
    }

    record View(List<Line> lines, int all, int idle) {}

    record Line(LinkId id, String object, Frequency.Kept kept) {}
}
