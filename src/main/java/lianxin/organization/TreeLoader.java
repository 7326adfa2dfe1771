package lianxin.organization;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
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
            WHERE v.valid_from <= ? AND v.valid_to > ? AND v.{known}
            ORDER BY v.code""";

    private static final String CHANGES = """
            SELECT max(b) FILTER (WHERE b <= ? AND b > '-infinity'), min(b) FILTER (WHERE b > ? AND b < 'infinity')
            FROM (SELECT DISTINCT valid_from, valid_to FROM organization.unit_version WHERE known_to = 'infinity'
                UNION SELECT DISTINCT valid_from, valid_to FROM organization.unit_parent WHERE known_to = 'infinity') d
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
            var rows = rows(connection, valid, known);
            if (known != null) return new Tree(rows, valid, valid.plusNanos(1), rules::holdsCases);
            try (var changes = connection.prepareStatement(CHANGES)) {
                changes.setObject(1, stamp(valid));
                changes.setObject(2, stamp(valid));
                try (var row = changes.executeQuery()) {
                    row.next();
                    var from = row.getObject(1, OffsetDateTime.class);
                    var until = row.getObject(2, OffsetDateTime.class);
                    return new Tree(
                            rows,
                            from == null ? Instant.MIN : from.toInstant(),
                            until == null ? Instant.MAX : until.toInstant(),
                            rules::holdsCases);
                }
            }
        });
    }

    private static UnitRows rows(Connection connection, Instant valid, @Nullable Instant known) throws SQLException {
        try (var query = connection.prepareStatement(units(known != null))) {
            var next = 1;
            for (var part = 0; part < 3; part++) {
                query.setObject(next++, stamp(valid));
                query.setObject(next++, stamp(valid));
                if (known == null) continue;
                query.setObject(next++, stamp(known));
                query.setObject(next++, stamp(known));
            }
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
