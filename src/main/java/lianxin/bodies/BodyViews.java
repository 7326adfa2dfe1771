package lianxin.bodies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.bodies.BodyPage.Affair;
import lianxin.bodies.BodyPage.Event;
import lianxin.bodies.BodyPage.Lists;
import lianxin.bodies.BodyPage.Rights;
import lianxin.bodies.BodyPage.Seated;
import lianxin.bodies.BodyPage.View;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
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
import lianxin.territory.AreaId;
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
    private final Journal journal;
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
            Journal journal,
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
        this.journal = journal;
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
                .map(it -> affair(it, today, at))
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
                events(body, at, shell),
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

    private Affair affair(Undertaking it, LocalDate today, Instant at) {
        var unit = it.unit();
        return new Affair(it, unit == null ? null : names.at(unit, at), it.late(today));
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

    /** What happened until the moment, the newest first; what is planned for later is not history yet. */
    private List<Event> events(Body body, Instant at, Shell shell) {
        var agreed = undertakings.of(body.id(), clock.instant()).stream()
                .collect(Collectors.toMap(Undertaking::id, Undertaking::title));
        var events = new ArrayList<Event>();
        for (var it : journal.about(body.id().ref()).reversed()) {
            if (it.occurredAt().isAfter(at) || !(it.fact() instanceof BodyFact fact)) continue;
            events.add(new Event(
                    it.occurredAt(),
                    shell.t("bodies.event." + it.kind().substring("body.".length()), said(fact, agreed, at, shell)),
                    by(it)));
        }
        return events;
    }

    private @Nullable String by(Recorded it) {
        return titles.of(it.actor()).orElse(null);
    }

    private Object said(BodyFact fact, Map<UndertakingId, String> agreed, Instant at, Shell shell) {
        return switch (fact) {
            case BodyFact.Founded it -> names.at(it.responsible(), at);
            case BodyFact.StatusChanged it ->
                shell.t("bodies.status." + it.status().key());
            case BodyFact.Admitted it -> names.at(it.member(), at);
            case BodyFact.Left it -> names.at(it.member(), at);
            case BodyFact.LeadChanged it -> names.at(it.responsible(), at);
            case BodyFact.SeatHandedOver it -> names.at(it.member(), at);
            case BodyFact.Agreed it -> it.shared();
            case BodyFact.EndingPlanned it -> LocalDate.ofInstant(it.at(), clock.getZone());
            case BodyFact.HeirChanged it -> names.at(it.heir(), at);
            case BodyFact.Dissolved it -> names.at(it.heir(), at);
            case BodyFact.Planned it -> agreed.getOrDefault(it.undertaking(), "");
            case BodyFact.Done it -> agreed.getOrDefault(it.undertaking(), "");
            case BodyFact.Attended it -> names.at(it.member(), at);
            case BodyFact.PositionStated it ->
                names.at(it.member(), at) + "：" + agreed.getOrDefault(it.undertaking(), "");
            case BodyFact.MinutesCorrected it -> agreed.getOrDefault(it.undertaking(), "");
            case BodyFact.Voted it -> voted(it, agreed, shell);
            case BodyFact.Answered it -> answered(it.demand(), it.undertaking(), agreed);
            case BodyFact.AnsweredNoMore it -> answered(it.demand(), it.undertaking(), agreed);
            case BodyFact.Dropped it -> agreed.getOrDefault(it.undertaking(), "");
            case BodyFact.HandedOver it -> agreed.getOrDefault(it.undertaking(), "");
            case BodyFact.Fulfilled it ->
                agreed.getOrDefault(it.undertaking(), "") + " " + Undertaking.shown(it.amount());
            case BodyFact.Covered it -> areaName(it.area(), at);
            case BodyFact.CoveredNoMore it -> areaName(it.area(), at);
            case BodyFact.IncomeRecorded it -> Undertaking.shown(it.ratio());
        };
    }

    private static String voted(BodyFact.Voted it, Map<UndertakingId, String> agreed, Shell shell) {
        var came = shell.t(it.passed() ? "bodies.vote-passed" : "bodies.vote-refused");
        var counts = shell.t("bodies.vote-counts", it.inFavor(), it.opposed(), it.abstained(), it.needed());
        return agreed.getOrDefault(it.undertaking(), "") + " · " + counts + " · " + came;
    }

    private static String answered(UndertakingId demand, UndertakingId by, Map<UndertakingId, String> agreed) {
        return agreed.getOrDefault(demand, "") + " ← " + agreed.getOrDefault(by, "");
    }

    private String areaName(AreaId area, Instant at) {
        return areas.on(area, at).map(Area::name).orElse("");
    }
}
