package lianxin.evaluation;

import static lianxin.evaluation.tables.SnapshotRowTable.SNAPSHOT_ROW;
import static lianxin.evaluation.tables.SnapshotTable.SNAPSHOT;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Leagues as issued. */
@Repository
class SnapshotRepository {
    private final DSLContext db;

    SnapshotRepository(DSLContext db) {
        this.db = db;
    }

    /** One at a time issues the league; the others wait and then find it. */
    void waitForTurn(Scheme scheme, Period period) {
        db.fetch(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                "lianxin.evaluation " + scheme.key() + "/" + scheme.version() + "/" + period);
    }

    Optional<League> find(Scheme scheme, Period period) {
        return db.selectFrom(SNAPSHOT)
                .where(SNAPSHOT.SCHEME.eq(scheme.key()))
                .and(SNAPSHOT.SCHEME_VERSION.eq(scheme.version()))
                .and(SNAPSHOT.PERIOD.eq(period.toString()))
                .fetchOptional(it -> new League(
                        scheme,
                        period,
                        new League.Issue(
                                it.get(SNAPSHOT.ID),
                                new Cut(
                                        it.get(SNAPSHOT.PERIOD_FROM),
                                        it.get(SNAPSHOT.PERIOD_TO),
                                        it.get(SNAPSHOT.CUT_OFF),
                                        it.get(SNAPSHOT.HORIZON)),
                                TreeChoice.Kind.THEN,
                                it.get(SNAPSHOT.TREE_VALID),
                                it.get(SNAPSHOT.TREE_KNOWN),
                                it.get(SNAPSHOT.ISSUED_AT)),
                        rows(scheme, it.get(SNAPSHOT.ID)),
                        it.get(SNAPSHOT.OUTSIDE)));
    }

    private List<League.Row> rows(Scheme scheme, UUID snapshot) {
        return db.selectFrom(SNAPSHOT_ROW)
                .where(SNAPSHOT_ROW.SNAPSHOT.eq(snapshot))
                .fetch(it -> row(scheme, it));
    }

    private static League.Row row(Scheme scheme, Record it) {
        var score = new Score(
                value(it.get(SNAPSHOT_ROW.SCORE)),
                SnapshotJson.interval(value(it.get(SNAPSHOT_ROW.LOW)), value(it.get(SNAPSHOT_ROW.HIGH))),
                it.get(SNAPSHOT_ROW.CASES),
                SnapshotJson.rates(
                        it.get(SNAPSHOT_ROW.RATES),
                        scheme.indicators().stream().map(Indicator::key).toList()),
                SnapshotJson.points(
                        it.get(SNAPSHOT_ROW.POINTS),
                        scheme.scored().stream().map(Scored::key).toList()));
        return new League.Row(
                it.get(SNAPSHOT_ROW.UNIT),
                it.get(SNAPSHOT_ROW.NAME),
                it.get(SNAPSHOT_ROW.ABOVE),
                it.get(SNAPSHOT_ROW.ABOVE_NAME),
                score,
                SnapshotJson.measures(it.get(SNAPSHOT_ROW.MEASURES)));
    }

    void save(League league) {
        var issue = league.issue();
        db.insertInto(SNAPSHOT)
                .set(SNAPSHOT.ID, issue.id())
                .set(SNAPSHOT.SCHEME, league.scheme().key())
                .set(SNAPSHOT.SCHEME_VERSION, league.scheme().version())
                .set(SNAPSHOT.PERIOD, league.period().toString())
                .set(SNAPSHOT.PERIOD_FROM, issue.cut().from())
                .set(SNAPSHOT.PERIOD_TO, issue.cut().to())
                .set(SNAPSHOT.CUT_OFF, issue.cut().cutOff())
                .set(SNAPSHOT.HORIZON, issue.cut().horizon())
                .set(SNAPSHOT.TREE, "then")
                .set(SNAPSHOT.TREE_VALID, issue.treeValid())
                .set(SNAPSHOT.TREE_KNOWN, issue.treeKnown())
                .set(SNAPSHOT.ISSUED_AT, issue.issuedAt())
                .set(SNAPSHOT.OUTSIDE, league.outside())
                .execute();
        for (var row : league.rows()) {
            save(issue.id(), row);
        }
    }

    private void save(UUID snapshot, League.Row row) {
        var interval = row.score().interval();
        db.insertInto(SNAPSHOT_ROW)
                .set(SNAPSHOT_ROW.SNAPSHOT, snapshot)
                .set(SNAPSHOT_ROW.UNIT, row.unit())
                .set(SNAPSHOT_ROW.NAME, row.name())
                .set(SNAPSHOT_ROW.ABOVE, row.above())
                .set(SNAPSHOT_ROW.ABOVE_NAME, row.aboveName())
                .set(SNAPSHOT_ROW.SCORE, row.score().total().known())
                .set(SNAPSHOT_ROW.LOW, interval == null ? null : interval.low())
                .set(SNAPSHOT_ROW.HIGH, interval == null ? null : interval.high())
                .set(SNAPSHOT_ROW.CASES, row.score().cases())
                .set(SNAPSHOT_ROW.RATES, SnapshotJson.rates(row.score().rates()))
                .set(SNAPSHOT_ROW.POINTS, SnapshotJson.points(row.score().points()))
                .set(SNAPSHOT_ROW.MEASURES, SnapshotJson.measures(row.measures()))
                .execute();
    }

    void deleteIssuedBefore(Instant moment) {
        var early = db.select(SNAPSHOT.ID).from(SNAPSHOT).where(SNAPSHOT.ISSUED_AT.lt(moment));
        db.deleteFrom(SNAPSHOT_ROW).where(SNAPSHOT_ROW.SNAPSHOT.in(early)).execute();
        db.deleteFrom(SNAPSHOT).where(SNAPSHOT.ISSUED_AT.lt(moment)).execute();
    }

    private static Value value(@Nullable BigDecimal stored) {
        return stored == null ? Value.UNKNOWN : Value.of(stored);
    }
}
