package lianxin.directives;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.UnitKind.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who stands below whom when something is asked: in the home tree, and for Party bodies in the tree of the Party. Partners
 * are nobody's inferiors, and the playbook names kinds of units at which asking ends.
 */
@Component
class Below {

    private final Trees trees;
    private final OrganizationRules words;
    private final DirectiveRules rules;

    Below(Trees trees, OrganizationRules words, DirectiveRules rules) {
        this.trees = trees;
        this.words = words;
        this.rules = rules;
    }

    Now at(Instant at) {
        return new Now(trees.at(at));
    }

    Now now() {
        return new Now(trees.now());
    }

    /** A unit that is asked, and the unit right above it that asks. */
    record Step(UnitId unit, UnitId above) {}

    /** The question put to one tree. */
    final class Now {

        final Tree tree;

        Now(Tree tree) {
            this.tree = tree;
        }

        boolean party(Unit unit) {
            return side(unit) == Side.PARTY;
        }

        private Side side(Unit unit) {
            return words.kind(unit.kind()).tree();
        }

        boolean asked(Unit unit) {
            return side(unit) != Side.PARTNER && !rules.neverAsked().contains(unit.kind());
        }

        /** Units right below that can be asked: those for whom this one answers above. */
        List<Unit> direct(UnitId unit) {
            var found = new LinkedHashSet<>(tree.partyChildren(unit));
            for (var it : tree.children(unit)) {
                found.add(it);
                found.addAll(tree.children(it.id()));
            }
            return found.stream().filter(it -> asked(it) && under(it, unit)).toList();
        }

        private boolean under(Unit unit, UnitId above) {
            return superior(unit.id()).filter(it -> it.id().equals(above)).isPresent();
        }

        /** The unit and all that stands below it in either tree. */
        int[] all(UnitId unit) {
            if (!party(tree.unit(unit))) return tree.below(unit);
            var found = new LinkedHashSet<Integer>();
            collect(unit, found);
            return found.stream().mapToInt(Integer::intValue).toArray();
        }

        private void collect(UnitId unit, Set<Integer> found) {
            for (int it : tree.below(unit)) found.add(it);
            for (var it : tree.partyChildren(unit)) if (!found.contains(it.id().number())) collect(it.id(), found);
        }

        /** All units of a kind below, each behind those that stand between: nobody is asked over the head of another. */
        List<Step> everybody(UnitId top, String kind) {
            var steps = new LinkedHashSet<Step>();
            for (int number : all(top)) {
                var unit = tree.unit(new UnitId(number));
                if (unit.kind().equals(kind) && !unit.id().equals(top) && asked(unit))
                    way(unit, top).ifPresent(way -> {
                        var above = top;
                        for (var it : way) {
                            steps.add(new Step(it, above));
                            above = it;
                        }
                    });
            }
            return List.copyOf(steps);
        }

        /** From right below the top down to the unit, by whoever answers above; where that leads elsewhere, by the home tree. */
        Optional<List<UnitId>> wayTo(UnitId unit, UnitId top) {
            return way(tree.unit(unit), top).or(() -> homeWay(tree.unit(unit), top));
        }

        private Optional<List<UnitId>> way(Unit unit, UnitId top) {
            return way(unit, top, it -> superior(it.id()));
        }

        private Optional<List<UnitId>> homeWay(Unit unit, UnitId top) {
            return way(unit, top, it -> Optional.ofNullable(it.parent()).map(tree::unit));
        }

        private Optional<List<UnitId>> way(Unit unit, UnitId top, Function<Unit, Optional<Unit>> above) {
            var way = new ArrayList<UnitId>();
            var it = unit;
            while (!it.id().equals(top)) {
                way.addFirst(it.id());
                var next = above.apply(it);
                if (next.isEmpty()) return Optional.empty();
                it = next.get();
            }
            return Optional.of(way);
        }

        /** Kinds of units that stand somewhere below and can be asked, from above. */
        List<String> kinds(UnitId top) {
            return IntStream.of(all(top))
                    .mapToObj(it -> tree.unit(new UnitId(it)))
                    .filter(it ->
                            !it.id().equals(top) && asked(it) && way(it, top).isPresent())
                    .map(Unit::kind)
                    .distinct()
                    .toList();
        }

        /** Who answers above: for a Party body the one above it, and above the first of them the unit of the next level. */
        Optional<Unit> superior(UnitId id) {
            var unit = tree.unit(id);
            if (unit.partyParent() != null) return Optional.of(tree.unit(unit.partyParent()));
            var it = unit;
            while (it.parent() != null) {
                it = tree.unit(it.parent());
                if (!it.level().equals(unit.level()) || !party(unit)) return Optional.of(it);
            }
            return Optional.empty();
        }

        /** The unit of the territory on whose ground this one stands. */
        Unit block(UnitId id) {
            return tree.unitsOnPath(id).reversed().stream()
                    .filter(it -> side(it) == Side.ADMINISTRATIVE)
                    .findFirst()
                    .orElseGet(() -> tree.unit(id));
        }

        /** The block of a unit and those of the territory right below it: of these it is chosen. */
        List<Unit> blocks(UnitId id) {
            var own = block(id);
            return Stream.concat(
                            Stream.of(own),
                            tree.children(own.id()).stream().filter(it -> side(it) == Side.ADMINISTRATIVE && asked(it)))
                    .toList();
        }

        /** Whether a unit of the territory can keep together what the other asks: its own ground, or a part of it. */
        boolean keepsTogether(UnitId block, UnitId issuer) {
            if (!tree.has(block) || side(tree.unit(block)) != Side.ADMINISTRATIVE) return false;
            return in(tree.below(block(issuer).id()), block);
        }

        /** Departments beside any of the units above: those that can lead a line of work here. */
        List<Unit> departments(UnitId id) {
            return tree.unitsOnPath(id).reversed().stream()
                    .flatMap(it -> tree.children(it.id()).stream())
                    .filter(it -> side(it) == Side.DEPARTMENT)
                    .distinct()
                    .toList();
        }

        String name(UnitId unit) {
            return tree.has(unit) ? tree.unit(unit).name() : "";
        }
    }

    static int[] numbers(List<UnitId> units) {
        return units.stream().mapToInt(UnitId::number).toArray();
    }

    static boolean in(int[] units, @Nullable UnitId unit) {
        return unit != null && Arrays.stream(units).anyMatch(it -> it == unit.number());
    }
}
