package lianxin.bodies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.organization.Actor;
import lianxin.organization.PartyBeside;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One axis and its links: who is the axis of an area, who joins in, and what was done in each link. */
@Service
public class Axes {

    private final BodyBook book;
    private final UndertakingBook undertakings;
    private final Bodies bodies;
    private final BodyRules rules;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final PartyBeside parties;
    private final Trees trees;
    private final Clock clock;

    Axes(
            BodyBook book,
            UndertakingBook undertakings,
            Bodies bodies,
            BodyRules rules,
            Areas areas,
            Responsibilities responsibilities,
            PartyBeside parties,
            Trees trees,
            Clock clock) {
        this.book = book;
        this.undertakings = undertakings;
        this.bodies = bodies;
        this.rules = rules;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.parties = parties;
        this.trees = trees;
        this.clock = clock;
    }

    /**
     * How one axis stands on a day.
     *
     * @param unit the axis: who leads the body, else the Party body of the area
     * @param body null where nobody has set the axis up
     * @param since the first day of the period that is looked at
     * @param next the day on which it is looked back next
     * @param byLink what was done together in the period, for each link, also for those with none
     * @param pledges what members have pledged, whenever
     */
    record Standing(
            Area area,
            UnitId unit,
            @Nullable Body body,
            LocalDate since,
            LocalDate until,
            @Nullable LocalDate next,
            List<Member> members,
            SequencedMap<BodyRules.Link, List<Undertaking>> byLink,
            List<Undertaking> pledges,
            Map<String, Integer> counts,
            Maturity maturity) {

        int linked() {
            return (int) byLink.values().stream().filter(it -> !it.isEmpty()).count();
        }

        List<BodyRules.Link> gaps() {
            return byLink.entrySet().stream()
                    .filter(it -> it.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** The axis of the area; where there is none yet it is set up, with the Party body of the area. */
    @Transactional
    public BodyId axisOf(AreaId id, Instant from, Actor by) {
        var axis = rules.theAxis();
        var there = book.ofKindOn(axis.kind(), id, from);
        if (there.isPresent()) return there.get().id();
        var area = areas.find(id, from);
        var unit = unitOf(id, from);
        var name = area.name() + rules.kind(axis.kind()).name().zh();
        return bodies.found(new Bodies.Charter(axis.kind(), name, unit, id), from, name, by);
    }

    /** Whom an area has for its axis (row 1.02): the Party body beside the unit of the area; where there is none, that unit. */
    private UnitId unitOf(AreaId area, Instant at) {
        var unit = responsibilities.responsible(area, "", at);
        return parties.of(unit, trees.at(at)).orElse(unit);
    }

    Optional<Standing> standing(Area area, Instant at) {
        return standings(List.of(area), at).stream().findFirst();
    }

    /** How far all areas inside each of these have come that are to have an axis. */
    SequencedMap<Area, AxisSum> sums(List<Area> around, Instant at) {
        var axis = rules.theAxis();
        var inside = new LinkedHashMap<Area, List<Area>>();
        for (var it : around)
            inside.put(
                    it,
                    IntStream.of(areas.below(it.id(), at))
                            .mapToObj(number -> areas.find(new AreaId(number), at))
                            .filter(area -> rules.hasAxis(area.kind()))
                            .toList());
        var all = standings(inside.values().stream().flatMap(List::stream).toList(), at).stream()
                .collect(Collectors.toMap(it -> it.area().id(), it -> it));
        var sums = new LinkedHashMap<Area, AxisSum>();
        inside.forEach((area, those) -> sums.put(
                area,
                AxisSum.of(
                        those.stream()
                                .map(it -> Objects.requireNonNull(all.get(it.id())))
                                .toList(),
                        axis.maturity().size())));
        return sums;
    }

    /** Areas on whose level there is no axis are left out. Four questions to the database, however many areas. */
    List<Standing> standings(List<Area> asked, Instant at) {
        var wanted = asked.stream().filter(it -> rules.hasAxis(it.kind())).toList();
        var inside = new HashMap<AreaId, Set<Integer>>();
        for (var it : wanted)
            inside.put(
                    it.id(),
                    IntStream.of(areas.below(it.id(), at)).boxed().collect(Collectors.toCollection(HashSet::new)));
        var ground = inside.values().stream()
                .flatMapToInt(it -> it.stream().mapToInt(Integer::intValue))
                .distinct()
                .toArray();
        var found = book.inAreas(ground, at);
        var ids = found.stream().map(Body::id).toList();
        var members = book.members(ids, at).stream().collect(Collectors.groupingBy(Member::body));
        var agreed = undertakings.of(ids, at).stream().collect(Collectors.groupingBy(Undertaking::body));
        var standings = new ArrayList<Standing>();
        for (var it : wanted) {
            var own = inside.getOrDefault(it.id(), Set.of());
            var here = found.stream()
                    .filter(body -> own.contains(body.area().number()))
                    .toList();
            standings.add(standing(it, here, members, agreed, at));
        }
        return standings;
    }

    private Standing standing(
            Area area,
            List<Body> here,
            Map<BodyId, List<Member>> members,
            Map<BodyId, List<Undertaking>> agreed,
            Instant at) {
        var axis = rules.theAxis();
        var kind = rules.kind(axis.kind());
        var day = LocalDate.ofInstant(at, clock.getZone());
        var since = kind.reviewBefore(day).map(it -> it.plusDays(1)).orElse(day.withDayOfYear(1));
        var body = here.stream()
                .filter(it -> it.kind().equals(axis.kind())
                        && it.active()
                        && it.area().equals(area.id()))
                .findFirst();
        var own = body.map(it -> agreed.getOrDefault(it.id(), List.of())).orElse(List.of());
        var done = here.stream()
                .flatMap(it -> agreed.getOrDefault(it.id(), List.of()).stream())
                .filter(it -> it.done() && within(it.doneOn(), since, day))
                .toList();
        var byLink = new LinkedHashMap<BodyRules.Link, List<Undertaking>>();
        for (var link : axis.links())
            byLink.put(link, done.stream().filter(link::counts).toList());
        var seated = body.map(it -> members.getOrDefault(it.id(), List.of())).orElse(List.of());
        var counts = counts(own, done, byLink, seated.size());
        return new Standing(
                area,
                body.map(Body::lead).orElseGet(() -> unitOf(area.id(), at)),
                body.orElse(null),
                since,
                day,
                kind.reviewAfter(day.minusDays(1)).orElse(null),
                seated,
                byLink,
                own.stream().filter(it -> it.part() == Part.PLEDGE).toList(),
                counts,
                Maturity.of(axis.maturity(), counts));
    }

    private static boolean within(@Nullable LocalDate day, LocalDate since, LocalDate until) {
        return day != null && !day.isBefore(since) && !day.isAfter(until);
    }

    private static Map<String, Integer> counts(
            List<Undertaking> own,
            List<Undertaking> recently,
            Map<BodyRules.Link, List<Undertaking>> byLink,
            int partners) {
        return Map.of(
                "duties", count(own, Part.DUTY, false),
                "partners", partners,
                "pledges", count(own, Part.PLEDGE, false),
                "kept", count(own, Part.PLEDGE, true),
                "projects", count(own, Part.PROJECT, true),
                "actions", count(recently, Part.ACTION, true),
                "links",
                        (int) byLink.values().stream()
                                .filter(it -> !it.isEmpty())
                                .count(),
                "reviews", count(own, Part.REVIEW, true));
    }

    /** What was dropped counts for nothing. */
    private static int count(List<Undertaking> own, Part part, boolean done) {
        return (int) own.stream()
                .filter(it -> it.part() == part && (done ? it.done() : it.open() || it.done()))
                .count();
    }
}
