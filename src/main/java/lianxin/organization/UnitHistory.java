package lianxin.organization;

import static lianxin.organization.tables.UnitParentTable.UNIT_PARENT;
import static lianxin.organization.tables.UnitVersionTable.UNIT_VERSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.facts.Ref;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of a unit: its names, what it stood under, mergers and splits; since when it is known and by whom. */
@Component
class UnitHistory {

    private final DSLContext sql;
    private final UnitRepository units;
    private final CoverRows covers;
    private final LineageRepository lineage;
    private final Journal journal;

    UnitHistory(DSLContext sql, UnitRepository units, CoverRows covers, LineageRepository lineage, Journal journal) {
        this.sql = sql;
        this.units = units;
        this.covers = covers;
        this.lineage = lineage;
        this.journal = journal;
    }

    /** The newest first, each with the moment it was first told; as it is known now, or was at the instant. */
    List<Entry> of(UnitId unit, @Nullable Instant known) {
        var told = journal.about(unit.ref());
        var entries = new ArrayList<Entry>();
        names(unit, known, told, entries);
        superiors(unit, known, told, entries);
        covers(unit, known, told, entries);
        var all = lineage.lineage(known);
        var reasons = lineage.reasons(unit);
        for (var it : all.of(unit)) {
            var what = it.livesOn()
                    ? What.GAVE
                    : it.kind() == Succession.Kind.MERGE
                            ? What.MERGED
                            : it.kind() == Succession.Kind.SPLIT ? What.SPLIT : What.DISSOLVED;
            entries.add(entry(what, it, others(it), reasons.get(it.event()), who(told, it.at())));
        }
        for (var it : all.into(unit)) {
            var what = it.kind() == Succession.Kind.SPLIT ? What.CAME_FROM : What.TOOK_OVER;
            var who = who(journal.about(it.from().ref()), it.at());
            entries.add(entry(what, it, List.of(named(it.from(), it.at())), reasons.get(it.event()), who));
        }
        entries.sort(Comparator.comparing(Entry::from).reversed().thenComparing(Entry::what));
        return entries;
    }

    private void names(UnitId unit, @Nullable Instant known, List<Recorded> told, List<Entry> entries) {
        @Nullable String before = null;
        var same = UNIT_VERSION.as("same");
        var first = field(select(min(same.KNOWN_FROM))
                .from(same)
                .where(same.UNIT.eq(UNIT_VERSION.UNIT))
                .and(same.NAME.eq(UNIT_VERSION.NAME))
                .and(same.VALID_FROM.eq(UNIT_VERSION.VALID_FROM)));
        var rows = sql.select(UNIT_VERSION.NAME, UNIT_VERSION.REASON, UNIT_VERSION.VALID_FROM, first)
                .from(UNIT_VERSION)
                .where(UNIT_VERSION.UNIT.eq(unit.number()))
                .and(known(UNIT_VERSION.KNOWN_FROM, UNIT_VERSION.KNOWN_TO, known))
                .orderBy(UNIT_VERSION.VALID_FROM)
                .fetch();
        for (var it : rows) {
            if (it.value1().equals(before)) continue;
            var what = before == null ? What.SET_UP : What.NAMED;
            before = it.value1();
            var others = List.of(new Other(unit, it.value1()));
            entries.add(new Entry(what, it.value3(), others, it.value2(), it.value4(), who(told, it.value3())));
        }
    }

