package lianxin.organization;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lianxin.platform.HomeCard;
import org.springframework.stereotype.Component;

/** Whoever is on duty, or will be within a day, is told so on the home page, with the desk's inbox at hand. */
@Component
class DutyHomeCard implements HomeCard {

    private static final Duration SOON = Duration.ofDays(1);

    private final Actors actors;
    private final ShiftRows shifts;
    private final Trees trees;
    private final Clock clock;

    DutyHomeCard(Actors actors, ShiftRows shifts, Trees trees, Clock clock) {
        this.actors = actors;
        this.shifts = shifts;
        this.trees = trees;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "duty";
    }

    @Override
    public String title() {
        return "roster.card";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String template() {
        return "organization/duty-card";
    }

    @Override
    public boolean isFor(Principal signedIn) {
        return !soon(signedIn).isEmpty();
    }

    @Override
    public Object model(Principal signedIn) {
        var now = clock.instant();
        var tree = trees.now();
        return new View(soon(signedIn).stream()
                .map(it -> new Turn(
                        tree.has(it.desk()) ? tree.unit(it.desk()).name() : "",
                        it.desk().number(),
                        it.from(),
                        it.to(),
                        it.names(),
                        it.at(now)))
                .toList());
    }

    private List<Shift> soon(Principal signedIn) {
        var now = clock.instant();
        return actors.of(signedIn.getName()).person().map(it -> shifts.of(it, now)).stream()
                .flatMap(List::stream)
                .filter(it -> it.from().isBefore(now.plus(SOON)))
                .toList();
    }

    record View(List<Turn> turns) {}

    record Turn(String desk, int number, Instant from, Instant to, String names, boolean now) {}
}
