package lianxin.organization;

import static java.util.Objects.requireNonNull;
import static lianxin.organization.tables.PostTable.POST;
import static lianxin.organization.tables.UnitParentTable.UNIT_PARENT;
import static lianxin.organization.tables.UnitTable.UNIT;
import static lianxin.organization.tables.UnitVersionTable.UNIT_VERSION;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianxin.facts.Journal;
import lianxin.facts.Traces;
import lianxin.organization.Importable.Batch;
import lianxin.organization.Importable.Done;
import lianxin.organization.Importable.Made;
import lianxin.organization.UnitFact.BatchId;
import lianxin.organization.UnitList.Wish;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the units of a list and takes them back. Parents are looked up by their codes, never by loading the tree. */
@Component
class UnitListWriting {

    private static final String BETWEEN = "\n";

    private final DSLContext sql;
    private final Units units;
    private final UnitCopy copy;
    private final TreeChanges changes;
    private final OrganizationRules rules;
    private final Versions versions;
    private final Journal journal;
    private final Traces traces;
    private final List<UnitUse> uses;
    private final Clock clock;

    UnitListWriting(
            DSLContext sql,
            Units units,
            UnitCopy copy,
            TreeChanges changes,
            OrganizationRules rules,
            Versions versions,
            Journal journal,
            Traces traces,
            List<UnitUse> uses,
            Clock clock) {
        this.sql = sql;
        this.units = units;
        this.copy = copy;
        this.changes = changes;
        this.rules = rules;
        this.versions = versions;
        this.journal = journal;
        this.traces = traces;
        this.uses = uses;
        this.clock = clock;
    }

    private record Living(
            UnitId id, String kind, String level, @Nullable UUID batch, boolean ends) {}

    List<Done> apply(List<Line> lines, List<Wish> wishes, Batch batch, Actor by) {
        var named = new HashSet<String>();
        for (var it : wishes) named.addAll(List.of(it.code(), it.home(), it.party()));
        var living = living(named, batch.from());
        if (wishes.size() == 1 && living.containsKey(wishes.getFirst().code()))
            return List.of(change(lines.getFirst(), wishes.getFirst(), living, batch, by));
        mayUnder(living, wishes, batch, by);
        versions.treeChanges();
        living = living(named, batch.from());
        var done = new ArrayList<Done>(lines.size());
        var fresh = new ArrayList<Wish>(lines.size());
        var freshLines = new ArrayList<Line>(lines.size());
        for (var it = 0; it < lines.size(); it++) {
            var reasons = wrong(wishes.get(it), living);
            if (reasons.isEmpty()) {
                fresh.add(wishes.get(it));
                freshLines.add(lines.get(it));
            } else done.add(Done.refused(lines.get(it), reasons));
        }
        if (!fresh.isEmpty()) create(freshLines, fresh, living, batch, by, done);
        return done;
    }

    /** Asked before anything is changed, while the tree is in memory; what the list itself brought in was asked for above it. */
    private static void mayUnder(Map<String, Living> living, List<Wish> wishes, Batch batch, Actor by) {
        var asked = new HashSet<String>();
        for (var wish : wishes)
            for (var code : List.of(wish.home(), wish.party())) {
                var above = living.get(code);
                if (above == null || batch.id().equals(above.batch) || !asked.add(code)) continue;
                by.must(May.MANAGE_UNITS, above.id);
            }
    }

    /** The codes as a table of their own: in an array, each unit of the country would be held against each of them. */
    private Map<String, Living> living(Set<String> codes, Instant from) {
        var found = new HashMap<String, Living>();
        sql.select(
                        UNIT_VERSION.CODE,
                        UNIT_VERSION.UNIT,
                        UNIT_VERSION.KIND,
                        UNIT_VERSION.LEVEL,
                        UNIT.BATCH,
                        UNIT_VERSION.VALID_TO.ne(Dated.OPEN))
                .from(UNIT_VERSION)
                .join(UNIT)
                .on(UNIT.NUMBER.eq(UNIT_VERSION.UNIT))
                .where(UNIT_VERSION.CODE.in(
                        select(field("unnest({0})", String.class, val(codes.toArray(String[]::new))))))
                .and(Dated.known(UNIT_VERSION.KNOWN_TO))
                .and(Dated.valid(UNIT_VERSION.VALID_FROM, UNIT_VERSION.VALID_TO, from))
                .forEach(it -> found.put(
                        it.value1(),
                        new Living(new UnitId(it.value2()), it.value3(), it.value4(), it.value5(), it.value6())));
        return found;
    }

