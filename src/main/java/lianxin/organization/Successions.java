package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lianxin.facts.Ref;
import lianxin.organization.Succession.Kind;
import lianxin.organization.Superiors.Subordinate;
import lianxin.organization.UnitRepository.Link;
import lianxin.organization.UnitRepository.Version;
import lianxin.platform.Ids;
import lianxin.platform.RuleBroken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets units come after each other: checks that they can, cuts what ended, and has everything that was held go over. */
@Component
class Successions {

    private final UnitRepository units;
    private final LineageRepository lineage;
    private final Superiors superiors;
    private final OrganizationRules rules;
    private final ObjectProvider<UnitEnding> endings;
    private final ObjectProvider<Places> places;
    private final Ids ids;
    private final Clock clock;

    Successions(
            UnitRepository units,
            LineageRepository lineage,
            Superiors superiors,
            OrganizationRules rules,
            ObjectProvider<UnitEnding> endings,
            ObjectProvider<Places> places,
            Ids ids,
            Clock clock) {
        this.units = units;
        this.lineage = lineage;
        this.superiors = superiors;
        this.rules = rules;
        this.endings = endings;
        this.places = places;
        this.ids = ids;
        this.clock = clock;
    }

    /** What would go to whom; nothing is checked and nothing is changed. */
    Succession proposed(Kind kind, UnitId from, Instant at, UnitId named, Map<Ref, UnitId> parts) {
        return new Succession(ids.next(), kind, from, at, named, parts, clock.instant(), places.getIfAvailable());
    }

    /** What a split gives away: areas, units below with the ground they answer for. Each may go to one part only. */
    Map<Ref, UnitId> parts(UnitId unit, Units.Split split, Instant at) {
        var standing = units.linksUnder(unit, at).stream().map(Link::unit).toList();
        var known = places.getIfAvailable();
        var found = new HashMap<Ref, UnitId>();
        for (var part : split.parts()) {
            if (part.to().equals(unit)) throw new RuleBroken("organization.own-successor", nameOf(unit, at));
            if (part.units().isEmpty() && part.areas().isEmpty()) throw new RuleBroken("organization.split-nothing");
            for (var area : part.areas()) once(found, area, part.to());
            for (var it : part.units()) {
                if (!standing.contains(it)) throw new RuleBroken("organization.split-stranger", it);
                once(found, it.ref(), part.to());
                if (known != null) known.answeredBy(it, at).forEach(area -> once(found, area, part.to()));
            }
        }
        if (found.isEmpty()) throw new RuleBroken("organization.split-nothing");
        return found;
    }

    private static void once(Map<Ref, UnitId> found, Ref area, UnitId to) {
        var other = found.putIfAbsent(area, to);
        if (other != null && !other.equals(to)) throw new RuleBroken("organization.split-twice");
    }

    /** How many things of which kind go to whom, by the message that names the kind. */
    Map<String, Map<UnitId, Integer>> shares(Succession it) {
        var all = new HashMap<String, Map<UnitId, Integer>>();
        endings.orderedStream().forEach(ending -> {
            var shares = ending.shares(it);
            if (!shares.isEmpty()) all.put(ending.held(), shares);
        });
        return all;
    }

    /** Refuses what cannot be; afterwards the event is known, and only what follows from it is still to be done. */
    Succession begin(Succession it, String reason) {
        var from = it.from();
        var unit = living(from, it.at());
        if (units.life(from).to() != null) throw new RuleBroken("organization.ends-already", unit.name());
        if (lineage.lineage(null).of(from).stream()
                .anyMatch(other -> !other.at().isBefore(it.at())))
            throw new RuleBroken("organization.split-later", unit.name());
        if (it.heirs().isEmpty() || (it.named().equals(from) && it.kind() != Kind.SPLIT))
            throw new RuleBroken("organization.own-successor", unit.name());
        for (var heir : it.heirs()) {
            var successor = living(heir, it.at());
            if (rules.holdsCases(unit.kind()) && !rules.holdsCases(successor.kind()))
                throw new RuleBroken("organization.holds-no-cases", successor.name());
            if (!it.livesOn() && underneath(heir, from, it.at()))
                throw new RuleBroken("organization.successor-below", successor.name(), unit.name());
        }
        var known = Dated.later(clock.instant(), unit.knownFrom());
        return lineage.insert(it, reason, known);
    }

    private boolean underneath(UnitId heir, UnitId unit, Instant at) {
        for (var tree : TreeKind.values()) if (units.standsUnder(heir, unit, tree, at, null)) return true;
        return false;
    }

    /** The unit ends unless it lives on, what stands below it stands under its heirs, and what it holds goes over. */
    void complete(Succession it, String reason) {
        var under = units.linksUnder(it.from(), it.at());
        if (!it.livesOn()) end(it);
        for (var link : under) {
            var heir = it.parts().getOrDefault(link.unit().ref(), it.named());
            if (!heir.equals(it.from())) hang(link, heir, it.at(), reason);
        }
        pass(it);
        if (it.at().isAfter(clock.instant())) lineage.plan(it);
        else mustHoldNothing(it);
    }

    private void end(Succession it) {
        for (var version : units.versions(it.from(), it.at()))
            units.close(version, it.at(), Dated.later(clock.instant(), version.knownFrom()));
        for (var link : units.links(it.from(), it.at()))
            units.close(link, it.at(), Dated.later(clock.instant(), link.knownFrom()));
    }

    private void hang(Link link, UnitId under, Instant at, String reason) {
        var since = Dated.later(at, link.from());
        var unit = living(link.unit(), since);
        units.close(link, since, Dated.later(clock.instant(), link.knownFrom()));
        var subordinate = new Subordinate(link.unit(), unit.kind(), unit.level());
        superiors.put(subordinate, link.tree(), under, since, link.to(), reason, link.knownFrom());
    }

    /** An heir that has ended, or ends one day, passes on what it has just been given. */
    private void pass(Succession it) {
        endings.orderedStream().forEach(ending -> ending.handOver(it));
        for (var heir : it.heirs()) {
            lineage.lineage(null).of(heir).stream()
                    .filter(next -> !next.at().isBefore(it.at()) || !next.livesOn())
                    .forEach(this::pass);
        }
    }

    private void mustHoldNothing(Succession it) {
        var held = shares(it);
        if (!held.isEmpty()) {
            throw new RuleBroken("organization.still-holds", nameOf(it.from(), it.at()), held.toString());
        }
    }

    /** The day of a planned ending has come. */
    void carryOut(UUID event) {
        if (!lineage.done(event, clock.instant())) return;
        var it = lineage.lineage(null).events().stream()
                .filter(one -> one.event().equals(event))
                .findFirst()
                .orElseThrow();
        pass(it);
        mustHoldNothing(it);
    }

    private String nameOf(UnitId unit, Instant at) {
        return units.called(unit, at).orElse(unit.toString());
    }

    private Version living(UnitId unit, Instant at) {
        return units.version(unit, at).orElseThrow(() -> new RuleBroken("organization.not-living", unit, at));
    }
}
