package lianxin.directives;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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

        /** Units right below that can be asked; those of the Party tree where it is a Party body. */
        List<Unit> direct(UnitId unit) {
            var found = new LinkedHashSet<Unit>();
            if (party(tree.unit(unit))) found.addAll(tree.partyChildren(unit));
            for (var it : tree.children(unit)) if (!party(it) || it.partyParent() == null) found.add(it);
            return found.stream().filter(this::asked).toList();
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

        Optional<List<UnitId>> wayTo(UnitId unit, UnitId top) {
            return way(tree.unit(unit), top);
        }

        /** From right below the top down to the unit: by the Party tree where it leads there, else by the home tree. */
        private Optional<List<UnitId>> way(Unit unit, UnitId top) {
            return way(unit, top, true).or(() -> way(unit, top, false));
        }

        private Optional<List<UnitId>> way(Unit unit, UnitId top, boolean byParty) {
            var way = new ArrayList<UnitId>();
            var it = unit;
            while (!it.id().equals(top)) {
                way.addFirst(it.id());
                var above = byParty && it.partyParent() != null ? it.partyParent() : it.parent();
                if (above == null) return Optional.empty();
                it = tree.unit(above);
            }
            return Optional.of(way);
        }

        /** Kinds of units that stand somewhere below and can be asked, from above. */
        List<String> kinds(UnitId top) {
            return IntStream.of(all(top))
                    .mapToObj(it -> tree.unit(new UnitId(it)))
                    .filter(it -> !it.id().equals(top) && asked(it))
                    .map(Unit::kind)
                    .distinct()
                    .toList();
        }

        /** Who answers above for what a unit asks or raises: the Party body above it, else the unit above in its own side. */
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

        /** Units right above, to which something can be raised. */
        List<Unit> above(UnitId id) {
            var above = new LinkedHashSet<Unit>();
            superior(id).ifPresent(above::add);
            var parent = tree.unit(id).parent();
            if (parent != null) above.add(tree.unit(parent));
            return List.copyOf(above);
        }

        /** The unit of the territory on whose ground this one stands. */
        Unit block(UnitId id) {
            return tree.unitsOnPath(id).reversed().stream()
                    .filter(it -> side(it) == Side.ADMINISTRATIVE)
                    .findFirst()
                    .orElseGet(() -> tree.unit(id));
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
