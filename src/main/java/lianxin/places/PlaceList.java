package lianxin.places;

import static lianxin.places.tables.PlaceVersionTable.PLACE_VERSION;
import static lianxin.places.tables.PlaceVisitTable.PLACE_VISIT;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.organization.Importable;
import lianxin.organization.May;
import lianxin.platform.Messages;
import lianxin.sheets.Column;
import lianxin.sheets.Column.Kind;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Dated;
import lianxin.territory.Responsibilities;
import lianxin.territory.Town;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Places by lists: the same name and type in the same area is the same place. What a cell leaves empty stays as it is. */
@Component
class PlaceList implements Importable {
    /** In the order of the cells, and of the table that is taken away. */
    static final List<String> COLUMNS = List.of(
            "imports.places.name",
            "imports.places.type",
            "imports.places.level",
            "imports.places.status",
            "imports.places.area",
            "imports.places.address",
            "imports.places.lon",
            "imports.places.lat",
            "imports.places.hours",
            "imports.places.amenities",
            "imports.places.services",
            "imports.places.functions",
            "imports.places.mode",
            "imports.places.web");

    private static final int AT_ONCE = 1_000;

    private final Places places;
    private final PlaceBook book;
    private final PlaceWords words;
    private final List<PlaceUse> uses;
    private final Responsibilities responsibilities;
    private final Dated dated;
    private final DSLContext db;
    private final List<Column> columns;

    PlaceList(
            Places places,
            PlaceBook book,
            PlaceWords words,
            List<PlaceUse> uses,
            Responsibilities responsibilities,
            Dated dated,
            DSLContext db,
            Messages messages) {
        this.places = places;
        this.book = book;
        this.words = words;
        this.uses = uses;
        this.responsibilities = responsibilities;
        this.dated = dated;
        this.db = db;
        this.columns = COLUMNS.stream()
                .map(it -> Column.of(messages, it, kind(it), demanded(it), ""))
                .toList();
    }

    private static Kind kind(String column) {
        return switch (column.substring(column.lastIndexOf('.') + 1)) {
            case "area" -> Kind.CODE;
            case "lon", "lat" -> Kind.NUMBER;
            default -> Kind.TEXT;
        };
    }

    private static boolean demanded(String column) {
        return List.of("imports.places.name", "imports.places.type", "imports.places.area")
                .contains(column);
    }

    /** As a line of the list would say it. */
    static List<@Nullable Object> row(Place place, Area area, PlaceRules rules, Town town, Locale locale) {
        var it = place.details();
        var spot = it.spot();
        return Arrays.asList(
                it.name(),
                rules.typeName(it.type(), locale),
                town.levelName(it.level(), locale),
                it.status().key(),
                area.code(),
                it.address(),
                spot == null ? null : spot.lon(),
                spot == null ? null : spot.lat(),
                it.hours().written(),
                String.join("、", rules.amenities(it, locale)),
                String.join("、", rules.services(it, locale)),
                String.join("、", rules.functions(it, locale)),
                it.mode().key(),
                it.web());
    }

