package lianxin.territory;

import static java.util.Objects.requireNonNull;
import static lianxin.territory.tables.AreaPartTable.AREA_PART;
import static lianxin.territory.tables.AreaUnitTable.AREA_UNIT;
import static lianxin.territory.tables.AreaVersionTable.AREA_VERSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianxin.facts.Traces;
import lianxin.organization.Actor;
import lianxin.organization.Importable;
import lianxin.organization.May;
import lianxin.platform.Messages;
import lianxin.sheets.Column;
import lianxin.sheets.Column.Kind;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Areas by lists: each under its code, below the area whose code it names. A point is taken from a list for new ones only. */
@Component
class AreaList implements Importable {
    private static final int AT_ONCE = 10_000;

    private final Surveying surveying;
    private final Grounds grounds;
    private final Responsibilities responsibilities;
    private final Dated dated;
    private final Traces traces;
    private final Town town;
    private final List<AreaUse> uses;
    private final DSLContext db;
    private final List<Column> columns;

    AreaList(
            Surveying surveying,
            Grounds grounds,
            Responsibilities responsibilities,
            Dated dated,
            Traces traces,
            Town town,
            List<AreaUse> uses,
            DSLContext db,
            Messages messages) {
        this.surveying = surveying;
        this.grounds = grounds;
        this.responsibilities = responsibilities;
        this.dated = dated;
        this.traces = traces;
        this.town = town;
        this.uses = uses;
        this.db = db;
        this.columns = List.of(
                Column.of(messages, "imports.areas.code", Kind.CODE, true, ""),
                Column.of(messages, "imports.areas.name", Kind.TEXT, true, ""),
                Column.of(messages, "imports.areas.level", Kind.TEXT, true, ""),
                Column.of(messages, "imports.areas.parent", Kind.CODE, true, ""),
                Column.of(messages, "imports.areas.lon", Kind.NUMBER, false, ""),
                Column.of(messages, "imports.areas.lat", Kind.NUMBER, false, ""));
    }

    @Override
    public String key() {
        return "areas";
    }

    @Override
    public int order() {
        return 30;
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
        var top = grounds.now().children(0, Long.MAX_VALUE - 1);
        var above = top.isEmpty() ? "" : top.getFirst().code();
        var level =
                town.levels().get(Math.min(1, town.levels().size() - 1)).name().zh();
        return List.of(
                List.of("G0001", "示例区域一", level, above, "", ""), List.of("G0002", "示例区域二", level, above, "", ""));
    }

