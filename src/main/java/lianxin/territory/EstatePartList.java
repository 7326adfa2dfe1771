package lianxin.territory;

import static lianxin.territory.tables.AreaPartTable.AREA_PART;
import static org.jooq.impl.DSL.any;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Importable;
import lianxin.organization.May;
import lianxin.platform.Messages;
import lianxin.sheets.Column;
import lianxin.sheets.Column.Kind;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import lianxin.territory.EstateParts.Joining;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which ground belongs to which estate, by lists: two codes a line. The estates themselves come with the list of areas. */
@Component
class EstatePartList implements Importable {
    private static final int AT_ONCE = 10_000;

    private final Grounds grounds;
    private final EstateParts parts;
    private final Responsibilities responsibilities;
    private final Editions editions;
    private final Dated dated;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;
    private final List<Column> columns;

    EstatePartList(
            Grounds grounds,
            EstateParts parts,
            Responsibilities responsibilities,
            Editions editions,
            Dated dated,
            Journal journal,
            DSLContext db,
            Clock clock,
            Messages messages) {
        this.grounds = grounds;
        this.parts = parts;
        this.responsibilities = responsibilities;
        this.editions = editions;
        this.dated = dated;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
        this.columns = List.of(
                Column.of(messages, "imports.parts.part", Kind.CODE, true, ""),
                Column.of(messages, "imports.parts.estate", Kind.CODE, true, ""));
    }

    @Override
    public String key() {
        return "parts";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public May needs() {
        return May.MANAGE_UNITS;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public List<List<String>> samples() {
        return List.of(List.of("G0001", "E0001"), List.of("G0002", "E0001"));
    }

    @Override
    public List<String> tables() {
        return List.of("territory.area_part");
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public Check check(Instant from, Actor by) {
        return new Judge(from, by);
    }

    private final class Judge implements Check {
        private final Ground ground = grounds.now();
        private final Map<String, Integer> lines = new HashMap<>();
        private final Instant from;
        private final Actor by;

        Judge(Instant from, Actor by) {
            this.from = from;
            this.by = by;
        }

        @Override
        public void know(Line line) {
            lines.putIfAbsent(line.cells().getFirst(), line.number());
        }

        @Override
        public Verdict judge(Line line) {
            var reasons = new ArrayList<>(line.complaints());
            var code = line.cells().getFirst();
            var first = lines.get(code);
            if (first != null && first != line.number()) reasons.add(Complaint.of("imports.twice", code, first));
            var part = here(line, 0, reasons);
            var estate = here(line, 1, reasons);
            if (part == null || estate == null) return Verdict.refused(reasons);
            for (var it : List.of(part, estate))
                if (!by.may(May.MANAGE_UNITS, responsibilities.responsible(it.id(), "", from)))
                    reasons.add(Complaint.of("imports.not-yours", it.name()));
            var broken = parts.broken(part, estate, from);
            if (broken != null) reasons.add(Complaint.of(broken, part.name(), estate.name()));
            if (!reasons.isEmpty()) return Verdict.refused(reasons);
            var before = ground.find(ground.parts.whole(part.id().number(), Dated.micros(from)), Dated.micros(from));
            if (before == null) return new Verdict(Fate.CREATE, 0, List.of());
            return before.id().equals(estate.id())
                    ? new Verdict(Fate.SAME, 0, List.of())
                    : new Verdict(
                            Fate.CHANGE,
                            0,
                            List.of(Complaint.of("imports.was", "@imports.parts.estate", before.name())));
        }

        private @Nullable Area here(Line line, int column, List<Complaint> reasons) {
            var code = line.cells().get(column);
            var area = ground.byCode(code, Dated.micros(from));
            if (area == null && !code.isEmpty())
                reasons.add(Complaint.of(
                        "imports.nowhere", "@" + columns.get(column).key(), code));
            return area;
        }
    }

    @Override
    public List<Done> apply(List<Line> lines, Batch batch, Actor by) {
        var done = new ArrayList<Done>(lines.size());
        var fresh = new ArrayList<Joining>(lines.size());
        var ground = grounds.now();
        long at = Dated.micros(batch.from());
        for (var line : lines) {
            var part = ground.byCode(line.cells().get(0), at);
            var estate = ground.byCode(line.cells().get(1), at);
            var wrong = wrong(line, part, estate, batch.from());
            if (wrong != null || part == null || estate == null) {
                done.add(Done.refused(line, wrong == null ? List.of() : List.of(wrong)));
            } else if (db.fetchExists(AREA_PART, open(part))) {
                long before =
                        dated.standing(AREA_PART, AREA_PART.PART.eq(part.id().number()));
                parts.join(part.id(), estate.id(), batch.id(), batch.from(), by);
                done.add(Done.changed(line, part.id() + "", before + ""));
            } else {
                fresh.add(new Joining(part.id(), estate.id()));
                done.add(Done.created(line, part.id() + ""));
            }
        }
        parts.joinAll(fresh, batch.id(), batch.from(), by);
        return done;
    }

    private @Nullable Complaint wrong(Line line, @Nullable Area part, @Nullable Area estate, Instant at) {
        if (part == null || estate == null)
            return Complaint.of("imports.above-gone", line.cells().get(part == null ? 0 : 1));
        var broken = parts.broken(part, estate, at);
        return broken == null ? null : Complaint.of(broken, part.name(), estate.name());
    }

    private static Condition open(Area part) {
        var p = AREA_PART;
        return p.PART.eq(part.id().number()).and(p.KNOWN_TO.eq(Dated.FOREVER)).and(p.VALID_TO.eq(Dated.FOREVER));
    }

    /** Nothing falls with it; but who was moved to another estate since stays there. */
    @Override
    public Optional<Complaint> builtOn(Batch batch, List<Made> made) {
        var p = AREA_PART;
        var as = db.select(p.PART)
                .from(p)
                .where(p.BATCH.eq(batch.id()), p.VALID_FROM.eq(batch.from()))
                .and(p.KNOWN_TO.eq(Dated.FOREVER))
                .and(p.VALID_TO.eq(Dated.FOREVER))
                .fetchSet(p.PART);
        return made.stream()
                .map(it -> Integer.valueOf(it.thing()))
                .filter(it -> !as.contains(it))
                .findFirst()
                .map(it -> Complaint.of("imports.changed-since", name(it, batch.from())));
    }

    private String name(int number, Instant at) {
        var area = grounds.now().find(number, Dated.micros(at));
        return area == null ? "" + number : area.name();
    }

    @Override
    public void takeBack(List<Made> made, Batch batch, Actor by) {
        editions.raise();
        var now = clock.instant();
        var p = AREA_PART;
        var fresh = new ArrayList<Integer>();
        for (var it : made) {
            int part = Integer.parseInt(it.thing());
            if (it.before() == null) fresh.add(part);
            else dated.restore(p, p.PART.eq(part), Long.parseLong(it.before()), now);
        }
        dated.forget(p, p.BATCH.eq(batch.id()).and(p.PART.eq(any(fresh.toArray(Integer[]::new)))), now);
        var first = new AreaId(Integer.parseInt(made.getFirst().thing()));
        var fact = new AreaFact.ImportTakenBack(first, batch.charge(), made.size(), batch.id());
        journal.record(fact, first.ref(), by.ref(), now);
    }
}
