package lianxin.bodies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.bodies.BodyPage.Event;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.platform.Shell;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of a joint body, in sentences. */
@Component
class BodyHistory {

    /** So many areas covered in one go are named. */
    private static final int NAMED = 5;

    private final UndertakingBook undertakings;
    private final UnitNames names;
    private final Areas areas;
    private final Journal journal;
    private final Titles titles;
    private final Clock clock;

    BodyHistory(
            UndertakingBook undertakings, UnitNames names, Areas areas, Journal journal, Titles titles, Clock clock) {
        this.undertakings = undertakings;
        this.names = names;
        this.areas = areas;
        this.journal = journal;
        this.titles = titles;
        this.clock = clock;
    }

    /** What happened until the moment, the newest first; what is planned for later is not history yet. */
    List<Event> of(Body body, Instant at, Shell shell) {
        var agreed = undertakings.of(body.id(), clock.instant()).stream()
                .collect(Collectors.toMap(Undertaking::id, Undertaking::title));
        var events = new ArrayList<Event>();
        for (var told : together(journal.about(body.id().ref()).reversed(), at)) {
            var it = told.getFirst();
            if (!(it.fact() instanceof BodyFact fact)) continue;
            var said = told.size() > 1 ? areaNames(told, at, shell) : said(fact, agreed, at, shell);
            events.add(new Event(
                    it.occurredAt(), shell.t("bodies.event." + it.kind().substring("body.".length()), said), by(it)));
        }
        return events;
    }

    /** Areas that were covered in one go stand together, everything else by itself. */
    private static List<List<Recorded>> together(List<Recorded> all, Instant at) {
        var together = new ArrayList<List<Recorded>>();
        for (var it : all) {
            if (it.occurredAt().isAfter(at)) continue;
            var last = together.isEmpty() ? null : together.getLast().getFirst();
            var same = last != null
                    && last.fact() instanceof BodyFact.Covered
                    && it.fact() instanceof BodyFact.Covered
                    && last.occurredAt().equals(it.occurredAt());
            if (!same) together.add(new ArrayList<>());
            together.getLast().add(it);
        }
        return together;
    }

    private String areaNames(List<Recorded> covered, Instant at, Shell shell) {
        var first = covered.reversed().stream()
                .map(Recorded::fact)
                .filter(BodyFact.Covered.class::isInstance)
                .map(BodyFact.Covered.class::cast)
                .limit(NAMED)
                .map(it -> areaName(it.area(), at))
                .collect(Collectors.joining("、"));
        return covered.size() > NAMED ? shell.t("bodies.event.areas", first, covered.size()) : first;
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