    private List<Complaint> wrong(Wish wish, Map<String, Living> living) {
        if (living.containsKey(wish.code())) return List.of(Complaint.of("imports.there-meanwhile", wish.code()));
        var reasons = new ArrayList<Complaint>();
        for (var code : List.of(wish.home(), wish.party())) {
            var above = living.get(code);
            if (!code.isEmpty() && (above == null || above.ends)) reasons.add(Complaint.of("imports.above-gone", code));
        }
        if (!reasons.isEmpty()) return reasons;
        var home = living.get(wish.home());
        var broken = rules.homeBroken(
                wish.kind(), wish.level(), home == null ? null : home.kind, home == null ? null : home.level);
        if (broken != null)
            reasons.add(
                    Complaint.of(broken, rules.kindName(wish.kind()), home == null ? "—" : rules.kindName(home.kind)));
        return reasons;
    }

    private void create(
            List<Line> lines, List<Wish> wishes, Map<String, Living> living, Batch batch, Actor by, List<Done> done) {
        var home = new int[wishes.size()];
        var party = new int[wishes.size()];
        for (var it = 0; it < home.length; it++) {
            home[it] = number(living.get(wishes.get(it).home()));
            party[it] = number(living.get(wishes.get(it).party()));
        }
        int first = copy.numbers(wishes.size());
        var id = new BatchId(batch.id());
        var seeds = wishes.stream().map(Wish::seed).toList();
        copy.write(seeds, first, home, party, id, batch.from(), batch.reason());
        var fact = new UnitFact.Imported(id, new UnitId(first), seeds.size(), batch.from());
        journal.record(fact, null, by.ref(), clock.instant());
        for (var it = 0; it < lines.size(); it++) done.add(Done.created(lines.get(it), first + it + ""));
    }

    private static int number(@Nullable Living it) {
        return it == null ? 0 : it.id.number();
    }

    private Done change(Line line, Wish wish, Map<String, Living> living, Batch batch, Actor by) {
        var own = requireNonNull(living.get(wish.code()));
        var unit = units.find(own.id, batch.from());
        var before = new ArrayList<String>(List.of("", "", ""));
        if (!wish.name().equals(unit.name())) {
            before.set(0, unit.name());
            units.rename(own.id, wish.name(), batch.from(), batch.reason(), by);
        }
        move(own.id, TreeKind.HOME, unit.parent(), living.get(wish.home()), batch, by, before);
        move(own.id, TreeKind.PARTY, unit.partyParent(), living.get(wish.party()), batch, by, before);
        return before.stream().allMatch(String::isEmpty)
                ? Done.same(line)
                : Done.changed(line, own.id.number() + "", String.join(BETWEEN, before));
    }

    private void move(
            UnitId unit,
            TreeKind tree,
            @Nullable UnitId from,
            @Nullable Living to,
            Batch batch,
            Actor by,
            List<String> before) {
        if (to == null || to.id.equals(from)) return;
        before.set(tree == TreeKind.HOME ? 1 : 2, from == null ? "0" : from.number() + "");
        units.move(unit, tree, to.id, batch.from(), batch.reason(), by);
    }

