package lianxin.demonstration;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lianxin.organization.Actor;
import lianxin.organization.Covering;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.UnitKind;
import lianxin.organization.UnitKind.Side;
import lianxin.organization.Units;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import org.springframework.stereotype.Component;

/**
 * Of the partners around the community that is shown, one in three has a Party organization of its own, one is covered by a
 * joint one, and one by none. A town whose playbook lets Party organizations stand nowhere but beside areas shows none of it.
 */
@Component
class ShownCoverage {

    private static final String REASON = "演示：虚构的党组织";
    private static final String SECRETARY = "leader";
    private static final int SEED = 31;

    private final Units units;
    private final Covering covering;
    private final Trees trees;
    private final OrganizationRules rules;
    private final Posts posts;
    private final Areas areas;

    ShownCoverage(Units units, Covering covering, Trees trees, OrganizationRules rules, Posts posts, Areas areas) {
        this.units = units;
        this.covering = covering;
        this.trees = trees;
        this.rules = rules;
        this.posts = posts;
        this.areas = areas;
    }

    void found(Area community, Instant from) {
        new Setting(community, from).found();
    }

    private final class Setting {

        private final Instant from;
        private final UnitId office;
        private final List<Unit> superiors;
        private final List<Unit> partners;
        private final Map<String, UnitId> joint = new HashMap<>();

        Setting(Area community, Instant from) {
            this.from = from;
            var tree = trees.now();
            var offices = Stream.concat(Stream.of(community), areas.above(community.id(), "township").stream())
                    .flatMap(it -> tree.byCode(it.code()).stream())
                    .toList();
            this.office = offices.getFirst().id();
            var around = offices.stream()
                    .flatMap(it -> tree.children(it.id()).stream())
                    .toList();
            this.superiors =
                    around.stream().filter(it -> side(it) == Side.PARTY).toList();
            this.partners =
                    around.stream().filter(it -> side(it) == Side.PARTNER).toList();
        }

        private Side side(Unit unit) {
            return rules.kind(unit.kind()).tree();
        }

        void found() {
            var turn = 0;
            for (var partner : partners) {
                var kind = kind(partner);
                if (kind.isEmpty()) continue;
                switch (turn++ % 3) {
                    case 0 -> branch(kind.get(), partner.name() + "党支部", partner.code(), partner.id());
                    case 1 -> covering.cover(partner.id(), joint(kind.get()), from, REASON, Actor.SYSTEM);
                    default -> {}
                }
            }
        }

        /** What kind of Party organization may stand in such a unit and under one that is there. */
        private Optional<UnitKind> kind(Unit partner) {
            return rules.kinds().stream()
                    .filter(it -> it.tree() == Side.PARTY && it.standsIn().contains(partner.kind()))
                    .filter(it -> superior(it).isPresent())
                    .findFirst();
        }

        private Optional<Unit> superior(UnitKind kind) {
            return superiors.stream()
                    .filter(it -> kind.parentKinds().contains(it.kind()))
                    .findFirst();
        }

        private UnitId joint(UnitKind kind) {
            return joint.computeIfAbsent(
                    kind.key(),
                    it -> branch(
                            kind,
                            "示例联合党支部（" + kind.name().zh() + "）",
                            trees.now().unit(office).code() + "-joint",
                            office));
        }

        private UnitId branch(UnitKind kind, String name, String code, UnitId home) {
            var superior = superior(kind).orElseThrow();
            var level = trees.now().unit(home).level();
            var wish = new Units.NewUnit(name, kind.key(), level, code + "-" + kind.key(), home, superior.id());
            var branch = units.create(wish, from, REASON, Actor.SYSTEM);
            if (rules.roles().stream().anyMatch(it -> it.key().equals(SECRETARY))) {
                var person = posts.register(Casting.names(1, SEED + branch.number()), true, Actor.SYSTEM)
                        .getFirst();
                posts.fill(new Posts.Seat(person, branch, SECRETARY, from, null), REASON, Actor.SYSTEM);
            }
            return branch;
        }
    }
}
