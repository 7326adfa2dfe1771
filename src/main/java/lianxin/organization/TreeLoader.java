package lianxin.organization;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a whole tree with one query and the moments between which it holds with another. Plain JDBC, because a record
 * per unit costs more than the query.
 */
@Component
class TreeLoader {

    private static final String UNITS = """
            SELECT v.unit, coalesce(h.parent, 0), coalesce(p.parent, 0), v.name, v.kind, v.level, v.code
            FROM organization.unit_version v
            LEFT JOIN organization.unit_parent h ON h.unit = v.unit AND h.tree = 'home'
                AND h.valid_from <= ? AND h.valid_to > ? AND h.{known}
            LEFT JOIN organization.unit_parent p ON p.unit = v.unit AND p.tree = 'party'
                AND p.valid_from <= ? AND p.valid_to > ? AND p.{known}
            WHERE v.valid_from <= ? AND v.valid_to > ? AND v.{known}{only}
            ORDER BY v.code""";

    private static final String CHANGES = """
            SELECT max(b) FILTER (WHERE b <= ? AND b > '-infinity'), min(b) FILTER (WHERE b > ? AND b < 'infinity')
            FROM (SELECT DISTINCT valid_from, valid_to FROM organization.unit_version v WHERE known_to = 'infinity'{only}
                UNION SELECT DISTINCT valid_from, valid_to FROM organization.unit_parent v WHERE known_to = 'infinity'{only}) d
            CROSS JOIN LATERAL (VALUES (valid_from), (valid_to)) AS moment (b)""";

    private final DSLContext sql;
    private final OrganizationRules rules;

    TreeLoader(DSLContext sql, OrganizationRules rules) {
        this.sql = sql;
        this.rules = rules;
    }

    /** @param known as it was known then; null for what is known now */
    Tree load(Instant valid, @Nullable Instant known) {
        return sql.connectionResult(connection -> {
            var rows = rows(connection, valid, known, null);
            if (known != null) return new Tree(rows, valid, valid.plusNanos(1), rules::holdsCases);
            var span = span(connection, valid, null);
            return new Tree(rows, span.from, span.until, rules::holdsCases);
        });
    }

    /**
     * The tree after some units have changed. It holds as long as both the tree before and the rows of those units do.
     *
     * @param before as of the same instant
     */
    Tree renewed(Tree before, Integer[] changed, Instant valid) {
        return sql.connectionResult(connection -> {
            var fresh = rows(connection, valid, null, changed);
            var span = span(connection, valid, changed);
            return new Tree(
                    before.rowsWith(Set.of(changed), fresh),
                    Dated.later(before.from(), span.from),
                    before.until().isBefore(span.until) ? before.until() : span.until,
                    rules::holdsCases);
        });
    }

    /** From the last change up to the next one. */
    private record Span(Instant from, Instant until) {}

    private static Span span(Connection connection, Instant valid, Integer @Nullable [] only) throws SQLException {
        try (var changes = connection.prepareStatement(limited(CHANGES, only))) {
            changes.setObject(1, stamp(valid));
            changes.setObject(2, stamp(valid));
            if (only != null) {
                changes.setArray(3, connection.createArrayOf("int4", only));
                changes.setArray(4, connection.createArrayOf("int4", only));
            }
            try (var row = changes.executeQuery()) {
                row.next();
                var from = row.getObject(1, OffsetDateTime.class);
                var until = row.getObject(2, OffsetDateTime.class);
                return new Span(
                        from == null ? Instant.MIN : from.toInstant(), until == null ? Instant.MAX : until.toInstant());
            }
        }
    }

    private static String limited(String text, Integer @Nullable [] only) {
        return text.replace("{only}", only == null ? "" : " AND v.unit = ANY (?)");
    }

    private static UnitRows rows(
            Connection connection, Instant valid, @Nullable Instant known, Integer @Nullable [] only)
            throws SQLException {
        try (var query = connection.prepareStatement(limited(units(known != null), only))) {
            var next = 1;
            for (var part = 0; part < 3; part++) {
                query.setObject(next++, stamp(valid));
                query.setObject(next++, stamp(valid));
                if (known == null) continue;
                query.setObject(next++, stamp(known));
                query.setObject(next++, stamp(known));
            }
            if (only != null) query.setArray(next, connection.createArrayOf("int4", only));
            try (var row = query.executeQuery()) {
                var columns = new Growing();
                while (row.next()) {
                    columns.add(
                            row.getInt(1),
                            row.getInt(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7));
                }
                return columns.rows();
            }
        }
    }

    private static String units(boolean knownThen) {
        return knownThen
                ? UNITS.replaceAll("(.)\\.\\{known}", "$1.known_from <= ? AND $1.known_to > ?")
                : UNITS.replace("{known}", "known_to = 'infinity'");
    }

    private static OffsetDateTime stamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Collects rows of unknown number; a kind or level is kept once, however many units have it. */
    private static final class Growing {

        private final HashMap<String, String> words = new HashMap<>();
        private UnitRows rows = new UnitRows(1024);
        private int size;

        void add(int number, int parent, int party, String name, String kind, String level, String code) {
            if (size == rows.size()) rows = resized(size * 2);
            rows.number[size] = number;
            rows.parent[size] = parent;
            rows.party[size] = party;
            rows.name[size] = name;
            rows.kind[size] = words.computeIfAbsent(kind, it -> it);
            rows.level[size] = words.computeIfAbsent(level, it -> it);
            rows.code[size++] = code;
        }

        UnitRows rows() {
            return resized(size);
        }

        private UnitRows resized(int length) {
            var copy = new UnitRows(length);
            var kept = Math.min(length, size);
            System.arraycopy(rows.number, 0, copy.number, 0, kept);
            System.arraycopy(rows.parent, 0, copy.parent, 0, kept);
            System.arraycopy(rows.party, 0, copy.party, 0, kept);
            System.arraycopy(rows.name, 0, copy.name, 0, kept);
            System.arraycopy(rows.kind, 0, copy.kind, 0, kept);
            System.arraycopy(rows.level, 0, copy.level, 0, kept);
            System.arraycopy(rows.code, 0, copy.code, 0, kept);
            return copy;
        }
    }
}
