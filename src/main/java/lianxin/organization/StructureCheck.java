package lianxin.organization;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lianxin.organization.Findings.Looked;
import lianxin.organization.Findings.Tally;
import lianxin.organization.StructureRules.Below;
import lianxin.organization.StructureRules.Beside;
import lianxin.organization.StructureRules.Covered;
import lianxin.organization.StructureRules.OnDuty;
import lianxin.organization.StructureRules.OnGround;
import lianxin.organization.StructureRules.Posts;
import lianxin.organization.StructureRules.Range;
import lianxin.organization.StructureRules.Rule;
import lianxin.organization.Violation.What;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** Holds all rules against the tree, the posts and the ground of one moment, in memory and in one walk for each. */
final class StructureCheck {

    private final StructureRules rules;
    private final OrganizationRules words;
    private final StructureTown town;
    private final @Nullable BitSet members;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<Looked, Tally> tallies = new HashMap<>();
    private final Map<String, List<Unit>> byKind = new HashMap<>();

    /** @param under only what stands at or below this unit, in the one tree or the other */
    StructureCheck(StructureRules rules, OrganizationRules words, StructureTown town, @Nullable UnitId under) {
        this.rules = rules;
        this.words = words;
        this.town = town;
        this.members = town.under(under);
    }

    Findings findings() {
        for (var rule : rules.rules()) {
            if (rule.below() != null) below(rule, rule.below());
            if (rule.posts() != null) posts(rule, rule.posts());
            if (rule.onePerArea() != null) beside(rule, rule.onePerArea());
            if (rule.places() != null) onGround(rule, rule.places());
            if (rule.onDuty() != null) onDuty(rule, rule.onDuty());
            if (rule.covered() != null) covered(rule, rule.covered());
        }
        return new Findings(violations, tallies);
    }

    private void below(Rule rule, Below asked) {
        var where = where(rule);
        for (var unit : units(asked.kinds())) {
            if (!where.reaches(unit)) continue;
            var counts = town.below(unit.id());
            var kept = true;
            for (var it : asked.units()) {
                var there = sum(counts, it.kinds());
                if (it.range().has(there)) continue;
                kept = false;
                var what = it.range().missing(there) > 0 ? What.TOO_FEW_BELOW : What.TOO_MANY_BELOW;
                var wanted = it.name() == null ? kinds(it.kinds()) : it.name();
                violations.add(new Violation(rule, what, unit, null, wanted, there, it.range(), null, List.of()));
            }
            tally(rule, unit.kind(), kept);
        }
    }

    private void posts(Rule rule, Posts asked) {
        var where = where(rule);
        for (var unit : units(asked.kinds())) {
            if (!where.reaches(unit)) continue;
            var counts = town.posts(unit.id());
            var kept = true;
            for (var it : asked.seats()) {
                var there = sum(counts, it.roles());
                if (it.range().has(there)) continue;
                kept = false;
                var what = it.range().missing(there) > 0 ? What.TOO_FEW_POSTS : What.TOO_MANY_POSTS;
                var wanted = it.name() == null ? roles(it.roles()) : it.name();
                violations.add(new Violation(rule, what, unit, null, wanted, there, it.range(), null, List.of()));
            }
            tally(rule, unit.kind(), kept);
        }
    }

    /** Areas without, areas with several, and units whose code is that of no area. */
    private void beside(Rule rule, Beside asked) {
        var where = where(rule);
        var wanted = words.kind(asked.kind()).name();
        var standing = town.standing(asked.kind(), asked.level());
        for (var unit : units(Set.of(asked.kind()))) {
            if (town.sites.besideWhich(unit, asked.level()) == null && where.reaches(unit)) {
                violations.add(new Violation(
                        rule, What.WITHOUT_AREA, unit, null, wanted, 1, new Range(0, 0), null, List.of()));
                tally(rule, asked.kind(), false);
            }
        }
        for (var site : town.sites.of(asked.level())) {
            var units = standing.getOrDefault(site.code(), List.of());
            if (units.isEmpty()) {
                var above = town.sites.unitAbove(site);
                var superior = town.sites.superior(site, asked.kind());
                if (above == null || !(where.reaches(above) || (superior != null && where.reaches(superior)))) continue;
                if (town.sites.onParts(site, asked.orOnParts())) {
                    tally(rule, asked.kind(), true);
                    continue;
                }
                violations.add(
                        new Violation(rule, What.AREA_WITHOUT, above, superior, wanted, 0, Range.ONE, site, List.of()));
            } else {
                var own = StructureSites.own(units, site, asked.kind());
                var surplus = new ArrayList<>(units);
                surplus.remove(own);
                if (!where.reaches(own) && surplus.stream().noneMatch(where::reaches)) continue;
                if (!surplus.isEmpty())
                    violations.add(new Violation(
                            rule,
                            What.AREA_WITH_SEVERAL,
                            surplus.getLast(),
                            null,
                            wanted,
                            units.size(),
                            Range.ONE,
                            site,
                            List.of(own)));
            }
            tally(rule, asked.kind(), units.size() == 1);
        }
    }

