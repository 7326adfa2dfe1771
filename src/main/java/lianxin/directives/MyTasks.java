package lianxin.directives;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.platform.HomeCard;
import org.springframework.stereotype.Component;

/** What the own units are to do, on the home page; what is due first on top. */
@Component
class MyTasks implements HomeCard {

    private static final int SHOWN = 5;

    private final Actors actors;
    private final Sight sight;
    private final TaskBook book;
    private final TaskViews views;
    private final Clock clock;

    MyTasks(Actors actors, Sight sight, TaskBook book, TaskViews views, Clock clock) {
        this.actors = actors;
        this.sight = sight;
        this.book = book;
        this.views = views;
        this.clock = clock;
    }

    record View(List<TaskViews.Line> lines, int all, int late) {}

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public String title() {
        return "directives.todo";
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public String template() {
        return "directives/card";
    }

    @Override
    public boolean isFor(Principal signedIn) {
        return !todo(actors.of(signedIn.getName())).isEmpty();
    }

    @Override
    public Object model(Principal signedIn) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var todo = todo(actors.of(signedIn.getName()));
        var first = todo.stream().limit(SHOWN).toList();
        return new View(views.lines(first, now, today), todo.size(), (int)
                todo.stream().filter(it -> it.late(today)).count());
    }

    private List<Part> todo(Actor actor) {
        var own = sight.own(actor);
        return own.isEmpty() ? List.of() : book.inHandOf(Below.numbers(own), List.of(PartState.OPEN), clock.instant());
    }
}
