package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lianxin.organization.UnitFact.BatchId;
import lianxin.platform.CopyRows;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Whole lists of units on their way into the database, by COPY. What they say was checked before. */
@Component
class UnitCopy {

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
        var known = clock.instant();
        CopyRows.into(sql, "organization.unit (number, batch)", units -> {
            for (var it = 0; it < seeds.size(); it++) units.row(first + it, batch.id());
        });
        var columns = "organization.unit_version (unit, name, kind, level, code, reason,"
                + " valid_from, valid_to, known_from, known_to)";
        CopyRows.into(sql, columns, versions -> {
            for (var it = 0; it < seeds.size(); it++) {
                var seed = seeds.get(it);
                versions.row(
                        first + it,
                        seed.name(),
                        seed.kind(),
                        seed.level(),
                        seed.code(),
                        reason,
                        validFrom,
                        "infinity",
                        known,
                        "infinity");
            }
        });
        var links = "organization.unit_parent (unit, tree, parent, reason, valid_from, valid_to, known_from, known_to)";
        CopyRows.into(sql, links, parents -> {
            for (var it = 0; it < home.length; it++) {
                parent(parents, first + it, "home", home[it], reason, validFrom, known);
                parent(parents, first + it, "party", party[it], reason, validFrom, known);
            }
        });
    }

    private static void parent(
            CopyRows parents, int unit, String tree, int parent, String reason, Instant from, Instant known) {
        if (parent != 0) parents.row(unit, tree, parent, reason, from, "infinity", known, "infinity");
    }
}
