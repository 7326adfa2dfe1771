package lianxin.organization;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianxin.organization.ImportRefused.Complaints;
import lianxin.organization.UnitFact.BatchId;
import lianxin.organization.Units.Imported;
import lianxin.platform.Ids;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.stereotype.Component;

/** Takes a list of units in: checks every line against the list and the units that live, then writes with COPY. */
@Component
class UnitImport {

    private static final int CHUNK = 1 << 16;

    private final DSLContext sql;
    private final TreeChanges changes;
    private final OrganizationRules rules;
    private final Ids ids;
    private final Clock clock;

    UnitImport(DSLContext sql, TreeChanges changes, OrganizationRules rules, Ids ids, Clock clock) {
        this.sql = sql;
        this.changes = changes;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    Imported run(List<UnitSeed> seeds, Tree living, Instant validFrom, String reason) {
        var batch = new BatchId(ids.next());
        if (seeds.isEmpty()) return new Imported(batch, null, 0);
        takesItsTime();
        var list = new Checked(seeds, living);
        var first = numbers(seeds.size());
        changes.everything();
        sql.connection(connection -> write(connection, list, first, batch, validFrom, reason));
        return new Imported(batch, new UnitId(first), seeds.size());
    }

    /** A country takes longer than any transaction of the daily work may; checking it, the connection is idle for seconds. */
    private void takesItsTime() {
        sql.execute("SET LOCAL transaction_timeout = 0");
        sql.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
    }

    /** Takes a stretch of numbers; nobody else takes any meanwhile, because every verb has locked the tree's version. */
    private int numbers(int count) {
        var last = sql.fetchSingle(
                        "SELECT setval('organization.unit_number_seq', nextval('organization.unit_number_seq') + {0} - 1)",
                        DSL.inline(count))
                .get(0, long.class);
        return Math.toIntExact(Objects.requireNonNull(last) - count + 1);
    }

    private void write(Connection connection, Checked list, int first, BatchId batch, Instant validFrom, String reason)
            throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var dates = "\t" + escaped(reason) + "\t" + validFrom + "\tinfinity\t" + clock.instant() + "\tinfinity\n";
        try (var units = new Rows(copy.copyIn("COPY organization.unit (number, batch) FROM STDIN"))) {
            for (var it = 0; it < list.size(); it++) {
                units.line.append(first + it).append('\t').append(batch.id()).append('\n');
                units.flushWhenFull();
            }
        }
        try (var versions =
                new Rows(copy.copyIn("COPY organization.unit_version (unit, name, kind, level, code, reason,"
                        + " valid_from, valid_to, known_from, known_to) FROM STDIN"))) {
            for (var it = 0; it < list.size(); it++) {
                var seed = list.seeds.get(it);
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
        try (var parents = new Rows(copy.copyIn("COPY organization.unit_parent (unit, tree, parent, reason,"
                + " valid_from, valid_to, known_from, known_to) FROM STDIN"))) {
            for (var it = 0; it < list.size(); it++) {
                parent(parents.line, first, it, "\thome\t", list.home[it], dates);
                parent(parents.line, first, it, "\tparty\t", list.party[it], dates);
                parents.flushWhenFull();
            }
        }
    }

    private static void parent(StringBuilder line, int first, int it, String tree, int parent, String dates) {
        if (parent == Checked.NONE) return;
        var number = parent >= 0 ? first + parent : -parent;
        line.append(first + it).append(tree).append(number).append(dates);
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

    /** The list with every parent found: a place in the list, or the negative number of a unit that lives already. */
    private final class Checked {

        static final int NONE = Integer.MIN_VALUE;

        final List<UnitSeed> seeds;
        final int[] home;
        final int[] party;
        private final Tree living;
        private final Map<String, Integer> places;
        private final Complaints complaints = new Complaints();

        Checked(List<UnitSeed> seeds, Tree living) {
            this.seeds = seeds;
            this.living = living;
            home = new int[size()];
            party = new int[size()];
            places = HashMap.newHashMap(size());
            for (var it = 0; it < size(); it++) once(it, seeds.get(it).code());
            for (var it = 0; it < size(); it++) {
                var seed = seeds.get(it);
                home[it] = parent(it, seed, TreeKind.HOME, seed.home());
                party[it] = parent(it, seed, TreeKind.PARTY, seed.party());
            }
            complaints.refuseIfAny();
            noCircle(home);
            noCircle(party);
            complaints.refuseIfAny();
        }

        int size() {
            return seeds.size();
        }

        private void once(int it, String code) {
            if (places.putIfAbsent(code, it) != null) complaints.add(it + 1, "organization.import.code-twice", code);
            else if (living.size() > 0 && living.byCode(code).isPresent())
                complaints.add(it + 1, "organization.import.code-lives", code);
        }

        private int parent(int it, UnitSeed seed, TreeKind tree, @Nullable String code) {
            var place = code == null ? null : places.get(code);
            var outside =
                    code == null || place != null ? null : living.byCode(code).orElse(null);
            if (code != null && place == null && outside == null) {
                complaints.add(it + 1, "organization.import.no-parent", code);
                return NONE;
            }
            var above = place == null ? null : seeds.get(place);
            var kind = above != null ? above.kind() : outside == null ? null : outside.kind();
            var level = above != null ? above.level() : outside == null ? null : outside.level();
            var broken = tree == TreeKind.HOME
                    ? rules.homeBroken(seed.kind(), seed.level(), kind, level)
                    : rules.partyBroken(seed.kind(), kind);
            if (broken != null) complaints.add(it + 1, broken, seed.name());
            if (place != null) return place;
            return outside == null ? NONE : -outside.id().number();
        }

        /** Marks every unit with the walk that reached it first; meeting one's own mark is a circle. */
        private void noCircle(int[] parent) {
            var mark = new int[size()];
            for (var start = 0; start < size(); start++) {
                var it = start;
                while (it >= 0 && mark[it] == 0) {
                    mark[it] = start + 1;
                    it = parent[it];
                }
                if (it >= 0 && mark[it] == start + 1) {
                    complaints.add(it + 1, "organization.circle", seeds.get(it).name());
                }
            }
        }
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
