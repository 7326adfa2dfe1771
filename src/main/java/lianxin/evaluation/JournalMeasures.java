package lianxin.evaluation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.facts.Ref;
import lianxin.platform.Ids;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Counts on the journal itself: one statement for each kind of fact, grouped by frozen path and thing. Ids are made by
 * the recording clock, so a range of ids lets the database leave out whole months.
 */
@Component
class JournalMeasures implements Measures {
    /** Clocks of several nodes differ, and may be set back a little. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private static final String MOMENT = "CAST(? AS timestamptz)";

    private final DSLContext db;

    JournalMeasures(DSLContext db) {
        this.db = db;
    }

    @Override
    public long horizon() {
        var row = db.fetchSingle("SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)");
        return row.get(0, Long.class);
    }

    @Override
    public Map<Integer, Tally> count(List<Measure> measures, Cut cut, Set<Integer> units) {
        var perUnit = new HashMap<Integer, Map<String, BigDecimal[]>>();
        var byFact = measures.stream()
                .collect(Collectors.groupingBy(Measure::fact, LinkedHashMap::new, Collectors.toList()));
        byFact.forEach((fact, ofKind) -> {
            var positions = ofKind.stream().mapToInt(measures::indexOf).toArray();
            for (var row : groups(fact, ofKind, cut)) {
                var unit = at(row.get(0, Integer[].class), units);
                if (unit > 0) {
                    var cases = perUnit.computeIfAbsent(unit, it -> new HashMap<>());
                    var one = cases.computeIfAbsent(row.get(1, String.class), it -> nothing(measures.size()));
                    for (var i = 0; i < positions.length; i++) {
                        one[positions[i]] = one[positions[i]].add(row.get(2 + i, BigDecimal.class));
                    }
                }
            }
        });
        var keys = measures.stream().map(Measure::key).toList();
        return perUnit.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> Tally.of(keys, it.getValue().values())));
    }

    private List<Record> groups(String fact, List<Measure> measures, Cut cut) {
        var binds = new ArrayList<>();
        var sql = new StringBuilder("SELECT j.unit_path, j.about_kind || '/' || j.about_id AS thing");
        for (var measure : measures) {
            sql.append(", SUM(CASE WHEN ").append(holds(measure, cut, binds)).append(" THEN j.quantity ELSE 0 END)");
        }
        sql.append(" FROM facts.journal j WHERE ")
                .append(stands(fact, cut, binds))
                .append(" AND (");
        sql.append(measures.stream().map(it -> dated(it, cut, binds)).collect(Collectors.joining(" OR ")));
        sql.append(") GROUP BY j.unit_path, j.about_kind, j.about_id");
        return db.fetch(sql.toString(), binds.toArray());
    }

    @Override
    public List<Counted> facts(Measure measure, Cut cut, int unit, int limit) {
        var binds = new ArrayList<>();
        var sql = "SELECT j.id, j.about_kind, j.about_id, j.occurred_at, " + date(measure) + " AS dated_at"
                + " FROM facts.journal j WHERE " + stands(measure.fact(), cut, binds) + " AND "
                + holds(measure, cut, binds) + " AND CAST(? AS integer) = ANY (j.unit_path)"
                + " ORDER BY dated_at, j.id LIMIT ?";
        binds.add(unit);
        binds.add(limit);
        return db.fetch(sql, binds.toArray())
                .map(it -> new Counted(
                        it.get(0, UUID.class),
                        new Ref(it.get(1, String.class), it.get(2, String.class)),
                        it.get(3, Instant.class),
                        it.get(4, Instant.class)));
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

    /** The lowest unit of the path that is one of those compared. */
    private static int at(Integer[] path, Set<Integer> units) {
        return IntStream.range(0, path.length)
                .map(it -> path[path.length - 1 - it])
                .filter(units::contains)
                .findFirst()
                .orElse(0);
    }

    private static BigDecimal[] nothing(int size) {
        var all = new BigDecimal[size];
        Arrays.fill(all, BigDecimal.ZERO);
        return all;
    }
}
