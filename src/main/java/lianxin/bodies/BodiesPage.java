package lianxin.bodies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.UnitId;
import lianxin.platform.AsOf;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All joint bodies on a day, filtered by kind, status, mode, area and unit; and what a unit has in hand in all of them. */
@Controller
@Needs(May.LOOK_UP)
class BodiesPage {

    private static final int AT_ONCE = 50;

    private final BodyBook book;
    private final UndertakingBook undertakings;
    private final UnitNames names;
    private final Areas areas;
    private final Days days;
    private final BodyRules rules;

    BodiesPage(BodyBook book, UndertakingBook undertakings, UnitNames names, Areas areas, Days days, BodyRules rules) {
        this.book = book;
        this.undertakings = undertakings;
        this.names = names;
        this.areas = areas;
        this.days = days;
        this.rules = rules;
    }

    /**
     * @param given the filters as they stand in the address
     * @param all how many there are, whatever their status
     */
    record View(
            AsOf asOf,
            Map<String, String> given,
            List<Line> lines,
            int all,
            int page,
            int pages,
            Map<String, Long> byKind,
            Map<String, Long> byMode,
            Map<String, Long> byStatus,
            @Nullable String unit,
            @Nullable Area area,
            List<Area> parts,
            boolean mayFound,
            BodyRules rules) {

        String is(String filter) {
            return given.getOrDefault(filter, "");
        }

        String with(String filter, String value) {
            var filters = new LinkedHashMap<>(given);
            filters.remove("page");
            filters.put(filter, value);
            var query = filters.entrySet().stream()
                    .filter(it -> !it.getValue().isEmpty())
                    .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                    .collect(Collectors.joining("&"));
            return asOf.in(query.isEmpty() ? "/bodies" : "/bodies?" + query);
        }

        Map<String, Object> keep() {
            return new LinkedHashMap<>(given);
        }
    }

    /** @param late how many of its undertakings are over their day */
    record Line(Body body, String lead, String area, int members, int late) {}

    /** @param late what others have in hand and is over its day, in bodies that the unit leads */
    record Work(
            AsOf asOf, UnitId unit, String name, LocalDate today, List<Item> items, List<Item> late, BodyRules rules) {}

    record Item(Undertaking it, Body body, @Nullable String holder) {}

