package lianxin.territory;

import static java.util.Objects.requireNonNull;
import static lianxin.territory.tables.AreaVersionTable.AREA_VERSION;
import static lianxin.territory.tables.BuildingCodeTable.BUILDING_CODE;
import static org.jooq.impl.DSL.any;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Ids;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The verbs that change the ground: take in lists of areas, give names, move borders of administration, hang new posters. */
@Service
public class Surveying {
    /** A writing transaction must stay short, because readers of the journal wait for it. */
    private static final int CHUNK = 20_000;

    private final Grounds grounds;
    private final Editions editions;
    private final Responsibilities responsibilities;
    private final AreaCopy copy;
    private final Dated dated;
    private final Journal journal;
    private final Town town;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Surveying(
            Grounds grounds,
            Editions editions,
            Responsibilities responsibilities,
            AreaCopy copy,
            Dated dated,
            Journal journal,
            Town town,
            PlatformTransactionManager transactions,
            Ids ids,
            Clock clock) {
        this.grounds = grounds;
        this.editions = editions;
        this.responsibilities = responsibilities;
        this.copy = copy;
        this.dated = dated;
        this.journal = journal;
        this.town = town;
        this.transaction = new TransactionTemplate(transactions);
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a list; with errors nothing was taken in. */
    public record ListReport(int lines, int added, int alreadyThere, List<LineError> errors) {}

    /** Whether the list fits together and onto the ground; changes nothing. */
    public ListReport check(List<AreaRow> rows, Instant validFrom) {
        var checked = checked(rows, validFrom);
        return report(rows, checked, 0);
    }

    /**
     * Takes a list in, whole or not at all; lines that are already there are passed over, so that a broken-off import is
     * simply done again. Buildings get the code of their poster.
     *
     * @param charge the unit in whose charge the new ground comes, and whose organizer may do it
     */
    public ListReport importAreas(List<AreaRow> rows, Instant validFrom, UnitId charge, Actor by) {
        by.must(May.MANAGE_UNITS, charge);
        var checked = checked(rows, validFrom);
        if (!checked.errors().isEmpty() || checked.fresh().isEmpty()) return report(rows, checked, 0);
        var fresh = checked.fresh();
        var numbers = numbered(fresh, validFrom);
        var batch = ids.next();
        for (int start = 0; start < fresh.size(); start += CHUNK) {
            var chunk = fresh.subList(start, Math.min(fresh.size(), start + CHUNK));
            boolean last = start + CHUNK >= fresh.size();
            transaction.executeWithoutResult(it -> {
                write(chunk, numbers, batch, validFrom);
                if (last) record(fresh, numbers, validFrom, charge, by);
            });
        }
        return report(rows, checked, fresh.size());
    }

    private AreaChecks.Checked checked(List<AreaRow> rows, Instant validFrom) {
        var ground = grounds.now();
        long at = Dated.micros(validFrom);
        var present = new HashMap<String, Area>();
        for (var row : rows) {
            for (var code : row.parentCode() == null ? List.of(row.code()) : List.of(row.code(), row.parentCode())) {
                var area = present.containsKey(code) ? null : ground.byCode(code, at);
                if (area != null) present.put(code, area);
            }
        }
        return AreaChecks.check(rows, present, town);
    }

    private Map<String, Integer> numbered(List<AreaRow> fresh, Instant validFrom) {
        var ground = grounds.now();
        var numbers = new HashMap<String, Integer>();
        for (var row : fresh) {
            var parent = row.parentCode() == null ? null : ground.byCode(row.parentCode(), Dated.micros(validFrom));
            if (parent != null) numbers.put(parent.code(), parent.id().number());
        }
        var given = copy.numbers(fresh.size());
        for (int i = 0; i < given.length; i++) numbers.put(fresh.get(i).code(), given[i]);
        return numbers;
    }

    private void write(List<AreaRow> chunk, Map<String, Integer> numbers, UUID batch, Instant validFrom) {
        editions.raise();
        copy.areas(chunk, numbers, batch, validFrom, clock.instant());
        var buildings = new ArrayList<Integer>();
        var lowest = town.levels().getLast().key();
        for (var row : chunk) if (row.kind().equals(lowest)) buildings.add(requireNonNull(numbers.get(row.code())));
        if (!buildings.isEmpty()) copy.posters(buildings, validFrom, clock.instant());
    }

    private void record(List<AreaRow> fresh, Map<String, Integer> numbers, Instant validFrom, UnitId charge, Actor by) {
        var top = new AreaId(requireNonNull(numbers.get(fresh.getFirst().code())));
        int generated = (int) fresh.stream().filter(AreaRow::generated).count();
        var fact = new AreaFact.Imported(top, charge, fresh.size(), generated, validFrom);
        journal.record(fact, top.ref(), by.ref(), clock.instant());
    }

    private static ListReport report(List<AreaRow> rows, AreaChecks.Checked checked, int added) {
        return new ListReport(rows.size(), added, rows.size() - checked.fresh().size(), checked.errors());
    }

    /**
     * A part of a list whose lines were all judged before, none lying in another of them, within the transaction of the
     * list.
     *
     * @param above numbers of the areas that the lines name as the ones above
     */
    int[] addListed(
            List<AreaRow> rows, Map<String, Integer> above, UUID batch, Instant validFrom, UnitId charge, Actor by) {
        var numbers = new HashMap<>(above);
        var given = copy.numbers(rows.size());
        for (int i = 0; i < given.length; i++) numbers.put(rows.get(i).code(), given[i]);
        write(rows, numbers, batch, validFrom);
        record(rows, numbers, validFrom, charge, by);
        return given;
    }

    /** Those of a list were never there; those it changed are as they were. Told about the first. */
    void takeBackListed(List<Integer> added, Map<AreaId, Long> changed, UUID batch, UnitId charge, Actor by) {
        editions.raise();
        var now = clock.instant();
        var v = AREA_VERSION;
        changed.forEach((area, before) -> dated.restore(v, v.AREA.eq(area.number()), before, now));
        if (!added.isEmpty()) {
            var numbers = added.toArray(Integer[]::new);
            dated.forget(v, v.AREA.eq(any(numbers)), now);
            dated.forget(BUILDING_CODE, BUILDING_CODE.AREA.eq(any(numbers)), now);
        }
        var first = added.isEmpty() ? changed.keySet().iterator().next() : new AreaId(added.getFirst());
        var fact = new AreaFact.ImportTakenBack(first, charge, added.size() + changed.size(), batch);
        journal.record(fact, first.ref(), by.ref(), now);
    }

    @Transactional
    public void rename(AreaId id, String name, Instant from, Actor by) {
        var unit = responsibilities.managed(id, from, by);
        if (name.isBlank()) throw new RuleBroken("territory.no-name");
        change(id, Map.of(AREA_VERSION.NAME, name.strip()), from);
        journal.record(new AreaFact.Renamed(id, unit, from), id.ref(), by.ref(), clock.instant());
    }

    /** Into another area of a higher level; what lies below comes along. */
    @Transactional
    public void move(AreaId id, AreaId into, Instant from, Actor by) {
        var unit = responsibilities.managed(id, from, by);
        var area = here(id, from);
        var above = here(into, from);
        if (!town.mayLieIn(area.kind(), above.kind()))
            throw new RuleBroken("territory.parent-level", area.name(), above.name());
        var old = area.parent();
        if (old == null) throw new RuleBroken("territory.top-stays", area.name());
        change(id, Map.of(AREA_VERSION.PARENT, into.number()), from);
        journal.record(new AreaFact.Moved(id, unit, old, into, from), id.ref(), by.ref(), clock.instant());
    }

    /** The old code leads nowhere from now on: for posters that were torn down or photographed. */
    @Transactional
    public void replacePoster(AreaId building, Actor by) {
        var now = clock.instant();
        var unit = responsibilities.managed(building, now, by);
        var changes =
                Map.of(BUILDING_CODE.CODE, copy.buildingCodes(1).iterator().next());
        dated.change(BUILDING_CODE, BUILDING_CODE.AREA.eq(building.number()), changes, now, now);
        journal.record(new AreaFact.PosterReplaced(building, unit), building.ref(), by.ref(), now);
    }

    private Area here(AreaId id, Instant at) {
        var area = grounds.now().find(id.number(), Dated.micros(at));
        if (area == null) throw new NotFound(id.ref());
        return area;
    }

    private void change(AreaId id, Map<? extends Field<?>, ?> changes, Instant from) {
        editions.raise();
        dated.change(AREA_VERSION, AREA_VERSION.AREA.eq(id.number()), changes, from, clock.instant());
    }
}
