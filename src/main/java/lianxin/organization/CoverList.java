package lianxin.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianxin.platform.Messages;
import lianxin.sheets.Column;
import lianxin.sheets.Column.Kind;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import org.springframework.stereotype.Component;

/** Which Party organization covers which unit, by lists: both by their codes. */
@Component
class CoverList implements Importable {

    private final Trees trees;
    private final OrganizationRules rules;
    private final Covering covering;
    private final CoverRows rows;
    private final List<Column> columns;

    CoverList(Trees trees, OrganizationRules rules, Covering covering, CoverRows rows, Messages messages) {
        this.trees = trees;
        this.rules = rules;
        this.covering = covering;
        this.rows = rows;
        this.columns = List.of(
                Column.of(messages, "imports.covers.unit", Kind.CODE, true, ""),
                Column.of(messages, "imports.covers.by", Kind.CODE, true, ""));
    }

    @Override
    public String key() {
        return "covers";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public May needs() {
        return May.MANAGE_UNITS;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    /** Codes that look like those of small enterprises and of the joint branch that covers them. */
    @Override
    public List<List<String>> samples() {
        return List.of(List.of("S0001", "S0009"), List.of("S0002", "S0009"));
    }

    @Override
    public List<String> tables() {
        return List.of("organization.unit_cover");
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Check check(Instant from, Actor by) {
        return new Looking(trees.at(from), rows.picture(from), by);
    }

    private final class Looking implements Check {

        private final Tree tree;
        private final CoverRows.Picture known;
        private final Actor by;
        private final Map<List<String>, Integer> first = new HashMap<>();

        Looking(Tree tree, CoverRows.Picture known, Actor by) {
            this.tree = tree;
            this.known = known;
            this.by = by;
        }

        @Override
        public void know(Line line) {
            first.putIfAbsent(line.cells(), line.number());
        }

        @Override
        public Verdict judge(Line line) {
            var reasons = new ArrayList<>(line.complaints());
            int other = first.getOrDefault(line.cells(), line.number());
            if (other != line.number())
                reasons.add(Complaint.of("imports.twice", line.cells().getFirst(), other));
            var unit = named(line, 0, "@imports.covers.unit", reasons);
            var organization = named(line, 1, "@imports.covers.by", reasons);
            if (unit.isPresent() && organization.isPresent()) {
                if (known.by()
                        .getOrDefault(unit.get().id(), List.of())
                        .contains(organization.get().id())) return new Verdict(Fate.SAME, 0, List.of());
                if (!rules.kind(organization.get().kind()).mayCover(unit.get().kind()))
                    reasons.add(Complaint.of(
                            "organization.cannot-cover",
                            rules.kindName(organization.get().kind()),
                            rules.kindName(unit.get().kind())));
            }
            return reasons.isEmpty() ? new Verdict(Fate.CREATE, 0, List.of()) : Verdict.refused(reasons);
        }

        private Optional<Unit> named(Line line, int cell, String column, List<Complaint> reasons) {
            var code = line.cells().get(cell);
            var found = tree.byCode(code);
            if (code.isEmpty()) reasons.add(Complaint.of("imports.empty", column));
            else if (found.isEmpty()) reasons.add(Complaint.of("imports.covers.nowhere", column, code));
            else if (!by.may(May.MANAGE_UNITS, found.get().id()))
                reasons.add(Complaint.of("imports.not-yours", found.get().name()));
            return found;
        }
    }

    @Override
    public List<Done> apply(List<Line> lines, Batch batch, Actor by) {
        return lines.stream().map(it -> apply(it, batch, by)).toList();
    }

    private Done apply(Line line, Batch batch, Actor by) {
        var tree = trees.at(batch.from());
        var unit = tree.byCode(line.cells().get(0));
        var organization = tree.byCode(line.cells().get(1));
        if (unit.isEmpty() || organization.isEmpty())
            return Done.refused(
                    line,
                    List.of(Complaint.of("imports.above-gone", line.cells().get(unit.isEmpty() ? 0 : 1))));
        var entry = covering.cover(unit.get().id(), organization.get().id(), batch.from(), batch.reason(), by);
        return Done.created(line, String.valueOf(entry));
    }

    @Override
    public Optional<Complaint> builtOn(Batch batch, List<Made> made) {
        var entries = made.stream().map(it -> Long.valueOf(it.thing())).toArray(Long[]::new);
        return rows.changed(entries).map(it -> Complaint.of("imports.changed-since", it));
    }

    @Override
    public void takeBack(List<Made> made, Batch batch, Actor by) {
        for (var it : made) {
            var entry = rows.find(Long.parseLong(it.thing())).orElseThrow();
            covering.end(entry.unit(), entry.by(), entry.from(), batch.reason(), by);
        }
    }
}