    @GetMapping("/bodies")
    ModelAndView list(
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "status", defaultValue = "") String status,
            @RequestParam(name = "mode", defaultValue = "") String mode,
            @RequestParam(name = "area", required = false) @Nullable Integer area,
            @RequestParam(name = "unit", required = false) @Nullable Integer unit,
            @RequestParam(name = "late", defaultValue = "false") boolean late,
            @RequestParam(name = "page", defaultValue = "1") int page,
            AsOf asked,
            Actor actor) {
        var asOf = asked.knownNow();
        var at = asOf.at();
        var there = unit == null ? book.all(at) : book.of(new UnitId(unit), at);
        var inside = area == null ? null : within(area, asOf);
        var here = there.stream()
                .filter(it -> inside == null || inside.contains(it.area().number()))
                .toList();
        var behind = late ? behind(here, asOf) : Set.<BodyId>of();
        var found = here.stream()
                .filter(it -> !late || behind.contains(it.id()))
                .filter(it -> kind.isEmpty() || it.kind().equals(kind))
                .filter(it -> mode.isEmpty() || mode.equals(it.mode()))
                .filter(it -> status.isEmpty() ? !it.ended() : it.status().key().equals(status))
                .sorted(Comparator.comparing(Body::kind).thenComparing(Body::name))
                .toList();
        int pages = Math.max(1, (found.size() + AT_ONCE - 1) / AT_ONCE);
        int shown = Math.clamp(page, 1, pages);
        var view = new View(
                asOf,
                given(kind, status, mode, late, area, unit),
                lines(found.stream().skip((shown - 1L) * AT_ONCE).limit(AT_ONCE).toList(), asOf),
                found.size(),
                shown,
                pages,
                counted(here.stream().filter(it -> !it.ended()).toList(), Body::kind),
                counted(
                        here.stream()
                                .filter(it -> it.active() && it.mode() != null)
                                .toList(),
                        it -> String.valueOf(it.mode())),
                counted(here, it -> it.status().key()),
                unit == null ? null : names.at(new UnitId(unit), at),
                area == null ? null : areas.find(new AreaId(area), at),
                parts(area, asOf),
                actor.where(May.MANAGE_UNITS).length > 0,
                rules);
        return new ModelAndView("bodies/bodies", "it", view);
    }

    /** Those in which something is over its day. */
    private Set<BodyId> behind(List<Body> bodies, AsOf asOf) {
        var ids = bodies.stream().map(Body::id).toList();
        return undertakings.lateIn(ids, days.or(asOf.on()), asOf.at()).stream()
                .map(Undertaking::body)
                .collect(Collectors.toSet());
    }

    private Set<Integer> within(int area, AsOf asOf) {
        return IntStream.of(areas.below(new AreaId(area), asOf.at())).boxed().collect(Collectors.toSet());
    }

    private List<Area> parts(@Nullable Integer area, AsOf asOf) {
        var tops = areas.tops();
        if (area == null && tops.isEmpty()) return List.of();
        return areas.children(area == null ? tops.getFirst().id() : new AreaId(area), asOf.at());
    }

    private static Map<String, Long> counted(List<Body> bodies, Function<Body, String> by) {
        return bodies.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static Map<String, String> given(
            String kind, String status, String mode, boolean late, @Nullable Integer area, @Nullable Integer unit) {
        var given = new LinkedHashMap<String, String>();
        if (!kind.isEmpty()) given.put("kind", kind);
        if (!status.isEmpty()) given.put("status", status);
        if (!mode.isEmpty()) given.put("mode", mode);
        if (late) given.put("late", "true");
        if (area != null) given.put("area", area.toString());
        if (unit != null) given.put("unit", unit.toString());
        return given;
    }

    private List<Line> lines(List<Body> bodies, AsOf asOf) {
        var ids = bodies.stream().map(Body::id).toList();
        var members = book.members(ids, asOf.at()).stream().collect(Collectors.groupingBy(Member::body));
        var agreed = undertakings.of(ids, asOf.at()).stream().collect(Collectors.groupingBy(Undertaking::body));
        var today = days.or(asOf.on());
        var lines = new ArrayList<Line>();
        for (var it : bodies) {
            var late = agreed.getOrDefault(it.id(), List.of()).stream()
                    .filter(one -> one.late(today))
                    .count();
            lines.add(new Line(
                    it,
                    names.at(it.lead(), asOf.at()),
                    areas.on(it.area(), asOf.at()).map(Area::name).orElse(""),
                    members.getOrDefault(it.id(), List.of()).size(),
                    (int) late));
        }
        return lines;
    }

    @GetMapping("/bodies/work")
    ModelAndView work(@RequestParam("unit") int number, AsOf asked) {
        var asOf = asked.knownNow();
        var unit = new UnitId(number);
        var bodies = book.of(unit, asOf.at());
        var led = bodies.stream()
                .filter(it -> it.lead().equals(unit) && !it.ended())
                .map(Body::id)
                .toList();
        var today = days.or(asOf.on());
        var items = items(undertakings.inHandOf(unit, led, asOf.at()), bodies, asOf);
        var late = undertakings.lateIn(led, today, asOf.at()).stream()
                .filter(it -> it.unit() != null && !it.unit().equals(unit))
                .toList();
        var view = new Work(asOf, unit, names.at(unit, asOf.at()), today, items, items(late, bodies, asOf), rules);
        return new ModelAndView("bodies/work", "it", view);
    }

    /** What was handed over when a body ended belongs to one in which the unit does not sit. */
    private List<Item> items(List<Undertaking> all, List<Body> own, AsOf asOf) {
        var known = own.stream().collect(Collectors.toMap(Body::id, Function.identity()));
        var items = new ArrayList<Item>();
        for (var it : all) {
            if (!it.part().due()) continue;
            var body = known.computeIfAbsent(it.body(), id -> book.must(id, asOf.at()));
            var unit = it.unit();
            items.add(new Item(it, body, unit == null ? null : names.at(unit, asOf.at())));
        }
        return items;
    }
}
