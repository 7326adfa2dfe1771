package lianxin.organization;

import static lianxin.organization.tables.LineageTable.LINEAGE;
import static lianxin.organization.tables.PlannedEndingTable.PLANNED_ENDING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lianxin.facts.Ref;
import lianxin.organization.Succession.Kind;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who came after whom, and the endings whose day is still to come. */
@Component
class LineageRepository {

    private static final Duration CLAIMED_FOR = Duration.ofMinutes(5);

    private final DSLContext sql;
    private final ObjectProvider<Places> places;

    LineageRepository(DSLContext sql, ObjectProvider<Places> places) {
        this.sql = sql;
        this.places = places;
    }

    /** @param known as it was known then; null for what is known now */
    Lineage lineage(@Nullable Instant known) {
        var knownThen = known == null
                ? Dated.known(LINEAGE.KNOWN_TO)
                : Dated.valid(LINEAGE.KNOWN_FROM, LINEAGE.KNOWN_TO, known);
        var rows = new LinkedHashMap<UUID, List<Record>>();
        sql.select(
                        LINEAGE.EVENT,
                        LINEAGE.KIND,
                        LINEAGE.PREDECESSOR,
                        LINEAGE.SUCCESSOR,
                        LINEAGE.PART_KIND,
                        LINEAGE.PART_ID,
                        LINEAGE.VALID_FROM,
                        LINEAGE.KNOWN_FROM)
                .from(LINEAGE)
                .where(knownThen)
                .forEach(it -> rows.computeIfAbsent(it.get(LINEAGE.EVENT), none -> new ArrayList<>())
                        .add(it));
        return new Lineage(rows.values().stream().map(this::succession).toList());
    }

    private Succession succession(List<Record> rows) {
        var first = rows.getFirst();
        var parts = new HashMap<Ref, UnitId>();
        var named = first;
        for (var row : rows) {
            var kind = row.get(LINEAGE.PART_KIND);
            if (kind == null) named = row;
            else parts.put(Ref.of(kind, row.get(LINEAGE.PART_ID)), new UnitId(row.get(LINEAGE.SUCCESSOR)));
        }
        return new Succession(
                first.get(LINEAGE.EVENT),
                Kind.valueOf(first.get(LINEAGE.KIND).toUpperCase(Locale.ROOT)),
                new UnitId(first.get(LINEAGE.PREDECESSOR)),
                first.get(LINEAGE.VALID_FROM),
                new UnitId(named.get(LINEAGE.SUCCESSOR)),
                parts,
                first.get(LINEAGE.KNOWN_FROM),
                places.getIfAvailable());
    }

    /** With the reason given for it, for the unit's history. */
    Map<UUID, String> reasons(UnitId unit) {
        return sql.selectDistinct(LINEAGE.EVENT, LINEAGE.REASON)
                .from(LINEAGE)
                .where(Dated.known(LINEAGE.KNOWN_TO))
                .and(LINEAGE.PREDECESSOR.eq(unit.number()).or(LINEAGE.SUCCESSOR.eq(unit.number())))
                .fetchMap(LINEAGE.EVENT, LINEAGE.REASON);
    }

    /** Returns it as it is known from now on. */
    Succession insert(Succession it, String reason, Instant known) {
        insert(it, it.named(), null, reason, known);
        it.parts().forEach((part, heir) -> insert(it, heir, part, reason, known));
        return new Succession(
                it.event(), it.kind(), it.from(), it.at(), it.named(), it.parts(), known, places.getIfAvailable());
    }

    private void insert(Succession it, UnitId to, @Nullable Ref part, String reason, Instant known) {
        sql.insertInto(LINEAGE)
                .set(LINEAGE.EVENT, it.event())
                .set(LINEAGE.KIND, it.kind().name().toLowerCase(Locale.ROOT))
                .set(LINEAGE.PREDECESSOR, it.from().number())
                .set(LINEAGE.SUCCESSOR, to.number())
                .set(LINEAGE.PART_KIND, part == null ? null : part.kind())
                .set(LINEAGE.PART_ID, part == null ? null : part.id())
                .set(LINEAGE.REASON, reason)
                .set(LINEAGE.VALID_FROM, it.at())
                .set(LINEAGE.VALID_TO, Dated.OPEN)
                .set(LINEAGE.KNOWN_FROM, known)
                .set(LINEAGE.KNOWN_TO, Dated.OPEN)
                .execute();
    }

    void plan(Succession it) {
        sql.insertInto(PLANNED_ENDING)
                .set(PLANNED_ENDING.EVENT, it.event())
                .set(PLANNED_ENDING.DUE_AT, it.at())
                .set(PLANNED_ENDING.ATTEMPTS, (short) 0)
                .execute();
    }

    /** Takes one planned ending whose day has come; nobody else gets it for a while. */
    Optional<UUID> claim(Instant now) {
        var due = sql.select(PLANNED_ENDING.EVENT)
                .from(PLANNED_ENDING)
                .where(PLANNED_ENDING.DUE_AT.le(now))
                .and(PLANNED_ENDING.DONE_AT.isNull())
                .and(PLANNED_ENDING.CLAIMED_UNTIL.isNull().or(PLANNED_ENDING.CLAIMED_UNTIL.le(now)))
                .orderBy(PLANNED_ENDING.DUE_AT)
                .limit(1)
                .forUpdate()
                .skipLocked();
        return sql.update(PLANNED_ENDING)
                .set(PLANNED_ENDING.CLAIMED_UNTIL, now.plus(CLAIMED_FOR))
                .set(PLANNED_ENDING.ATTEMPTS, PLANNED_ENDING.ATTEMPTS.plus(1).cast(Short.class))
                .where(PLANNED_ENDING.EVENT.in(due))
                .returningResult(PLANNED_ENDING.EVENT)
                .fetchOptional(it -> Objects.requireNonNull(it.value1()));
    }

    /** False when somebody else has done it. */
    boolean done(UUID event, Instant now) {
        return sql.update(PLANNED_ENDING)
                        .set(PLANNED_ENDING.DONE_AT, now)
                        .where(PLANNED_ENDING.EVENT.eq(event))
                        .and(PLANNED_ENDING.DONE_AT.isNull())
                        .execute()
                > 0;
    }
}