    @Override
    public List<String> tables() {
        return List.of("territory.area", "territory.area_version", "territory.building_code");
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public Check check(Instant from, Actor by) {
        return new AreaListCheck(town, grounds.now(), responsibilities, from, by);
    }

    /** What is on the ground by its code: number, level, and the list that brought it. */
    private record Standing(
            int number,
            String kind,
            String name,
            @Nullable Integer parent,
            @Nullable UUID batch) {}

    private Map<String, Standing> standing(Set<String> codes, Instant from) {
        var v = AREA_VERSION;
        var found = new HashMap<String, Standing>();
        db.select(v.CODE, v.AREA, v.KIND, v.NAME, v.PARENT, v.BATCH)
                .from(v)
                .where(v.CODE.eq(any(codes.toArray(String[]::new))), v.KNOWN_TO.eq(Dated.FOREVER))
                .and(v.VALID_FROM.le(from))
                .and(v.VALID_TO.eq(Dated.FOREVER))
                .forEach(it -> found.put(
                        it.value1(), new Standing(it.value2(), it.value3(), it.value4(), it.value5(), it.value6())));
        return found;
    }

    @Override
    public List<Done> apply(List<Line> lines, Batch batch, Actor by) {
        var rows = lines.stream().map(it -> AreaListCheck.row(it, town)).toList();
        var codes = new HashSet<String>();
        for (var it : rows) {
            codes.add(it.code());
            if (it.parentCode() != null) codes.add(it.parentCode());
        }
        var standing = standing(codes, batch.from());
        if (rows.size() == 1 && standing.containsKey(rows.getFirst().code()))
            return List.of(change(lines.getFirst(), rows.getFirst(), standing, batch, by));
        for (var it : rows) mayUnder(standing.get(it.parentCode()), batch, by);
        var done = new ArrayList<Done>(lines.size());
        var fresh = new ArrayList<AreaRow>(lines.size());
        var freshLines = new ArrayList<Line>(lines.size());
        for (int i = 0; i < rows.size(); i++) {
            var wrong = wrong(rows.get(i), standing);
            if (wrong == null) {
                fresh.add(rows.get(i));
                freshLines.add(lines.get(i));
            } else done.add(Done.refused(lines.get(i), List.of(wrong)));
        }
        if (fresh.isEmpty()) return done;
        var above = new HashMap<String, Integer>();
        standing.forEach((code, it) -> above.put(code, it.number));
        var numbers = surveying.addListed(fresh, above, batch.id(), batch.from(), batch.charge(), by);
        for (int i = 0; i < numbers.length; i++) done.add(Done.created(freshLines.get(i), numbers[i] + ""));
        return done;
    }

    /** What the list itself brought in was asked for above it. */
    private void mayUnder(@Nullable Standing above, Batch batch, Actor by) {
        if (above == null || batch.id().equals(above.batch)) return;
        by.must(May.MANAGE_UNITS, responsibilities.responsible(new AreaId(above.number), "", batch.from()));
    }

    private @Nullable Complaint wrong(AreaRow row, Map<String, Standing> standing) {
        if (standing.containsKey(row.code())) return Complaint.of("imports.there-meanwhile", row.code());
        var above = row.parentCode() == null ? null : standing.get(row.parentCode());
        if (row.parentCode() != null && above == null) return Complaint.of("imports.above-gone", row.parentCode());
        if (above != null && !town.mayLieIn(row.kind(), above.kind))
            return Complaint.of("territory.parent-level", row.name(), above.name);
        return null;
    }

    private Done change(Line line, AreaRow row, Map<String, Standing> standing, Batch batch, Actor by) {
        var own = requireNonNull(standing.get(row.code()));
        var area = new AreaId(own.number);
        var above = row.parentCode() == null ? null : standing.get(row.parentCode());
        boolean renamed = !row.name().equals(own.name);
        boolean moved = above != null && !Integer.valueOf(above.number).equals(own.parent);
        if (!renamed && !moved) return Done.same(line);
        long before = dated.standing(AREA_VERSION, AREA_VERSION.AREA.eq(own.number));
        if (renamed) surveying.rename(area, row.name(), batch.from(), by);
        if (above != null && moved) surveying.move(area, new AreaId(above.number), batch.from(), by);
        return Done.changed(line, own.number + "", before + "");
    }

    @Override
    public Optional<Complaint> builtOn(Batch batch, List<Made> made) {
        var v = AREA_VERSION;
        var changed = numbers(made, false);
        var mine = select(v.AREA).from(v).where(v.BATCH.eq(batch.id()), v.KNOWN_TO.eq(Dated.FOREVER));
        var below = v.as("below");
        var other = db.select(below.NAME)
                .from(below)
                .where(below.PARENT.in(mine), below.KNOWN_TO.eq(Dated.FOREVER))
                .and(below.BATCH.isDistinctFrom(batch.id()))
                .and(below.AREA.notIn(List.of(changed)))
                .limit(1)
                .fetchOptional(below.NAME);
        if (other.isPresent()) return Optional.of(Complaint.of("imports.areas.others-below", other.get()));
        var created = numbers(made, true);
        for (var use : uses) {
            var on = use.on(created);
            if (on.isPresent()) return on;
        }
        var unit = db.fetchExists(AREA_UNIT, AREA_UNIT.AREA.in(mine), AREA_UNIT.KNOWN_TO.eq(Dated.FOREVER));
        if (unit) return Optional.of(Complaint.of("imports.areas.assigned"));
        var p = AREA_PART;
        var ours = v.as("ours");
        var one = select(ours.AREA)
                .from(ours)
                .where(ours.AREA.eq(p.WHOLE).or(ours.AREA.eq(p.PART)))
                .and(ours.BATCH.eq(batch.id()))
                .and(ours.KNOWN_TO.eq(Dated.FOREVER));
        // From the few parts to their areas: the other way round a list of a whole country is read for each part.
        var joined = db.fetchExists(p, p.KNOWN_TO.eq(Dated.FOREVER), exists(one));
        if (joined) return Optional.of(Complaint.of("imports.areas.parts"));
        var later = db.select(v.NAME)
                .from(v)
                .where(v.BATCH.eq(batch.id()), v.KNOWN_TO.ne(Dated.FOREVER))
                .or(v.AREA.eq(any(changed)).and(v.VALID_FROM.gt(batch.from())))
                .limit(1)
                .fetchOptional(v.NAME);
        if (later.isPresent()) return Optional.of(Complaint.of("imports.changed-since", later.get()));
        var ids = made.stream().filter(Made::created).map(Made::thing).toArray(String[]::new);
        return traces.at(batch.begun(), AreaId.KIND, ids, "area.imported")
                .map(it -> Complaint.of("imports.happened", it.zh()));
    }

    private static Integer[] numbers(List<Made> made, boolean created) {
        return made.stream()
                .filter(it -> it.created() == created)
                .map(it -> Integer.valueOf(it.thing()))
                .toArray(Integer[]::new);
    }

    @Override
    public void takeBack(List<Made> made, Batch batch, Actor by) {
        var changed = new LinkedHashMap<AreaId, Long>();
        for (var it : made)
            if (it.before() != null) changed.put(new AreaId(Integer.parseInt(it.thing())), Long.valueOf(it.before()));
        surveying.takeBackListed(List.of(numbers(made, true)), changed, batch.id(), batch.charge(), by);
    }
}
