package lianxin.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.OrganizationRules;
import lianxin.organization.PersonId;
import lianxin.organization.Posts;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import net.datafaker.Faker;
import org.springframework.stereotype.Component;

/** Fills the seats that the playbook foresees with people who do not exist. */
@Component
class Casting {

    private static final String REASON = "演示人员，姓名虚构";

    /** In one of so many units of grids a seat is empty. */
    private static final int VACANT = 40;

    private final OrganizationRules rules;
    private final Posts posts;
    private final Trees trees;
    private final Actors actors;

    Casting(OrganizationRules rules, Posts posts, Trees trees, Actors actors) {
        this.rules = rules;
        this.posts = posts;
        this.trees = trees;
        this.actors = actors;
    }

    Cast appoint(Instant from, long seed) {
        var free = seats(trees.now());
        var people = posts.register(names(free.size(), seed), true, Actor.SYSTEM);
        var seats = new HashMap<UnitId, Map<String, List<PersonId>>>();
        var filled = new ArrayList<Posts.Seat>(free.size());
        for (int i = 0; i < free.size(); i++) {
            var seat = free.get(i);
            filled.add(filedOfOld(new Posts.Seat(people.get(i), seat.unit, seat.role, from, null), i));
            seats.computeIfAbsent(seat.unit, it -> new TreeMap<>())
                    .computeIfAbsent(seat.role, it -> new ArrayList<>())
                    .add(people.get(i));
        }
        posts.fillAll(filled, REASON, Actor.SYSTEM);
        return new Cast(seats, rules, actors, trees);
    }

    /** Whoever sat there before the town was set up had a number already. */
    private Posts.Seat filedOfOld(Posts.Seat seat, int number) {
        return rules.role(seat.role()).filing() == null ? seat : seat.filedAs("示例-%05d".formatted(number + 1));
    }

    private List<Seat> seats(Tree tree) {
        var free = new ArrayList<Seat>();
        var grids = 0;
        for (var top : tree.tops()) {
            for (var number : tree.below(top.id())) {
                var unit = tree.unit(new UnitId(number));
                staffing(unit)
                        .ifPresent(it -> new LinkedHashMap<>(it.seats())
                                .forEach((role, count) -> IntStream.range(0, count)
                                        .forEach(seat -> free.add(new Seat(unit.id(), role)))));
                if (unit.level().equals("grid") && ++grids % VACANT == 0) free.removeLast();
            }
        }
        return free;
    }

    private Optional<OrganizationRules.Seats> staffing(Unit unit) {
        return rules.staffing().stream()
                .filter(it -> it.kind().equals(unit.kind()))
                .filter(it -> it.level() == null || it.level().equals(unit.level()))
                .findFirst();
    }

    static List<String> names(int count, long seed) {
        var faker = new Faker(Locale.of("zh", "CN"), new Random(seed)).name();
        return IntStream.range(0, count)
                .mapToObj(it -> faker.lastName() + faker.firstName())
                .toList();
    }

    private record Seat(UnitId unit, String role) {}
}
