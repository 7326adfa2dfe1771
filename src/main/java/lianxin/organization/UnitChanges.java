package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lianxin.facts.Ref;
import lianxin.organization.Succession.Kind;
import lianxin.platform.RuleBroken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A change of a unit as somebody wrote it down: first tried, so that it can be seen what it would do and whether it may be,
 * then done.
 */
@Component
class UnitChanges {

    private final Units units;
    private final Trees trees;
    private final Successions successions;
    private final Covering covering;
    private final ObjectProvider<Places> places;
    private final TransactionTemplate trial;
    private final Clock clock;

    UnitChanges(
            Units units,
            Trees trees,
            Successions successions,
            Covering covering,
            ObjectProvider<Places> places,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.units = units;
        this.trees = trees;
        this.successions = successions;
        this.covering = covering;
        this.places = places;
        this.trial = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What can be done with a unit; each is an address below the unit's own. */
    enum Verb {
        NAME,
        SUPERIOR,
        PARTY,
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
     * @param parts who gets which unit below or which area, both as they are written in addresses; a unit for which nobody
     *     is named goes with the area beside which it stands
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
            case SUPERIOR -> units.move(it.unit, TreeKind.HOME, unit(it.other, at), at, reason, by);
            case PARTY -> units.move(it.unit, TreeKind.PARTY, unit(it.other, at), at, reason, by);
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

    private Units.Split split(Typed it, Instant at) {
        var named = it.other.isBlank() ? it.unit : unit(it.other, at);
        var units = new LinkedHashMap<UnitId, List<UnitId>>();
        var areas = new LinkedHashMap<UnitId, List<Ref>>();
        heirs(it, at).forEach((ref, heir) -> {
            if (heir.equals(named)) return;
            var itsUnits = units.computeIfAbsent(heir, none -> new ArrayList<>());
            var itsAreas = areas.computeIfAbsent(heir, none -> new ArrayList<>());
            if (ref.kind().equals(UnitId.KIND)) itsUnits.add(UnitId.of(ref));
            else itsAreas.add(ref);
        });
        var parts = units.entrySet().stream()
                .map(part ->
                        new Units.Part(part.getKey(), part.getValue(), areas.getOrDefault(part.getKey(), List.of())))
                .toList();
        return new Units.Split(named, parts);
    }

    /** Who gets what, as it was typed; units below for which nobody was named follow the area whose code theirs begins with. */
    private Map<Ref, UnitId> heirs(Typed it, Instant at) {
        var heirs = new LinkedHashMap<Ref, UnitId>();
        new TreeMap<>(it.parts).forEach((part, heir) -> {
            var slash = part.indexOf('/');
            var ref = Ref.of(part.substring(0, slash), part.substring(slash + 1));
            if (!heir.isBlank()) heirs.put(ref, new UnitId(Integer.parseInt(heir)));
        });
        var ground = places.getIfAvailable();
        var tree = trees.at(at);
        if (ground == null || !tree.has(it.unit)) return heirs;
        for (var area : ground.groundOf(it.unit, at)) {
            var heir = heirs.get(area.area());
            if (heir == null) continue;
            for (var below : tree.children(it.unit))
                if (below.code().startsWith(area.code() + "-"))
                    heirs.putIfAbsent(below.id().ref(), heir);
        }
        return heirs;
    }

    private Effects effects(Typed it) {
        var at = from(it);
        var tree = trees.at(at);
        if (!tree.has(it.unit)) throw new RuleBroken("organization.not-living", it.unit, at);
        return switch (it.verb) {
            case NAME, UNITS, COVER, UNCOVER -> new Effects(0, Map.of());
            case SUPERIOR -> new Effects(tree.countBelow(it.unit), Map.of());
            case PARTY -> new Effects(new PartyTree(tree).countBelow(it.unit), Map.of());
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
}
