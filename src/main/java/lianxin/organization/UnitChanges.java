package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lianxin.facts.Ref;
import lianxin.organization.Succession.Kind;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A change of a unit as somebody wrote it down: first tried, so that it can be seen what it would do and whether it may be,
 * then done.
 */
@Component
class UnitChanges {

    /** So many suggestions can still be looked through. */
    private static final int MOST = 300;

    private final Units units;
    private final Trees trees;
    private final Successions successions;
    private final Covering covering;
    private final CoverRows covers;
    private final OrganizationRules rules;
    private final TransactionTemplate trial;
    private final Clock clock;

    UnitChanges(
            Units units,
            Trees trees,
            Successions successions,
            Covering covering,
            CoverRows covers,
            OrganizationRules rules,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.units = units;
        this.trees = trees;
        this.successions = successions;
        this.covering = covering;
        this.covers = covers;
        this.rules = rules;
        this.trial = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What can be done with a unit; each is an address below the unit's own. */
    enum Verb {
        NAME,
        SUPERIOR,
        UNITS,
        MERGER,
        SPLIT,
        DISSOLUTION,
        COVER,
        UNCOVER;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * As it was typed.
     *
     * @param other the unit that takes over, or that is to stand above
     * @param party the superior Party body of a Party body that is set up
     * @param parts who gets which unit below or which area, both as they are written in addresses
     */
    record Typed(
            Verb verb,
            UnitId unit,
            String from,
            String reason,
            String name,
            String kind,
            String level,
            String code,
            String other,
            String party,
            Map<String, String> parts) {}

    /** What it would do: units that would stand elsewhere, and by the message of their kind how many things go to whom. */
    record Effects(int below, Map<String, Map<UnitId, Integer>> shares) {}

    /** Does it and takes it back, so that a refusal is heard before anybody agrees. */
    Effects tried(Typed it, Actor by) {
        var effects = effects(it);
        trial.executeWithoutResult(status -> {
            status.setRollbackOnly();
            done(it, by);
        });
        return effects;
    }

    /** The unit whose page shows what was done. */
    UnitId done(Typed it, Actor by) {
        var at = from(it);
        if (it.reason.isBlank()) throw new RuleBroken("organization.reason-empty");
        var reason = it.reason.strip();
        switch (it.verb) {
            case NAME -> units.rename(it.unit, it.name, at, reason, by);
            case SUPERIOR -> units.move(it.unit, tree(it), unit(it.other, at), at, reason, by);
            case UNITS -> {
                return units.create(made(it, at), at, reason, by);
            }
            case MERGER -> units.merge(it.unit, unit(it.other, at), at, reason, by);
            case SPLIT -> units.split(it.unit, split(it, at), at, reason, by);
            case DISSOLUTION -> units.dissolve(it.unit, unit(it.other, at), at, reason, by);
            case COVER -> covering.cover(it.unit, unit(it.other, at), at, reason, by);
            case UNCOVER -> covering.end(it.unit, unit(it.other, at), at, reason, by);
        }
        return it.unit;
    }

    private Units.NewUnit made(Typed it, Instant at) {
        if (it.code.isBlank()) throw new RuleBroken("organization.code-empty");
        var party = it.party.isBlank() ? null : unit(it.party, at);
        return new Units.NewUnit(it.name.strip(), it.kind, it.level, it.code.strip(), it.unit, party);
    }

    private TreeKind tree(Typed it) {
        return it.party.isBlank() ? TreeKind.HOME : TreeKind.PARTY;
    }

    private Units.Split split(Typed it, Instant at) {
        var named = it.other.isBlank() ? it.unit : unit(it.other, at);
        var units = new LinkedHashMap<UnitId, List<UnitId>>();
        var areas = new LinkedHashMap<UnitId, List<Ref>>();
        new TreeMap<>(it.parts).forEach((part, heir) -> {
            if (heir.isBlank()) return;
            var to = new UnitId(Integer.parseInt(heir));
            if (to.equals(named)) return;
            var slash = part.indexOf('/');
            var ref = Ref.of(part.substring(0, slash), part.substring(slash + 1));
            var itsUnits = units.computeIfAbsent(to, none -> new ArrayList<>());
            var itsAreas = areas.computeIfAbsent(to, none -> new ArrayList<>());
            if (ref.kind().equals(UnitId.KIND)) itsUnits.add(UnitId.of(ref));
            else itsAreas.add(ref);
        });
        var parts = units.entrySet().stream()
                .map(part ->
                        new Units.Part(part.getKey(), part.getValue(), areas.getOrDefault(part.getKey(), List.of())))
                .toList();
        return new Units.Split(named, parts);
    }

    private Effects effects(Typed it) {
        var at = from(it);
        var tree = trees.at(at);
        if (!tree.has(it.unit)) throw new RuleBroken("organization.not-living", it.unit, at);
        return switch (it.verb) {
            case NAME, UNITS, COVER, UNCOVER -> new Effects(0, Map.of());
            case SUPERIOR -> new Effects(tree.countBelow(it.unit), Map.of());
            case MERGER, DISSOLUTION -> {
                var kind = it.verb == Verb.MERGER ? Kind.MERGE : Kind.DISSOLVE;
                var going = successions.proposed(kind, it.unit, at, unit(it.other, at), Map.of());
                yield new Effects(tree.countBelow(it.unit), successions.shares(going));
            }
            case SPLIT -> {
                var split = split(it, at);
                var parts = successions.parts(it.unit, split, at);
                var going = successions.proposed(Kind.SPLIT, it.unit, at, split.named(), parts);
                var moved = split.named().equals(it.unit)
                        ? split.parts().stream()
                                .flatMap(part -> part.units().stream())
                                .mapToInt(one -> tree.countBelow(one) + 1)
                                .sum()
                        : tree.countBelow(it.unit);
                yield new Effects(moved, successions.shares(going));
            }
        };
    }

    /** It begins when the day begins. */
    Instant from(Typed it) {
        try {
            return LocalDate.parse(it.from.strip())
                    .atStartOfDay(clock.getZone())
                    .toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new RuleBroken("organization.day-unreadable", it.from);
        }
    }

    UnitId unit(String typed, Instant at) {
        return WhichUnit.of(typed, trees.at(at));
    }

    /** What can be done with a unit that is there: it is covered only if it is of a kind that can be. */
    List<Verb> verbs(Unit unit, Instant at) {
        var coverable = rules.kinds().stream().anyMatch(it -> it.mayCover(unit.kind()));
        return Arrays.stream(Verb.values())
                .filter(it -> it != Verb.COVER || coverable)
                .filter(it -> it != Verb.UNCOVER
                        || coverable && !covering(unit.id(), at).isEmpty())
                .toList();
    }

    private List<UnitId> covering(UnitId unit, Instant at) {
        return covers.since(unit, at).stream()
                .filter(it -> it.unit().equals(unit) && it.holds(at))
                .map(CoverRows.Cover::by)
                .toList();
    }

    /**
     * Units somebody may want to name: neighbors that could take over, those that could stand above, Party organizations
     * around that could cover it or do.
     */
    List<Unit> candidates(Verb verb, UnitId unit, Instant at) {
        var tree = trees.at(at);
        if (!tree.has(unit)) return List.of();
        if (verb == Verb.UNCOVER)
            return covering(unit, at).stream().filter(tree::has).map(tree::unit).toList();
        var own = tree.unit(unit);
        var above = tree.above(unit);
        var around = verb == Verb.SPLIT ? above : tree.above(above);
        var found = new ArrayList<Unit>();
        for (var number :
                tree.below(verb == Verb.SUPERIOR ? tree.tops().getFirst().id() : around)) {
            var other = tree.unit(new UnitId(number));
            if (tree.covers(unit, other.id()) || !fits(verb, own, other)) continue;
            found.add(other);
            if (found.size() == MOST) break;
        }
        return found;
    }

    private boolean fits(Verb verb, Unit own, Unit other) {
        if (verb == Verb.COVER) return rules.kind(other.kind()).mayCover(own.kind());
        if (verb == Verb.SUPERIOR)
            return rules.homeBroken(own.kind(), own.level(), other.kind(), other.level()) == null
                    && Levels.rank(own.level()) - Levels.rank(other.level()) <= 1;
        return other.level().equals(own.level())
                && rules.kind(other.kind()).tree() == rules.kind(own.kind()).tree();
    }

    /** Kinds of units that could stand under a unit of this kind and level, by the levels on which they could. */
    Map<String, List<String>> kinds(Unit above) {
        var found = new LinkedHashMap<String, List<String>>();
        for (var kind : rules.kinds()) {
            var levels = Levels.all().stream()
                    .filter(level -> rules.homeBroken(kind.key(), level, above.kind(), above.level()) == null)
                    .toList();
            if (!levels.isEmpty()) found.put(kind.key(), levels);
        }
        return found;
    }
}
