package lianxin.routes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lianxin.facts.Ref;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Trees;
import lianxin.places.PlaceBook;
import lianxin.places.PlaceRules;
import lianxin.territory.Areas;
import lianxin.territory.Town;
import org.springframework.stereotype.Component;

/** What could be a stop of a kind of routes, by a part of its name or by its code. */
@Component
class RouteCandidates {
    private static final int FOUND_AT_ONCE = 12;
    private static final int UNITS_LOOKED_AT = 200;

    private final Areas areas;
    private final PlaceBook places;
    private final Trees trees;
    private final OrganizationRules organization;
    private final PlaceRules placeRules;
    private final Town town;

    RouteCandidates(
            Areas areas,
            PlaceBook places,
            Trees trees,
            OrganizationRules organization,
            PlaceRules placeRules,
            Town town) {
        this.areas = areas;
        this.places = places;
        this.trees = trees;
        this.organization = organization;
        this.placeRules = placeRules;
        this.town = town;
    }

    /** @param what an area, a place or a unit */
    record Candidate(Ref what, String name, String sort, String around) {}

    /** The shortest names first: they are nearest to what was typed. */
    List<Candidate> like(String typed, RouteRules.Kind kind, Instant at, Locale locale) {
        var words = typed.strip();
        if (words.isEmpty()) return List.of();
        var stops = kind.stops();
        var found = new ArrayList<Candidate>();
        for (var it : areas.search(words, at))
            if (stops.areas().contains(it.kind()))
                found.add(new Candidate(
                        it.id().ref(), it.name(), town.levelName(it.kind(), locale), areas.address(it.id(), at)));
        for (var it : places.at(at))
            if (stops.places().contains(it.type()) && it.name().contains(words))
                found.add(new Candidate(
                        it.id().ref(),
                        it.name(),
                        placeRules.typeName(it.type(), locale),
                        areas.address(it.area(), at)));
        if (!stops.units().isEmpty()) units(words, stops, at, locale, found);
        found.sort(Comparator.comparingInt(it -> it.name.length()));
        return found.stream().limit(FOUND_AT_ONCE).toList();
    }

    private void units(String words, RouteRules.Stops stops, Instant at, Locale locale, List<Candidate> found) {
        var tree = trees.at(at);
        for (var it : tree.search(words, UNITS_LOOKED_AT)) {
            if (!stops.units().contains(it.kind())) continue;
            var above = it.parent() == null ? "" : tree.unit(it.parent()).name();
            found.add(new Candidate(
                    it.id().ref(),
                    it.name(),
                    organization.kind(it.kind()).name().in(locale),
                    above));
        }
    }
}
