package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Category;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.Importable;
import lianxin.organization.May;
import lianxin.platform.Messages;
import lianxin.platform.RuleBroken;
import lianxin.platform.Telephone;
import lianxin.platform.WorkingCalendar;
import lianxin.sheets.Column;
import lianxin.sheets.Column.Kind;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Matters by lists, such as the export of a hotline: each under the number it has there, so that the same list again brings
 * nothing new. A place that is not certain is refused with what it may be, and never guessed.
 */
@Component
class CaseList implements Importable {

    private static final String CHANNEL = "list";

    private final Sources sources;
    private final SourceRows rows;
    private final Areas areas;
    private final PlaceSaid places;
    private final Routing routing;
    private final Categories categories;
    private final Flow flow;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final List<Column> columns;

    CaseList(
            Sources sources,
            SourceRows rows,
            Areas areas,
            PlaceSaid places,
            Routing routing,
            Categories categories,
            Flow flow,
            WorkingCalendar calendar,
            Messages messages,
            Clock clock) {
        this.sources = sources;
        this.rows = rows;
        this.areas = areas;
        this.places = places;
        this.routing = routing;
        this.categories = categories;
        this.flow = flow;
        this.calendar = calendar;
        this.clock = clock;
        this.columns = List.of(
                Column.of(messages, "imports.cases.system", Kind.TEXT, true, ""),
                Column.of(messages, "imports.cases.number", Kind.CODE, true, ""),
                Column.of(messages, "imports.cases.words", Kind.TEXT, true, ""),
                Column.of(messages, "imports.cases.place", Kind.TEXT, true, ""),
                Column.of(messages, "imports.cases.detail", Kind.TEXT, false, ""),
                Column.of(messages, "imports.cases.category", Kind.TEXT, false, ""),
                Column.of(messages, "imports.cases.kind", Kind.TEXT, false, ""),
                Column.of(messages, "imports.cases.due", Kind.DAY, false, ""),
                Column.of(messages, "imports.cases.telephone", Kind.CODE, false, ""));
    }

    @Override
    public String key() {
        return "cases";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public May needs() {
        return May.DISPATCH;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public List<List<String>> samples() {
        var place = areas.tops().stream().findFirst().map(Area::code).orElse("");
        return List.of(
                List.of("12345", "HL-2026-0001", "路灯不亮，晚上看不清", place, "东门口", "", "", "2026-12-31", ""),
                List.of("12345", "HL-2026-0002", "人行道地砖松动", place, "", "", "", "", ""));
    }

    @Override
    public List<String> tables() {
        return List.of("cases.case_file", "cases.words", "cases.source", "cases.time_limit");
    }

    @Override
    public int atOnce() {
        return 100;
    }

    @Override
    public Check check(Instant from, Actor by) {
        return new Looking(by);
    }

    private final class Looking implements Check {

        private final Actor by;
        private final Map<CaseId, Integer> first = new HashMap<>();

        Looking(Actor by) {
            this.by = by;
        }

        @Override
        public void know(Line line) {
            first.putIfAbsent(id(line), line.number());
        }

        @Override
        public Verdict judge(Line line) {
            var reasons = new ArrayList<>(line.complaints());
            int other = first.getOrDefault(id(line), line.number());
            if (other != line.number())
                reasons.add(Complaint.of("imports.twice", line.cells().get(1), other));
            read(line, by, reasons);
            if (!reasons.isEmpty()) return Verdict.refused(reasons);
            var known = rows.knows(line.cells().get(0), line.cells().get(1));
            return new Verdict(known ? Fate.SAME : Fate.CREATE, 0, List.of());
        }
    }

    private static CaseId id(Line line) {
        return FromSource.idOf(line.cells().get(0), line.cells().get(1));
    }

    /** The line in words of the code; null when it cannot be taken, with the reasons. */
    private @Nullable FromSource read(Line line, Actor by, List<Complaint> reasons) {
        var cells = line.cells();
        var place = place(cells.get(3), reasons);
        if (place != null) {
            var desk = routing.desk(place.id(), clock.instant());
            if (!by.may(May.DISPATCH, desk)) reasons.add(Complaint.of("imports.not-yours", areas.address(place.id())));
        }
        var it = new FromSource(
                cells.get(0),
                cells.get(1),
                place == null ? new AreaId(0) : place.id(),
                cells.get(2),
                cells.get(4),
                CHANNEL,
                category(cells.get(5), reasons),
                kind(cells.get(6), reasons),
                due(cells.get(7)),
                false,
                cells.get(8));
        try {
            it.checked().report().checked();
        } catch (RuleBroken broken) {
            reasons.add(Complaint.of(broken));
        }
        if (!it.telephone().isEmpty() && Telephone.read(it.telephone()).isEmpty())
            reasons.add(Complaint.of("case.telephone"));
        return reasons.isEmpty() ? it : null;
    }

    private @Nullable Area place(String said, List<Complaint> reasons) {
        try {
            return places.of(said);
        } catch (RuleBroken notCertain) {
            reasons.add(Complaint.of(notCertain));
            return null;
        }
    }

    private @Nullable String category(String said, List<Complaint> reasons) {
        if (said.isEmpty()) return null;
        var known = categories.byKey().values().stream()
                .filter(it -> it.key().equals(said)
                        || it.name().zh().equals(said)
                        || it.name().en().equalsIgnoreCase(said))
                .findFirst()
                .map(Category::key);
        if (known.isEmpty()) reasons.add(Complaint.of("imports.unknown", "@imports.cases.category", said));
        return known.orElse(null);
    }

    private @Nullable String kind(String said, List<Complaint> reasons) {
        if (said.isEmpty()) return null;
        var known = flow.kinds().stream()
                .filter(it -> it.key().equals(said)
                        || it.name().zh().equals(said)
                        || it.name().en().equalsIgnoreCase(said))
                .findFirst()
                .map(Flow.Named::key);
        if (known.isEmpty()) reasons.add(Complaint.of("imports.unknown", "@imports.cases.kind", said));
        return known.orElse(null);
    }

    /** To the end of that day in the office; what is no day was complained of already. */
    private @Nullable Instant due(String day) {
        try {
            return day.isEmpty() ? null : calendar.closing(LocalDate.parse(day));
        } catch (DateTimeParseException complained) {
            return null;
        }
    }

    @Override
    public List<Done> apply(List<Line> lines, Batch batch, Actor by) {
        return lines.stream().map(it -> apply(it, by)).toList();
    }

    private Done apply(Line line, Actor by) {
        var reasons = new ArrayList<>(line.complaints());
        var told = read(line, by, reasons);
        if (told == null) return Done.refused(line, reasons);
        if (rows.knows(told.system(), told.number())) return Done.same(line);
        return Done.created(line, sources.take(told, by).toString());
    }

    @Override
    public Optional<Complaint> builtOn(Batch batch, List<Made> made) {
        return made.stream()
                .map(CaseList::made)
                .filter(sources::touched)
                .findFirst()
                .map(it -> Complaint.of(
                        "imports.changed-since",
                        rows.find(it).map(SourceRows.Origin::number).orElse(it.toString())));
    }

    @Override
    public void takeBack(List<Made> made, Batch batch, Actor by) {
        for (var it : made) {
            var id = made(it);
            if (sources.touched(id)) throw new RuleBroken("imports.changed-since", id);
            sources.takeBack(id, by);
        }
    }

    private static CaseId made(Made it) {
        return new CaseId(UUID.fromString(it.thing()));
    }
}
