package lianxin.organization;

import static lianxin.organization.tables.TreeChangeTable.TREE_CHANGE;
import static lianxin.organization.tables.TreeVersionTable.TREE_VERSION;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.HashSet;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which units changed from one version of the trees to the next, so that a tree in memory is renewed and not read anew. */
@Repository
class TreeChanges {

    /** For more it is quicker to read everything. */
    private static final int MOST = 5_000;

    private final DSLContext sql;

    TreeChanges(DSLContext sql) {
        this.sql = sql;
    }

    /** In the version that the current transaction makes. */
    void changed(UnitId unit) {
        note(unit.number());
    }

    void everything() {
        note(null);
    }

    private void note(@Nullable Integer unit) {
        sql.insertInto(TREE_CHANGE, TREE_CHANGE.VERSION, TREE_CHANGE.UNIT)
                .select(select(TREE_VERSION.VERSION, val(unit, SQLDataType.INTEGER))
                        .from(TREE_VERSION))
                .execute();
    }

    /** Of all versions after the one, up to the other; empty when they are too many or not told. */
    Optional<Integer[]> between(long after, long upTo) {
        var rows = sql.selectDistinct(TREE_CHANGE.VERSION, TREE_CHANGE.UNIT)
                .from(TREE_CHANGE)
                .where(TREE_CHANGE.VERSION.gt(after))
                .and(TREE_CHANGE.VERSION.le(upTo))
                .limit(MOST + 1)
                .fetch();
        var told = new HashSet<Long>();
        var units = new HashSet<Integer>();
        for (var row : rows) {
            told.add(row.value1());
            if (row.value2() == null) return Optional.empty();
            units.add(row.value2());
        }
        if (rows.size() > MOST || told.size() != upTo - after) return Optional.empty();
        return Optional.of(units.toArray(Integer[]::new));
    }
}
