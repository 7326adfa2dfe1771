package lianxin.evaluation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.facts.Ref;
import lianxin.platform.Ids;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Counts on the journal itself: one statement for each kind of fact, grouped by frozen path and thing, and where a merger or a split must be followed also by place and time. Ids are made by
 * the recording clock, so a range of ids lets the database leave out whole months.
 */
@Component
class JournalMeasures implements Measures {
    /** Clocks of several nodes differ, and may be set back a little. */
    private static final Duration MARGIN = Duration.ofDays(1);

    /** The columns before the counts that say where a fact belongs. */
    private static final int TOLD = 5;

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String MOMENT = "CAST(? AS timestamptz)";

    private final DSLContext db;
    private final ThingsLeftOut leftOut;

    JournalMeasures(DSLContext db, ThingsLeftOut leftOut) {
        this.db = db;
        this.leftOut = leftOut;
    }

    @Override
    public long horizon() {
        var row = db.fetchSingle("SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)");
        return row.get(0, Long.class);
    }

    @Override
    public Map<Integer, Tally> count(List<Measure> measures, Cut cut, RollUp rollUp) {
        var leftOutThen = leftOut.at(cut);
        var perUnit = new HashMap<Integer, Map<String, BigDecimal[]>>();
        var byFact = measures.stream()
                .collect(Collectors.groupingBy(Measure::fact, LinkedHashMap::new, Collectors.toList()));
        byFact.forEach((fact, ofKind) -> {
            var positions = ofKind.stream().mapToInt(measures::indexOf).toArray();
            for (var row : groups(fact, ofKind, cut, rollUp)) {
                var cases = perUnit.computeIfAbsent(rollUp.unit(told(row, 0)), it -> new HashMap<>());
                var one = cases.computeIfAbsent(row.get(TOLD, String.class), it -> nothing(measures.size()));
                for (var i = 0; i < positions.length; i++) {
                    one[positions[i]] = one[positions[i]].add(row.get(TOLD + 1 + i, BigDecimal.class));
                }
            }
        });
        var keys = measures.stream().map(Measure::key).toList();
        return perUnit.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> tally(keys, it.getValue(), leftOutThen)));
    }

    private static Tally tally(List<String> measures, Map<String, BigDecimal[]> perCase, Set<String> leftOut) {
        var counted = new ArrayList<BigDecimal[]>();
        var out = new ArrayList<BigDecimal[]>();
        perCase.forEach((thing, adds) -> (leftOut.contains(thing) ? out : counted).add(adds));
        return Tally.of(measures, counted, out);
    }

    private List<Record> groups(String fact, List<Measure> measures, Cut cut, RollUp rollUp) {
        var binds = new ArrayList<>();
        var sql = new StringBuilder("SELECT " + toldBy(rollUp) + ", j.about_kind || '/' || j.about_id AS thing");
        for (var measure : measures) {
            sql.append(", SUM(CASE WHEN ").append(holds(measure, cut, binds)).append(" THEN j.quantity ELSE 0 END)");
        }
        sql.append(" FROM facts.journal j WHERE ")
                .append(stands(fact, cut, binds))
                .append(" AND (");
        sql.append(measures.stream().map(it -> dated(it, cut, binds)).collect(Collectors.joining(" OR ")));
        sql.append(") GROUP BY 1, 2, 3, 4, 5, j.about_kind, j.about_id");
        return db.fetch(sql.toString(), binds.toArray());
    }

    @Override
    public List<Counted> facts(Measure measure, Cut cut, RollUp rollUp, int unit, int limit) {
        var out = leftOut.at(cut);
        var binds = new ArrayList<>();
        var sql = "SELECT j.id, j.about_kind, j.about_id, j.occurred_at, " + date(measure) + " AS dated_at, "
                + toldBy(rollUp) + " FROM facts.journal j WHERE " + stands(measure.fact(), cut, binds) + " AND "
                + holds(measure, cut, binds) + " AND " + rollUp.mayFallUnder(unit) + " ORDER BY dated_at, j.id";
        try (var rows =
                db.resultQuery(sql, binds.toArray()).fetchSize(ROWS_AT_ONCE).fetchLazy()) {
            return rows.stream()
                    .filter(it -> rollUp.unit(told(it, 5)) == unit)
                    .limit(limit)
                    .map(it -> counted(it, out))
                    .sorted(Comparator.comparing(Counted::leftOut))
                    .toList();
        }
    }

    private static Counted counted(Record it, Set<String> leftOut) {
        var about = new Ref(it.get(1, String.class), it.get(2, String.class));
        return new Counted(
                it.get(0, UUID.class),
                about,
                it.get(3, Instant.class),
                it.get(4, Instant.class),
                leftOut.contains(about.toString()));
    }

    /** Five columns; what differs from fact to fact only where the roll-up has to know it. */
    private static String toldBy(RollUp rollUp) {
        var numbers = rollUp.oneByOne();
        if (numbers.isEmpty()) {
            return "j.unit_path, CAST(NULL AS text), CAST(NULL AS text), CAST(NULL AS timestamptz),"
                    + " CAST(NULL AS timestamptz)";
        }
        var one = "CASE WHEN j.unit IN ("
                + numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")) + ") THEN ";
        return "j.unit_path, " + one + "j.place_kind END, " + one + "j.place_id END, " + one + "j.occurred_at END, "
                + one + "j.recorded_at END";
    }

    private static RollUp.Told told(Record row, int first) {
        var kind = row.get(first + 1, String.class);
        return new RollUp.Told(
                List.of(row.get(first, Integer[].class)),
                kind == null ? null : new Ref(kind, row.get(first + 2, String.class)),
                row.get(first + 3, Instant.class),
                row.get(first + 4, Instant.class));
    }

    /** Of this kind, recorded in time, visible at the horizon, and not taken back by a later fact that is. */
    private static String stands(String fact, Cut cut, List<Object> binds) {
        var recorded = "%1$s.id >= CAST(? AS uuid) AND %1$s.recorded_at < " + MOMENT
                + " AND %1$s.xid < CAST(CAST(? AS text) AS xid8)";
        binds.add(fact);
        for (var round = 0; round < 2; round++) {
            binds.add(Ids.bound(cut.from().minus(MARGIN)).toString());
            binds.add(cut.cutOff().toString());
            binds.add(String.valueOf(cut.horizon()));
        }
        return "j.kind = ? AND " + recorded.formatted("j")
                + " AND NOT EXISTS (SELECT 1 FROM facts.journal v WHERE v.voids = j.id AND " + recorded.formatted("v")
                + ")";
    }

    private static String holds(Measure measure, Cut cut, List<Object> binds) {
        var all = new ArrayList<String>();
        all.add(dated(measure, cut, binds));
        for (var condition : measure.where()) {
            var attribute = "(j.attributes ->> '" + word(condition.attribute()) + "')";
            if (condition.atLeast() == null) {
                all.add("LOWER" + attribute + " = LOWER(?)");
                binds.add(String.valueOf(condition.is()));
            } else {
                all.add("CAST(" + attribute + " AS numeric) >= ?");
                binds.add(condition.atLeast());
            }
        }
        return String.join(" AND ", all);
    }

    private static String dated(Measure measure, Cut cut, List<Object> binds) {
        binds.add(cut.from().toString());
        binds.add(cut.to().toString());
        return date(measure) + " >= " + MOMENT + " AND " + date(measure) + " < " + MOMENT;
    }

    private static String date(Measure measure) {
        return measure.datedBy() == null
                ? "j.occurred_at"
                : "CAST(j.attributes ->> '" + word(measure.datedBy()) + "' AS timestamptz)";
    }

    /** Names of attributes come from the playbook and stand in the statement. */
    private static String word(String attribute) {
        if (!attribute.matches("[A-Za-z]\\w*")) {
            throw new IllegalArgumentException("Not the name of an attribute: " + attribute);
        }
        return attribute;
    }

    private static BigDecimal[] nothing(int size) {
        var all = new BigDecimal[size];
        Arrays.fill(all, BigDecimal.ZERO);
        return all;
    }
}
