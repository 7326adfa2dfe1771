package lianxin.bodies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianxin.bodies.BodyPage.Affair;
import lianxin.bodies.BodyPage.Lists;
import lianxin.bodies.BodyPage.Rights;
import lianxin.bodies.BodyPage.Seated;
import lianxin.bodies.BodyPage.View;
import lianxin.facts.Ref;
import lianxin.organization.Accounts.OneTime;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.places.PlaceId;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the page of one joint body shows. */
@Component
class BodyViews {

    private final BodyBook book;
    private final UndertakingBook undertakings;
    private final Covers covers;
    private final Partners partners;
    private final UnitNames names;
    private final Areas areas;
    private final Trees trees;
    private final BodyHistory history;
    private final Titles titles;
    private final Days days;
    private final BodyRules rules;
    private final Clock clock;

    BodyViews(
            BodyBook book,
            UndertakingBook undertakings,
            Covers covers,
            Partners partners,
            UnitNames names,
            Areas areas,
            Trees trees,
            BodyHistory history,
            Titles titles,
            Days days,
            BodyRules rules,
            Clock clock) {
        this.book = book;
        this.undertakings = undertakings;
        this.covers = covers;
        this.partners = partners;
        this.names = names;
        this.areas = areas;
        this.trees = trees;
        this.history = history;
        this.titles = titles;
        this.days = days;
        this.rules = rules;
        this.clock = clock;
    }

    View of(
            Body body,
            boolean onlyLate,
            AsOf asOf,
            Actor reader,
            Shell shell,
            Typed typed,
            @Nullable String problem,
            @Nullable OneTime given) {
        var at = asOf.at();
        var kind = rules.kind(body.kind());
        var today = days.or(asOf.on());
        var agreed = undertakings.of(body.id(), at).stream()
                .map(it -> affair(it, body, today, asOf, reader))
                .toList();
        return new View(
                body,
                kind,
                asOf,
                seated(body.lead(), "", body.from(), at),
                book.members(body.id(), at).stream()
                        .map(it -> seated(it.unit(), it.seat(), it.from(), at))
                        .toList(),
                onlyLate,
                areas.on(body.area(), at).map(it -> areas.address(it.id(), at)).orElse(""),
                described(PlaceId.KIND, body.place()),
                ending(body, at),
                new Lists(agreed, covered(body, at), covers.income(body.id(), today)),
                today,
                history.of(body, at, shell),
                rights(body, asOf, reader),
                partners.kinds(),
                typed,
                problem,
                given,
                rules);
    }

    private Seated seated(UnitId unit, String seat, Instant from, Instant at) {
        var day = LocalDate.ofInstant(from, clock.getZone());
        var tree = trees.at(at);
        var code = tree.has(unit) ? tree.unit(unit).code() : "";
        return new Seated(unit, names.at(unit, at), code, seat, day, partners.partner(unit, at));
    }

    private Affair affair(Undertaking it, Body body, LocalDate today, AsOf asOf, Actor reader) {
        var unit = it.unit();
        var may = asOf.now() && it.open() && BodyGuard.maySettle(it, body, reader);
        return new Affair(it, unit == null ? null : names.at(unit, asOf.at()), it.late(today), may);
    }

    private List<Area> covered(Body body, Instant at) {
        return covers.of(body.id(), at).stream()
                .flatMap(it -> areas.on(it, at).stream())
                .toList();
    }

    private BodyPage.@Nullable Last ending(Body body, Instant at) {
        return book.ending(body.id())
                .map(it -> new BodyPage.Last(
                        LocalDate.ofInstant(it.at(), clock.getZone()), it.heir(), names.at(it.heir(), at)))
                .orElse(null);
    }

    private Rights rights(Body body, AsOf asOf, Actor reader) {
        if (!asOf.now() || body.ended()) return new Rights(false, false, false);
        return new Rights(
                reader.may(May.MANAGE_UNITS, body.lead()),
                body.active() && BodyGuard.mayRun(reader, body.lead()),
                body.status() == BodyStatus.APPLIED
                        && reader.may(May.MANAGE_UNITS, trees.now().above(body.lead())));
    }

    private @Nullable String described(String kind, @Nullable Integer number) {
        return number == null ? null : titles.of(Ref.of(kind, number)).orElse(null);
    }
}
