package lianxin.bodies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.territory.Area;
import lianxin.territory.AreaLists;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On the page of an area its axis; on that of a grid the joint bodies at work there and what they give (资源) and do (活动) this
 * year: bodies of the grid, of what lies in it, and those around it up to the town, whether or not these areas have an axis.
 */
@Component
@Order(10)
class BodiesOnTheGround implements AreaLists {

    private static final Set<String> HERE = Set.of("grid", "estate");
    private static final Set<String> AROUND = Set.of("township", "community", "estate");

    private final BodyBook book;
    private final UndertakingBook undertakings;
    private final UnitNames names;
    private final Areas areas;
    private final Days days;
    private final BodyRules rules;

    BodiesOnTheGround(
            BodyBook book, UndertakingBook undertakings, UnitNames names, Areas areas, Days days, BodyRules rules) {
        this.book = book;
        this.undertakings = undertakings;
        this.names = names;
        this.areas = areas;
        this.days = days;
        this.rules = rules;
    }

    @Override
    public List<Listed> of(Area area, AsOf asOf, Shell shell) {
        var lists = new ArrayList<Listed>();
        if (rules.hasAxis(area.kind())) lists.add(axis(area, rules.theAxis(), asOf, shell));
        if (HERE.contains(area.kind())) lists.addAll(grid(area, asOf, shell));
        return lists;
    }

    private Listed axis(Area area, BodyRules.Axis axis, AsOf asOf, Shell shell) {
        var url = asOf.in("/axis/" + area.id().number());
        var lines = book.ofKindOn(axis.kind(), area.id(), asOf.at())
                .map(it -> List.of(new Line(it.name(), names.at(it.lead(), asOf.at()), url)))
                .orElseGet(
                        () -> List.of(new Line(shell.t("bodies.axis-link"), shell.t("bodies.axis-by-default"), url)));
        return new Listed("bodies.axis", "bodies.axis-by-default", lines);
    }

    private List<Listed> grid(Area grid, AsOf asOf, Shell shell) {
        var at = asOf.at();
        var ground = new LinkedHashSet<Integer>();
        for (int number : areas.below(grid.id(), at)) ground.add(number);
        for (var it : areas.around(grid.id(), at))
            if (AROUND.contains(it.kind())) ground.add(it.id().number());
        var numbers = ground.stream().mapToInt(Integer::intValue).toArray();
        var bodies = new HashMap<BodyId, Body>();
        for (var it : book.inAreas(numbers, at)) if (it.active()) bodies.put(it.id(), it);
        int year = days.or(asOf.on()).getYear();
        var agreed = undertakings.of(bodies.keySet(), at).stream()
                .filter(it -> !it.dropped() && (it.ofYear(year) || it.part() == Part.PLEDGE && it.open()))
                .toList();
        return List.of(
                new Listed("bodies.ground.bodies", "bodies.ground.bodies-none", bodies(bodies.values(), asOf, shell)),
                new Listed(
                        "bodies.ground.resources",
                        "bodies.ground.resources-none",
                        lines(agreed, it -> it.part() == Part.PLEDGE, bodies, asOf, shell)),
                new Listed(
                        "bodies.ground.activities",
                        "bodies.ground.activities-none",
                        lines(agreed, it -> it.part() == Part.ACTION, bodies, asOf, shell)));
    }

    private List<Line> bodies(Collection<Body> bodies, AsOf asOf, Shell shell) {
        return bodies.stream()
                .sorted(Comparator.comparing(Body::kind).thenComparing(Body::name))
                .map(it -> new Line(
                        it.name(),
                        rules.kindName(it.kind(), shell.locale()) + " · "
                                + shell.t("bodies.led-by", names.at(it.lead(), asOf.at())),
                        asOf.in("/bodies/" + it.id())))
                .toList();
    }

    private List<Line> lines(
            List<Undertaking> agreed, Predicate<Undertaking> which, Map<BodyId, Body> bodies, AsOf asOf, Shell shell) {
        var lines = new ArrayList<Line>();
        for (var it : agreed) {
            var body = bodies.get(it.body());
            if (body == null || !which.test(it)) continue;
            lines.add(new Line(it.title(), about(it, body, asOf.at(), shell), asOf.in("/bodies/" + body.id())));
        }
        return lines;
    }

    private String about(Undertaking it, Body body, Instant at, Shell shell) {
        var words = new ArrayList<String>();
        var unit = it.unit();
        var amount = it.amount();
        var due = it.due();
        if (unit != null) words.add(names.at(unit, at));
        if (amount != null)
            words.add(
                    shell.t("bodies.given-of", Undertaking.shown(it.given()), Undertaking.shown(amount), it.measure()));
        if (due != null) words.add(it.part().happens() ? shell.day(due) : shell.t("bodies.due", shell.day(due)));
        if (it.done()) words.add(shell.t(it.stateKey()));
        words.add(body.name());
        return String.join(" · ", words);
    }
}