    @Override
    public String key() {
        return "places";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public May needs() {
        return May.MANAGE_UNITS;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public List<List<String>> samples() {
        return words.samples();
    }

    @Override
    public List<String> tables() {
        return List.of("places.place", "places.place_version");
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public Check check(Instant from, Actor by) {
        return new Looking(from, by);
    }

    private Map<String, Place> standing(Instant from) {
        var standing = new LinkedHashMap<String, Place>();
        for (var it : book.at(from)) standing.putIfAbsent(Places.sameness(it.details()), it);
        return standing;
    }

    private final class Looking implements Check {
        private final Instant from;
        private final Actor by;
        private final Map<String, Place> standing;
        private final Map<String, Integer> first = new LinkedHashMap<>();
        private final Map<AreaId, Boolean> allowed = new LinkedHashMap<>();

        Looking(Instant from, Actor by) {
            this.from = from;
            this.by = by;
            this.standing = standing(from);
        }

        @Override
        public void know(Line line) {
            first.putIfAbsent(same(line), line.number());
        }

        private static String same(Line line) {
            return line.cells().get(4) + "\n" + line.cells().get(1) + "\n"
                    + line.cells().get(0);
        }

        @Override
        public Verdict judge(Line line) {
            var reasons = new ArrayList<>(line.complaints());
            int other = first.getOrDefault(same(line), line.number());
            if (other != line.number())
                reasons.add(Complaint.of("imports.twice", line.cells().getFirst(), other));
            var read = words.read(line, standing, from, reasons);
            if (read != null && !allowed.computeIfAbsent(read.details().area(), this::mayManage))
                reasons.add(Complaint.of(
                        "imports.not-yours", words.name(read.details().area(), from)));
            if (!reasons.isEmpty() || read == null) return Verdict.refused(reasons);
            var there = read.there();
            if (there == null) return new Verdict(Fate.CREATE, 0, List.of());
            var changes = words.changes(there.details(), read.details());
            return new Verdict(changes.isEmpty() ? Fate.SAME : Fate.CHANGE, 0, changes);
        }

        private boolean mayManage(AreaId area) {
            return by.may(May.MANAGE_UNITS, responsibilities.responsible(area, "", from));
        }
    }

    @Override
    public List<Done> apply(List<Line> lines, Batch batch, Actor by) {
        var standing = standing(batch.from());
        var done = new ArrayList<Done>();
        var fresh = new ArrayList<PlaceDetails>();
        var freshLines = new ArrayList<Line>();
        for (var line : lines) {
            var reasons = new ArrayList<>(line.complaints());
            var read = words.read(line, standing, batch.from(), reasons);
            if (read == null || !reasons.isEmpty()) {
                done.add(Done.refused(line, reasons));
            } else if (read.there() == null) {
                by.must(
                        May.MANAGE_UNITS,
                        responsibilities.responsible(read.details().area(), "", batch.from()));
                fresh.add(read.details());
                freshLines.add(line);
            } else if (words.changes(read.there().details(), read.details()).isEmpty()) {
                done.add(Done.same(line));
            } else {
                var place = read.there().id();
                long before = dated.standing(PLACE_VERSION, PLACE_VERSION.PLACE.eq(place.number()));
                places.change(place, read.details(), batch.from(), by);
                done.add(Done.changed(line, place.toString(), before + ""));
            }
        }
        if (fresh.isEmpty()) return done;
        var opened = places.openListed(fresh, batch.id(), batch.from(), batch.charge(), by);
        for (int i = 0; i < opened.size(); i++)
            done.add(Done.created(freshLines.get(i), opened.get(i).toString()));
        return done;
    }

    @Override
    public Optional<Complaint> builtOn(Batch batch, List<Made> made) {
        var v = PLACE_VERSION;
        var opened = made.stream()
                .filter(Made::created)
                .map(it -> Integer.valueOf(it.thing()))
                .toArray(Integer[]::new);
        var changed = made.stream()
                .filter(it -> !it.created())
                .map(it -> Integer.valueOf(it.thing()))
                .toArray(Integer[]::new);
        var later = db.select(v.NAME)
                .from(v)
                .where(v.PLACE.eq(any(opened)), v.KNOWN_TO.ne(Dated.FOREVER))
                .or(v.PLACE.eq(any(changed)).and(v.VALID_FROM.gt(batch.from())))
                .limit(1)
                .fetchOptional(v.NAME);
        if (later.isPresent()) return Optional.of(Complaint.of("imports.changed-since", later.get()));
        for (var use : uses) {
            var pointed = use.of(opened);
            if (pointed.isPresent()) return pointed;
        }
        var visited = db.select(v.NAME)
                .from(PLACE_VISIT)
                .join(v)
                .on(v.PLACE.eq(PLACE_VISIT.PLACE), v.KNOWN_TO.eq(Dated.FOREVER))
                .where(PLACE_VISIT.PLACE.eq(any(opened)))
                .limit(1)
                .fetchOptional(v.NAME);
        return visited.map(it -> Complaint.of("imports.places.visited", it));
    }

    @Override
    public void takeBack(List<Made> made, Batch batch, Actor by) {
        var opened = new ArrayList<PlaceId>();
        var changed = new LinkedHashMap<PlaceId, Long>();
        for (var it : made) {
            var place = new PlaceId(Integer.parseInt(it.thing()));
            var before = it.before();
            if (before == null) opened.add(place);
            else changed.put(place, Long.valueOf(before));
        }
        places.takeBackListed(opened, changed, batch.id(), batch.charge(), by);
    }
}