    Optional<Complaint> builtOn(Batch batch, List<Made> made) {
        var created = UNIT.BATCH.eq(batch.id());
        var changed = made.stream()
                .filter(it -> !it.created())
                .map(it -> Integer.valueOf(it.thing()))
                .toArray(Integer[]::new);
        var mine = select(UNIT.NUMBER).from(UNIT).where(created);
        var other = sql.select(UNIT_PARENT.UNIT)
                .from(UNIT_PARENT)
                .join(UNIT)
                .on(UNIT.NUMBER.eq(UNIT_PARENT.UNIT))
                .where(UNIT_PARENT.PARENT.in(mine))
                .and(Dated.known(UNIT_PARENT.KNOWN_TO))
                .and(UNIT.BATCH.isDistinctFrom(batch.id()))
                .and(UNIT_PARENT.UNIT.ne(all(changed)))
                .limit(1)
                .fetchOptional(UNIT_PARENT.UNIT);
        if (other.isPresent()) return on(other.get(), "imports.units.others-below");
        var post = sql.select(POST.UNIT)
                .from(POST)
                .where(POST.UNIT.in(mine), Dated.known(POST.KNOWN_TO))
                .limit(1)
                .fetchOptional(POST.UNIT);
        if (post.isPresent()) return on(post.get(), "imports.units.posts");
        var later = sql.select(UNIT_VERSION.UNIT)
                .from(UNIT_VERSION)
                .where(UNIT_VERSION.UNIT.in(mine))
                .and(UNIT_VERSION.KNOWN_TO.ne(Dated.OPEN))
                .limit(1)
                .fetchOptional(UNIT_VERSION.UNIT);
        if (later.isPresent()) return on(later.get(), "imports.changed-since");
        var numbers = sql.select(UNIT.NUMBER).from(UNIT).where(created).fetchArray(UNIT.NUMBER);
        var fact = traces.inCharge(batch.begun(), numbers, "unit.imported");
        if (fact.isPresent())
            return Optional.of(Complaint.of("imports.happened", fact.get().zh()));
        for (var it : uses) {
            var used = it.first(numbers);
            if (used.isPresent()) return on(used.get().number(), "imports.units.assigned");
        }
        return changedSince(changed, batch);
    }

    private Optional<Complaint> changedSince(Integer[] changed, Batch batch) {
        return sql.select(UNIT_VERSION.UNIT)
                .from(UNIT_VERSION)
                .where(UNIT_VERSION.UNIT.eq(any(changed)))
                .and(Dated.known(UNIT_VERSION.KNOWN_TO))
                .and(UNIT_VERSION.VALID_FROM.gt(batch.from()))
                .limit(1)
                .fetchOptional(UNIT_VERSION.UNIT)
                .flatMap(it -> on(it, "imports.changed-since"));
    }

    private Optional<Complaint> on(int unit, String key) {
        return Optional.of(Complaint.of(key, units.name(new UnitId(unit))));
    }

    void takeBack(List<Made> made, Batch batch, Actor by) {
        for (var it : made)
            if (it.before() != null) changeBack(new UnitId(Integer.parseInt(it.thing())), it.before(), batch, by);
        var created = made.stream()
                .filter(Made::created)
                .map(it -> Integer.valueOf(it.thing()))
                .toArray(Integer[]::new);
        if (created.length == 0) return;
        var now = clock.instant();
        var fact = new UnitFact.ImportTakenBack(new BatchId(batch.id()), batch.charge(), created.length);
        versions.treeChanges();
        changes.everything();
        journal.record(fact, null, by.ref(), now);
        sql.update(UNIT_VERSION)
                .set(UNIT_VERSION.KNOWN_TO, now)
                .where(known(UNIT_VERSION.UNIT.eq(any(created)), UNIT_VERSION.KNOWN_TO))
                .execute();
        sql.update(UNIT_PARENT)
                .set(UNIT_PARENT.KNOWN_TO, now)
                .where(known(UNIT_PARENT.UNIT.eq(any(created)), UNIT_PARENT.KNOWN_TO))
                .execute();
    }

    private static Condition known(Condition which, Field<Instant> known) {
        return which.and(Dated.known(known));
    }

    private void changeBack(UnitId unit, String before, Batch batch, Actor by) {
        var was = before.split(BETWEEN, -1);
        var reason = batch.reason();
        if (!was[0].isEmpty()) units.rename(unit, was[0], batch.from(), reason, by);
        if (!was[1].isEmpty())
            units.move(unit, TreeKind.HOME, new UnitId(Integer.parseInt(was[1])), batch.from(), reason, by);
        if (!was[2].isEmpty() && !was[2].equals("0"))
            units.move(unit, TreeKind.PARTY, new UnitId(Integer.parseInt(was[2])), batch.from(), reason, by);
    }
}
