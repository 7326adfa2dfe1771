package lianxin.organization;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lianxin.organization.UnitFact.BatchId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.springframework.stereotype.Component;

/** Whole lists of units on their way into the database, by COPY. What they say was checked before. */
@Component
class UnitCopy {

    private static final int CHUNK = 1 << 16;

    private final DSLContext sql;
    private final TreeChanges changes;
    private final Clock clock;

    UnitCopy(DSLContext sql, TreeChanges changes, Clock clock) {
        this.sql = sql;
        this.changes = changes;
        this.clock = clock;
    }

    /** Takes a stretch of numbers; nobody else takes any meanwhile, because every verb has locked the tree's version. */
    int numbers(int count) {
        var last = sql.fetchSingle(
                        "SELECT setval('organization.unit_number_seq', nextval('organization.unit_number_seq') + {0} - 1)",
                        DSL.inline(count))
                .get(0, long.class);
        return Math.toIntExact(Objects.requireNonNull(last) - count + 1);
    }

    /** @param home numbers of the home parents, party of the superior Party bodies; zero for none */
    void write(
            List<UnitSeed> seeds, int first, int[] home, int[] party, BatchId batch, Instant validFrom, String reason) {
        changes.everything();
        sql.connection(connection -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            var dates = "\t" + escaped(reason) + "\t" + validFrom + "\tinfinity\t" + clock.instant() + "\tinfinity\n";
            units(copy, seeds.size(), first, batch);
            versions(copy, seeds, first, dates);
            parents(copy, first, home, party, dates);
        });
    }

    private static void units(CopyManager copy, int count, int first, BatchId batch) throws SQLException {
        try (var units = new Rows(copy.copyIn("COPY organization.unit (number, batch) FROM STDIN"))) {
            for (var it = 0; it < count; it++) {
                units.line.append(first + it).append('\t').append(batch.id()).append('\n');
                units.flushWhenFull();
            }
        }
    }

    private static void versions(CopyManager copy, List<UnitSeed> seeds, int first, String dates) throws SQLException {
        try (var versions =
                new Rows(copy.copyIn("COPY organization.unit_version (unit, name, kind, level, code, reason,"
                        + " valid_from, valid_to, known_from, known_to) FROM STDIN"))) {
            for (var it = 0; it < seeds.size(); it++) {
                var seed = seeds.get(it);
                versions.line
                        .append(first + it)
                        .append('\t')
                        .append(escaped(seed.name()))
                        .append('\t');
                versions.line
                        .append(seed.kind())
                        .append('\t')
                        .append(seed.level())
                        .append('\t');
                versions.line.append(escaped(seed.code())).append(dates);
                versions.flushWhenFull();
            }
        }
    }

    private static void parents(CopyManager copy, int first, int[] home, int[] party, String dates)
            throws SQLException {
        try (var parents = new Rows(copy.copyIn("COPY organization.unit_parent (unit, tree, parent, reason,"
                + " valid_from, valid_to, known_from, known_to) FROM STDIN"))) {
            for (var it = 0; it < home.length; it++) {
                parent(parents.line, first + it, "\thome\t", home[it], dates);
                parent(parents.line, first + it, "\tparty\t", party[it], dates);
                parents.flushWhenFull();
            }
        }
    }

    private static void parent(StringBuilder line, int unit, String tree, int parent, String dates) {
        if (parent != 0) line.append(unit).append(tree).append(parent).append(dates);
    }

    private static String escaped(String text) {
        var plain = true;
        for (var it = 0; it < text.length() && plain; it++) plain = text.charAt(it) >= ' ' && text.charAt(it) != '\\';
        return plain
                ? text
                : text.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    /** Lines on their way into one COPY; cancelled when left before the end. */
    private static final class Rows implements AutoCloseable {

        final StringBuilder line = new StringBuilder(CHUNK + 1024);
        private final CopyIn copy;

        Rows(CopyIn copy) {
            this.copy = copy;
        }

        void flushWhenFull() throws SQLException {
            if (line.length() >= CHUNK) flush();
        }

        private void flush() throws SQLException {
            var bytes = line.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            line.setLength(0);
        }

        @Override
        public void close() throws SQLException {
            if (!copy.isActive()) return;
            flush();
            copy.endCopy();
        }
    }
}
