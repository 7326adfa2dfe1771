package lianxin.organization;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.organization.ImportRefused.Complaints;
import lianxin.organization.UnitFact.BatchId;
import lianxin.organization.Units.Imported;
import lianxin.platform.Ids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a list of units in: checks every line against the list and the units that live, then writes with COPY. */
@Component
class UnitImport {

    private final DSLContext sql;
    private final OrganizationRules rules;
    private final UnitCopy copy;
    private final Ids ids;

    UnitImport(DSLContext sql, OrganizationRules rules, UnitCopy copy, Ids ids) {
        this.sql = sql;
        this.rules = rules;
        this.copy = copy;
        this.ids = ids;
    }

    Imported run(List<UnitSeed> seeds, Tree living, Instant validFrom, String reason) {
        var batch = new BatchId(ids.next());
        if (seeds.isEmpty()) return new Imported(batch, null, 0);
        takesItsTime();
        var list = new Checked(seeds, living);
        var first = copy.numbers(seeds.size());
        copy.write(
                seeds,
                first,
                list.numbers(list.home, first),
                list.numbers(list.party, first),
                batch,
                validFrom,
                reason);
        return new Imported(batch, new UnitId(first), seeds.size());
    }

    /** A country takes longer than any transaction of the daily work may; checking it, the connection is idle for seconds. */
    private void takesItsTime() {
        sql.execute("SET LOCAL transaction_timeout = 0");
        sql.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
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

        /** Parents by their numbers; zero for none. */
        int[] numbers(int[] parents, int first) {
            var numbers = new int[size()];
            for (var it = 0; it < size(); it++) {
                var parent = parents[it];
                numbers[it] = parent == NONE ? 0 : parent >= 0 ? first + parent : -parent;
            }
            return numbers;
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
}
