package lianxin.places;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.places.PlaceFinder.Found;
import lianxin.places.PlaceFinder.Wanted;
import lianxin.platform.AsOf;
import lianxin.platform.RuleBroken;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Town;
import lianxin.territory.TypedPoint;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All places of a part of the ground: a list, a map of the same, and how many there are of each type and in each area. */
@Controller
class PlacesPage {
    private static final int AT_ONCE = 25;

    private final PlaceFinder finder;
    private final PlacesMap map;
    private final Areas areas;
    private final PlaceRules rules;
    private final Town town;

    PlacesPage(PlaceFinder finder, PlacesMap map, Areas areas, PlaceRules rules, Town town) {
        this.finder = finder;
        this.map = map;
        this.areas = areas;
        this.rules = rules;
        this.town = town;
    }

    /** @param given the filters as they stand in the address */
    record View(
            AsOf asOf,
            Area chosen,
            List<Area> path,
            Map<String, String> given,
            List<Line> lines,
            int all,
            int open,
            int page,
            int pages,
            Map<String, Long> byType,
            List<Count> byArea,
            Map<String, Long> byLevel,
            Map<String, Long> byMode,
            PlacesMap.Sheet sheet,
            boolean mayOpen,
            PlaceRules rules,
            Town town) {

        String is(String filter) {
            return given.getOrDefault(filter, "");
        }

        /** The same list with one filter set otherwise, from its first page on. */
        String with(String filter, Object value) {
            var filters = new LinkedHashMap<>(given);
            filters.put(filter, value.toString());
            return address(filters);
        }

        String onPage(int number) {
            var filters = new LinkedHashMap<>(given);
            filters.put("page", Integer.toString(number));
            return address(filters);
        }

        private String address(Map<String, String> filters) {
            var query = filters.entrySet().stream()
                    .filter(it -> !it.getValue().isEmpty())
                    .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                    .collect(Collectors.joining("&"));
            return asOf.in(query.isEmpty() ? "/places" : "/places?" + query);
        }

        boolean filtered() {
            return given.keySet().stream().anyMatch(it -> !it.equals("area"));
        }

        Map<String, Object> keep() {
            return new LinkedHashMap<>(given);
        }
    }

    record Line(int number, Found found, String address) {}

    record Count(Area area, long count) {}

    @Needs(May.LOOK_UP)
    @GetMapping("/places")
    ModelAndView list(
            @RequestParam(name = "area", required = false) @Nullable Integer number,
            @RequestParam(name = "type", defaultValue = "") String type,
            @RequestParam(name = "mode", defaultValue = "") String mode,
            @RequestParam(name = "amenity", defaultValue = "") String amenity,
            @RequestParam(name = "open", defaultValue = "false") boolean open,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "near", defaultValue = "") String near,
            @RequestParam(name = "page", defaultValue = "1") int page,
            AsOf asked,
            Actor actor) {
        var asOf = asked.knownNow();
        var at = asOf.at();
        var tops = areas.tops();
        if (number == null && tops.isEmpty()) return new ModelAndView("territory/map-empty");
        var chosen = number == null ? tops.getFirst() : areas.find(new AreaId(number), at);
        var from = point(near);
        var wanted = new Wanted(number == null ? null : chosen.id(), type, mode, amenity, open, words, from);
        var ofAnyType = finder.find(wanted.ofAnyType(), at);
        var found = ofAnyType.stream()
                .filter(it -> type.isEmpty() || it.place().type().equals(type))
                .toList();
        int pages = Math.max(1, (found.size() + AT_ONCE - 1) / AT_ONCE);
        int shown = Math.clamp(page, 1, pages);
        int first = (shown - 1) * AT_ONCE;
        var here = found.subList(first, Math.min(found.size(), first + AT_ONCE));
        var lines = new ArrayList<Line>();
        for (var it : here)
            lines.add(new Line(
                    first + lines.size() + 1, it, areas.address(it.place().area(), at)));
        var view = new View(
                asOf,
                chosen,
                areas.path(chosen.id(), at),
                given(number, type, mode, amenity, open, words, near),
                lines,
                found.size(),
                (int) found.stream().filter(Found::openNow).count(),
                shown,
                pages,
                counted(ofAnyType, it -> it.place().type()),
                byArea(chosen, found, asOf),
                counted(found, it -> it.place().details().level()),
                counted(found, it -> it.place().details().mode().key()),
                map.of(chosen, here.stream().map(Found::place).toList(), first + 1, from, at),
                actor.where(May.MANAGE_UNITS).length > 0,
                rules,
                town);
        return new ModelAndView("places/places", "it", view);
    }

    static @Nullable Coordinate point(String typed) {
        if (typed.isBlank()) return null;
        return TypedPoint.read(typed).orElseThrow(() -> new RuleBroken("territory.point.unreadable", typed));
    }

    private static Map<String, String> given(
            @Nullable Integer area, String type, String mode, String amenity, boolean open, String words, String near) {
        var given = new LinkedHashMap<String, String>();
        if (area != null) given.put("area", area.toString());
        if (!type.isEmpty()) given.put("type", type);
        if (!mode.isEmpty()) given.put("mode", mode);
        if (!amenity.isEmpty()) given.put("amenity", amenity);
        if (open) given.put("open", "true");
        if (!words.isBlank()) given.put("q", words.strip());
        if (!near.isBlank()) given.put("near", near.strip());
        return given;
    }

    private static Map<String, Long> counted(List<Found> found, Function<Found, String> by) {
        return found.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private List<Count> byArea(Area chosen, List<Found> found, AsOf asOf) {
        var standing = new LinkedHashMap<Integer, Long>();
        for (var it : found) standing.merge(it.place().area().number(), 1L, Long::sum);
        var counts = new ArrayList<Count>();
        for (var child : areas.children(chosen.id(), asOf.at())) {
            long count = 0;
            for (var area : areas.below(child.id(), asOf.at())) count += standing.getOrDefault(area, 0L);
            counts.add(new Count(child, count));
        }
        return counts;
    }
}