    private void superiors(UnitId unit, @Nullable Instant known, List<Recorded> told, List<Entry> entries) {
        for (var tree : TreeKind.values()) {
            var before = 0;
            var same = UNIT_PARENT.as("same");
            var first = field(select(min(same.KNOWN_FROM))
                    .from(same)
                    .where(same.UNIT.eq(UNIT_PARENT.UNIT))
                    .and(same.TREE.eq(UNIT_PARENT.TREE))
                    .and(same.PARENT.eq(UNIT_PARENT.PARENT))
                    .and(same.VALID_FROM.eq(UNIT_PARENT.VALID_FROM)));
            var rows = sql.select(UNIT_PARENT.PARENT, UNIT_PARENT.REASON, UNIT_PARENT.VALID_FROM, first)
                    .from(UNIT_PARENT)
                    .where(UNIT_PARENT.UNIT.eq(unit.number()))
                    .and(UNIT_PARENT.TREE.eq(tree.key()))
                    .and(known(UNIT_PARENT.KNOWN_FROM, UNIT_PARENT.KNOWN_TO, known))
                    .orderBy(UNIT_PARENT.VALID_FROM)
                    .fetch();
            for (var it : rows) {
                if (it.value1() == before) continue;
                before = it.value1();
                var what = tree == TreeKind.HOME ? What.UNDER : What.PARTY_UNDER;
                var others = List.of(named(new UnitId(before), it.value3()));
                entries.add(new Entry(what, it.value3(), others, it.value2(), it.value4(), who(told, it.value3())));
            }
        }
    }

    private void covers(UnitId unit, @Nullable Instant known, List<Recorded> told, List<Entry> entries) {
        for (var it : covers.of(unit, known)) {
            var covered = it.unit().equals(unit);
            var others = List.of(named(covered ? it.by() : it.unit(), it.from()));
            var by = covered ? told : journal.about(it.unit().ref());
            var what = covered ? What.COVERED : What.COVERS;
            entries.add(new Entry(what, it.from(), others, it.reason(), it.knownFrom(), who(by, it.from())));
            if (it.to() == null || it.endReason() == null) continue;
            var ended = covered ? What.UNCOVERED : What.COVERS_NO_MORE;
            entries.add(new Entry(ended, it.to(), others, it.endReason(), it.knownFrom(), who(by, it.to())));
        }
    }

    private static Condition known(Field<Instant> from, Field<Instant> to, @Nullable Instant at) {
        return at == null ? Dated.known(to) : Dated.valid(from, to, at);
    }

    private static Entry entry(
            What what, Succession it, List<Other> others, @Nullable String reason, @Nullable Ref by) {
        return new Entry(what, it.at(), others, reason == null ? "" : reason, it.knownFrom(), by);
    }

    private List<Other> others(Succession it) {
        return it.heirs().stream().map(heir -> named(heir, it.at())).toList();
    }

    private Other named(UnitId unit, Instant at) {
        return new Other(unit, units.called(unit, at).orElse(unit.toString()));
    }

    /** Whoever told last of something that begins at this moment. */
    private static @Nullable Ref who(List<Recorded> told, Instant from) {
        return told.stream()
                .filter(it -> begins(it).filter(from::equals).isPresent())
                .reduce((earlier, later) -> later)
                .map(Recorded::actor)
                .orElse(null);
    }

    private static Optional<Instant> begins(Recorded told) {
        return Optional.ofNullable(
                switch (told.fact()) {
                    case UnitFact.Created it -> it.validFrom();
                    case UnitFact.Renamed it -> it.validFrom();
                    case UnitFact.Moved it -> it.validFrom();
                    case UnitFact.Merged it -> it.validFrom();
                    case UnitFact.Split it -> it.validFrom();
                    case UnitFact.Dissolved it -> it.validFrom();
                    case UnitFact.Covered it -> it.validFrom();
                    case UnitFact.CoverEnded it -> it.validTo();
                    default -> null;
                });
    }

    /** What can have become of it; the order in which events of the same day are told. */
    enum What {
        MERGED,
        SPLIT,
        DISSOLVED,
        GAVE,
        TOOK_OVER,
        CAME_FROM,
        NAMED,
        UNDER,
        PARTY_UNDER,
        COVERED,
        UNCOVERED,
        COVERS,
        COVERS_NO_MORE,
        SET_UP;

        /** Whether other units are named that one may want to open. */
        boolean aboutOthers() {
            return this != SET_UP && this != NAMED;
        }

        String key() {
            return "organization.history." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record Other(UnitId unit, String name) {}

    /** @param by none for what came with a list */
    record Entry(
            What what,
            Instant from,
            List<Other> others,
            String reason,
            Instant known,
            @Nullable Ref by) {}
}
