package lianxin.organization;

import static lianxin.organization.tables.UnitCoverTable.UNIT_COVER;
import static lianxin.organization.tables.UnitVersionTable.UNIT_VERSION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which unit is covered by which Party organization, as dated rows. */
@Component
class CoverRows implements UnitUse {

    private final DSLContext sql;

    CoverRows(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * One unit covered by one Party organization, from one day to another.
     *
     * @param endReason none while no end is known, or it ended with one of the two
     */
    record Cover(
            long id,
            UnitId unit,
            UnitId by,
            String reason,
            @Nullable String endReason,
            Instant from,
            @Nullable Instant to,
            Instant knownFrom) {

        boolean holds(Instant at) {
            return !from.isAfter(at) && (to == null || to.isAfter(at));
        }
    }

    /** @param until when one of them begins or ends next without any further word */
    record Picture(Map<UnitId, List<UnitId>> by, Instant until) {}

    Picture picture(Instant at) {
        var by = new HashMap<UnitId, List<UnitId>>();
        var until = Instant.MAX;
        for (var it : rows(Dated.known(UNIT_COVER.KNOWN_TO).and(UNIT_COVER.VALID_TO.gt(at)))) {
            if (it.holds(at))
                by.computeIfAbsent(it.unit, none -> new ArrayList<>(1)).add(it.by);
            var next = it.from.isAfter(at) ? it.from : it.to;
            if (next != null && next.isBefore(until)) until = next;
        }
        return new Picture(by, until);
    }

    /**
     * Those in which the unit has a part, on either side.
     *
     * @param known as it was known then; null for what is known now
     */
    List<Cover> of(UnitId unit, @Nullable Instant known) {
        var knownThen = known == null
                ? Dated.known(UNIT_COVER.KNOWN_TO)
                : Dated.valid(UNIT_COVER.KNOWN_FROM, UNIT_COVER.KNOWN_TO, known);
        return rows(either(unit).and(knownThen));
    }

    /** Those in which the unit has a part at the moment or later. */
    List<Cover> since(UnitId unit, Instant at) {
        return rows(either(unit).and(Dated.known(UNIT_COVER.KNOWN_TO)).and(UNIT_COVER.VALID_TO.gt(at)));
    }

    Optional<Cover> find(long id) {
        return rows(UNIT_COVER.ID.eq(id)).stream().findFirst();
    }

    /** What the unit is called in the first of these entries that is no longer as it was entered. */
    Optional<String> changed(Long[] ids) {
        return sql.select(UNIT_VERSION.NAME)
                .from(UNIT_COVER)
                .join(UNIT_VERSION)
                .on(UNIT_VERSION.UNIT.eq(UNIT_COVER.UNIT), Dated.known(UNIT_VERSION.KNOWN_TO))
                .where(UNIT_COVER.ID.in(ids))
                .and(UNIT_COVER.KNOWN_TO.ne(Dated.OPEN))
                .limit(1)
                .fetchOptional(UNIT_VERSION.NAME);
    }

    private static Condition either(UnitId unit) {
        return UNIT_COVER.UNIT.eq(unit.number()).or(UNIT_COVER.COVERED_BY.eq(unit.number()));
    }

    private List<Cover> rows(Condition which) {
        return sql.select(
                        UNIT_COVER.ID,
                        UNIT_COVER.UNIT,
                        UNIT_COVER.COVERED_BY,
                        UNIT_COVER.REASON,
                        UNIT_COVER.END_REASON,
                        UNIT_COVER.VALID_FROM,
                        Dated.end(UNIT_COVER.VALID_TO),
                        UNIT_COVER.KNOWN_FROM)
                .from(UNIT_COVER)
                .where(which)
                .orderBy(UNIT_COVER.VALID_FROM, UNIT_COVER.ID)
                .fetch(it -> new Cover(
                        it.value1(),
                        new UnitId(it.value2()),
                        new UnitId(it.value3()),
                        it.value4(),
                        it.value5(),
                        it.value6(),
                        it.value7(),
                        it.value8()));
    }

    long insert(UnitId unit, UnitId by, String reason, Instant from, @Nullable Instant to, Instant known) {
        return insert(new Cover(0, unit, by, reason, null, from, to, known));
    }

    private long insert(Cover it) {
        return Objects.requireNonNull(sql.insertInto(UNIT_COVER)
                .set(UNIT_COVER.UNIT, it.unit.number())
                .set(UNIT_COVER.COVERED_BY, it.by.number())
                .set(UNIT_COVER.REASON, it.reason)
                .set(UNIT_COVER.END_REASON, it.endReason)
                .set(UNIT_COVER.VALID_FROM, it.from)
                .set(UNIT_COVER.VALID_TO, Dated.orOpen(it.to))
                .set(UNIT_COVER.KNOWN_FROM, it.knownFrom)
                .set(UNIT_COVER.KNOWN_TO, Dated.OPEN)
                .returningResult(UNIT_COVER.ID)
                .fetchSingle()
                .value1());
    }

    /** Ends what was known of the row and keeps the part of it before the instant. */
    void close(Cover it, Instant from, @Nullable String because, Instant now) {
        var known = Dated.later(now, it.knownFrom);
        sql.update(UNIT_COVER)
                .set(UNIT_COVER.KNOWN_TO, known)
                .where(UNIT_COVER.ID.eq(it.id))
                .and(Dated.known(UNIT_COVER.KNOWN_TO))
                .execute();
        if (it.from.isBefore(from)) insert(new Cover(0, it.unit, it.by, it.reason, because, it.from, from, known));
    }

    @Override
    public Optional<UnitId> first(Integer[] units) {
        return sql
                .select(UNIT_COVER.UNIT, UNIT_COVER.COVERED_BY)
                .from(UNIT_COVER)
                .where(Dated.known(UNIT_COVER.KNOWN_TO))
                .and(UNIT_COVER.UNIT.in(units).or(UNIT_COVER.COVERED_BY.in(units)))
                .limit(1)
                .fetch(it -> List.of(units).contains(it.value1()) ? it.value1() : it.value2())
                .stream()
                .map(UnitId::new)
                .findFirst();
    }
}
