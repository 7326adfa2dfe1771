package lianxin.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.OrganizationRules;
import lianxin.organization.OrganizationRules.Scope;
import lianxin.organization.PersonId;
import lianxin.organization.PostId;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;

/** Who sits on which seat of which unit, and so who does a step there. */
final class Cast {

    private final Map<UnitId, Map<String, List<PersonId>>> seats;
    private final OrganizationRules rules;
    private final Actors actors;
    private final Trees trees;
    private final Map<PersonId, Actor> met = new ConcurrentHashMap<>();

    Cast(Map<UnitId, Map<String, List<PersonId>>> seats, OrganizationRules rules, Actors actors, Trees trees) {
        this.seats = seats;
        this.rules = rules;
        this.actors = actors;
        this.trees = trees;
    }

    /** Somebody of the unit whose post allows it, else of a unit above whose posts reach down; the nearest one. */
    Actor who(May may, UnitId unit, int turn) {
        var tree = trees.now();
        for (var at = unit; ; at = tree.above(at)) {
            var role = role(at, Set.of(may), at.equals(unit) ? Scope.OWN : Scope.BELOW);
            if (role.isPresent()) {
                var people = people(at, role.get());
                return met.computeIfAbsent(people.get(Math.floorMod(turn, people.size())), actors::of);
            }
            if (tree.above(at).equals(at)) return Actor.SYSTEM;
        }
    }

    /** Somebody who came later. */
    void join(UnitId unit, String role, PersonId person) {
        seats.computeIfAbsent(unit, it -> new TreeMap<>())
                .computeIfAbsent(role, it -> new ArrayList<>())
                .add(person);
    }

    UnitId above(UnitId unit) {
        return trees.now().above(unit);
    }

    /** The role seated in the unit that is there for this: of several the one that may do the least besides. */
    Optional<String> role(UnitId unit, Set<May> may, Scope least) {
        return seats.getOrDefault(unit, Map.of()).keySet().stream()
                .filter(it -> rules.role(it).may().containsAll(may))
                .filter(it -> least == Scope.OWN || rules.role(it).scope() == Scope.BELOW)
                .min((a, b) -> {
                    int sizes = rules.role(a).may().size() - rules.role(b).may().size();
                    return sizes != 0 ? sizes : a.compareTo(b);
                });
    }

    /** Everybody who sits in the unit, each once. */
    List<PersonId> seatedIn(UnitId unit) {
        return seats.getOrDefault(unit, Map.of()).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** The post of whoever was seated there first, if it is still held. */
    Optional<PostId> firstPost(UnitId unit, String role) {
        return people(unit, role).stream()
                .findFirst()
                .flatMap(it -> actors.of(it).posts().stream()
                        .filter(post -> post.unit().equals(unit) && post.role().equals(role))
                        .map(Actor.Post::id)
                        .findFirst());
    }

    /** Who was seated there first. */
    PersonId first(UnitId unit, String role) {
        return people(unit, role).getFirst();
    }

    private List<PersonId> people(UnitId unit, String role) {
        return seats.getOrDefault(unit, Map.of()).getOrDefault(role, List.of());
    }
}
