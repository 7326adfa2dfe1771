package lianxin.organization;

import static lianxin.organization.tables.PostTable.POST;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.organization.Posts.Seat;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the playbook says about a seat before somebody takes it: where it may stand, for how long, how many there are. */
@Component
class Seats {

    private final DSLContext sql;
    private final OrganizationRules rules;
    private final Trees trees;
    private final Clock clock;

    Seats(DSLContext sql, OrganizationRules rules, Trees trees, Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.trees = trees;
        this.clock = clock;
    }

    /** With the term of its role as its end, if no end was named. */
    Seat withTerm(Seat seat) {
        var months = rules.role(seat.role()).termMonths();
        if (seat.to() != null || months == null) return seat;
        var end = seat.from().atZone(clock.getZone()).plusMonths(months).toInstant();
        return new Seat(
                seat.person(), seat.unit(), seat.role(), seat.from(), end, seat.lines(), seat.duty(), seat.filedAs());
    }

    void check(List<Seat> seats) {
        var tree = trees.now();
        for (var seat : seats) check(seat, tree);
        checkRoom(seats);
    }

    private void check(Seat seat, Tree tree) {
        var role = rules.role(seat.role());
        if (seat.to() != null && !seat.from().isBefore(seat.to())) throw new RuleBroken("organization.interval");
        var unit = tree.has(seat.unit()) ? tree.unit(seat.unit()) : unitThen(seat);
        if (!role.standsIn(unit)) throw new RuleBroken("posts.not-here", role.name(), rules.kindName(unit.kind()));
        if (role.ofLines() == seat.lines().isEmpty())
            throw new RuleBroken(role.ofLines() ? "posts.lines-missing" : "posts.no-lines", role.name());
        for (var line : seat.lines())
            if (rules.lines().stream().noneMatch(it -> it.key().equals(line))) throw new RuleBroken("posts.line", line);
        if (seat.duty().length() > Posts.LONGEST_DUTY) throw new RuleBroken("posts.duty-long", Posts.LONGEST_DUTY);
    }

    private Unit unitThen(Seat seat) {
        var then = trees.at(seat.from());
        if (!then.has(seat.unit())) throw new NotFound(seat.unit().ref());
        return then.unit(seat.unit());
    }

    /** At no moment may more hold a role in a unit than the playbook foresees. */
    private void checkRoom(List<Seat> seats) {
        var limited = seats.stream()
                .filter(it -> rules.role(it.role()).most() != null)
                .toList();
        if (limited.isEmpty()) return;
        var taken = taken(limited);
        for (var seat : limited) {
            var role = rules.role(seat.role());
            var most = role.most();
            var others = taken.computeIfAbsent(new Chair(seat.unit(), seat.role()), it -> new ArrayList<>());
            var time = new Time(seat.from(), seat.to());
            if (most != null && Time.most(others, time) >= most) throw new RuleBroken("posts.taken", role.name(), most);
            others.add(time);
        }
    }

    private Map<Chair, List<Time>> taken(List<Seat> seats) {
        var taken = new HashMap<Chair, List<Time>>();
        sql.select(POST.UNIT, POST.ROLE, POST.VALID_FROM, Dated.end(POST.VALID_TO))
                .from(POST)
                .where(POST.UNIT.in(values(seats, it -> it.unit().number())))
                .and(POST.ROLE.in(values(seats, Seat::role)))
                .and(Dated.known(POST.KNOWN_TO))
                .forEach(it -> taken.computeIfAbsent(
                                new Chair(new UnitId(it.value1()), it.value2()), new_ -> new ArrayList<>())
                        .add(new Time(it.value3(), it.value4())));
        return taken;
    }

    private static <T> Set<T> values(Collection<Seat> seats, java.util.function.Function<Seat, T> value) {
        return seats.stream().map(value).collect(Collectors.toSet());
    }

    private record Chair(UnitId unit, String role) {}

    record Time(Instant from, @Nullable Instant to) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && (to == null || at.isBefore(to));
        }

        /** How many of the others there are at once at most during this time. */
        static long most(List<Time> others, Time time) {
            return Stream.concat(
                            Stream.of(time.from),
                            others.stream().map(Time::from).filter(time::holds))
                    .mapToLong(at -> others.stream().filter(it -> it.holds(at)).count())
                    .max()
                    .orElse(0);
        }
    }
}