    /** A unit that stands beside no area of the level is not looked at: nobody knows its ground. */
    private void onGround(Rule rule, OnGround asked) {
        var where = where(rule);
        for (var unit : units(asked.kinds())) {
            var site = town.sites.groundOf(unit, asked.level());
            if (site == null || !where.reaches(unit)) continue;
            var counts = town.built(site);
            var kept = true;
            for (var it : asked.places()) {
                var there = sum(counts, it.types());
                if (it.range().has(there)) continue;
                kept = false;
                var what = it.range().missing(there) > 0 ? What.TOO_FEW_PLACES : What.TOO_MANY_PLACES;
                violations.add(new Violation(rule, what, unit, null, it.name(), there, it.range(), site, List.of()));
            }
            tally(rule, unit.kind(), kept);
        }
    }

    /** One line for each desk: the first gap, and how many there are. */
    private void onDuty(Rule rule, OnDuty asked) {
        var where = where(rule);
        for (var unit : units(asked.kinds())) {
            if (!where.reaches(unit)) continue;
            var gaps = town.duty().at(unit.id(), asked);
            tally(rule, unit.kind(), gaps.isEmpty());
            if (gaps.isEmpty()) continue;
            violations.add(new Violation(
                    rule,
                    What.NOBODY_ON_DUTY,
                    unit,
                    null,
                    rule.name(),
                    gaps.size(),
                    new Range(0, 0),
                    null,
                    List.of(),
                    gaps.getFirst(),
                    null));
        }
    }

    /** Units in trees of their own are guests from outside the town, and not looked at. */
    private void covered(Rule rule, Covered asked) {
        var where = where(rule);
        for (var unit : units(asked.kinds())) {
            if (unit.parent() == null || !where.reaches(unit)) continue;
            var kept = sum(town.below(unit.id()), asked.by()) > 0 || town.covered(unit.id(), asked.by());
            tally(rule, unit.kind(), kept);
            if (kept) continue;
            var fitting = asked.by().stream()
                    .filter(it -> words.kind(it).mayCover(unit.kind()))
                    .collect(Collectors.toSet());
            violations.add(new Violation(
                    rule, What.NOT_COVERED, unit, null, kinds(fitting), 0, new Range(1, null), null, List.of()));
        }
    }

    private void tally(Rule rule, String kind, boolean kept) {
        tallies.merge(new Looked(rule.key(), kind), new Tally(1, kept ? 1 : 0), Tally::plus);
    }

    private List<Unit> units(Set<String> kinds) {
        if (kinds.size() == 1) return units(kinds.iterator().next());
        return kinds.stream().sorted().flatMap(it -> units(it).stream()).toList();
    }

    private List<Unit> units(String kind) {
        if (members == null) return town.units(kind);
        return byKind.computeIfAbsent(
                kind, it -> town.units(it).stream().filter(this::asked).toList());
    }

    private boolean asked(Unit unit) {
        return members == null || members.get(unit.id().number());
    }

    private static int sum(Map<String, Integer> counts, Collection<String> keys) {
        return keys.stream().mapToInt(it -> counts.getOrDefault(it, 0)).sum();
    }

    private Label kinds(Set<String> kinds) {
        return joined(kinds.stream().sorted().map(it -> words.kind(it).name()).toList());
    }

    private Label roles(Set<String> roles) {
        return joined(roles.stream().sorted().map(it -> words.role(it).name()).toList());
    }

    private static Label joined(List<Label> all) {
        return new Label(
                all.stream().map(Label::zh).collect(Collectors.joining("或")),
                all.stream().map(Label::en).collect(Collectors.joining(" or ")));
    }

    private Where where(Rule rule) {
        var tops = new HashSet<UnitId>();
        for (var code : rule.in()) town.tree.byCode(code).ifPresent(it -> tops.add(it.id()));
        return new Where(rule.in().isEmpty(), tops);
    }

    /** Where a rule is in force, as far as it was asked. */
    private final class Where {

        private final boolean everywhere;
        private final Set<UnitId> tops;

        Where(boolean everywhere, Set<UnitId> tops) {
            this.everywhere = everywhere;
            this.tops = tops;
        }

        boolean reaches(Unit unit) {
            if (!asked(unit)) return false;
            return everywhere || tops.stream().anyMatch(it -> town.tree.belongs(unit, it));
        }
    }
}
