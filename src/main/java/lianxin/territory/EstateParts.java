package lianxin.territory;

import static lianxin.territory.tables.AreaPartTable.AREA_PART;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.platform.CopyRows;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs that put an estate together from the ground it stands on. A part stays where it lies: its grid, and who answers for
 * it, are as before. A building that has no say of its own goes with its micro-grid, and that with its grid.
 */
@Service
@Transactional
public class EstateParts {
    private final Grounds grounds;
    private final Editions editions;
    private final Dated dated;
    private final Responsibilities responsibilities;
    private final Town town;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    EstateParts(
            Grounds grounds,
            Editions editions,
            Dated dated,
            Responsibilities responsibilities,
            Town town,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.grounds = grounds;
        this.editions = editions;
        this.dated = dated;
        this.responsibilities = responsibilities;
        this.town = town;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** One part and the estate to which it belongs from a day on. */
    public record Joining(AreaId part, AreaId estate) {}

    /** From the day on they belong to this estate, and to none that they belonged to before. */
    public void join(List<AreaId> parts, AreaId estate, Instant from, Actor by) {
        responsibilities.managed(estate, from, by);
        if (parts.isEmpty()) throw new RuleBroken("territory.part.none-chosen");
        for (var it : parts) join(it, estate, null, from, by);
    }

    /** @param batch of the list that says so; null when a person does */
    void join(AreaId part, AreaId estate, @Nullable UUID batch, Instant from, Actor by) {
        var whole = here(estate, from);
        var unit = responsibilities.managed(estate, from, by);
        responsibilities.managed(part, from, by);
        check(here(part, from), whole, from);
        editions.raise();
        var p = AREA_PART;
        var columns = new HashMap<Field<?>, Object>(Map.of(p.PART, part.number(), p.WHOLE, estate.number()));
        if (batch != null) columns.put(p.BATCH, batch);
        dated.put(p, p.PART.eq(part.number()), columns, from, clock.instant());
        record(new AreaFact.PartJoined(estate, unit, part, 1, from), by);
    }

    private void check(Area part, Area estate, Instant at) {
        var broken = broken(part, estate, at);
        if (broken != null) throw new RuleBroken(broken, part.name(), estate.name());
    }

    /** The key of what speaks against it; null when nothing does. */
    @Nullable
    String broken(Area part, Area whole, Instant at) {
        var madeOf = town.madeOf(whole.kind());
        if (madeOf.isEmpty()) return "territory.part.not-made-of-parts";
        if (!madeOf.contains(part.kind())) return "territory.part.level";
        var around = whole.parent();
        boolean inside = around != null
                && grounds.now().path(part.id().number(), Dated.micros(at)).stream()
                        .anyMatch(it -> it.id().equals(around));
        return inside ? null : "territory.part.elsewhere";
    }

    /**
     * A whole list in one go, for parts of which nothing was said before; told as one fact about the first estate.
     *
     * @param batch of the list that says so; null without one
     */
    public void joinAll(List<Joining> all, @Nullable UUID batch, Instant from, Actor by) {
        if (all.isEmpty()) return;
        var asked = new HashSet<AreaId>();
        for (var it : all) {
            if (asked.add(it.estate())) responsibilities.managed(it.estate(), from, by);
            check(here(it.part(), from), here(it.estate(), from), from);
        }
        editions.raise();
        var known = clock.instant();
        CopyRows.into(
                db,
                "territory.area_part (part, whole, batch, valid_from, valid_to, known_from, known_to)",
                rows -> all.forEach(it -> rows.row(
                        it.part().number(), it.estate().number(), batch, from, "infinity", known, "infinity")));
        var first = all.getFirst();
        var unit = responsibilities.responsible(first.estate(), "", from);
        record(new AreaFact.PartJoined(first.estate(), unit, first.part(), all.size(), from), by);
    }

    /** From the day on it belongs to no estate by itself; what lies around it may. */
    public void leave(AreaId part, Instant at, Actor by) {
        responsibilities.managed(part, at, by);
        int whole = grounds.now().parts.whole(part.number(), Dated.micros(at));
        if (whole == 0) throw new NotFound(part.ref());
        var unit = responsibilities.managed(new AreaId(whole), at, by);
        editions.raise();
        dated.end(AREA_PART, AREA_PART.PART.eq(part.number()), at, clock.instant());
        record(new AreaFact.PartLeft(new AreaId(whole), unit, part, at), by);
    }

    private Area here(AreaId id, Instant at) {
        var area = grounds.now().find(id.number(), Dated.micros(at));
        if (area == null) throw new RuleBroken("territory.part.not-then", id);
        return area;
    }

    private void record(AreaFact fact, Actor by) {
        journal.record(fact, fact.id().ref(), by.ref(), clock.instant());
    }
}
