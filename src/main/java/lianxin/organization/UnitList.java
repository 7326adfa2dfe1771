package lianxin.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lianxin.platform.Messages;
import lianxin.sheets.Column;
import lianxin.sheets.Column.Kind;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Units by lists: each under its code, below the units whose codes it names. */
@Component
class UnitList implements Importable {

    private static final int AT_ONCE = 10_000;

    private final OrganizationRules rules;
    private final Trees trees;
    private final UnitListWriting writing;
    private final List<Column> columns;

    UnitList(OrganizationRules rules, Trees trees, UnitListWriting writing, Messages messages) {
        this.rules = rules;
        this.trees = trees;
        this.writing = writing;
        this.columns = List.of(
                Column.of(messages, "imports.units.code", Kind.CODE, true, "S0001"),
                Column.of(messages, "imports.units.name", Kind.TEXT, true, ""),
                Column.of(messages, "imports.units.kind", Kind.TEXT, true, ""),
                Column.of(messages, "imports.units.level", Kind.TEXT, true, ""),
                Column.of(messages, "imports.units.home", Kind.CODE, false, ""),
                Column.of(messages, "imports.units.party", Kind.CODE, false, ""));
    }

    /** A line in the words of the code; kind and level empty where nobody knows them. */
    record Wish(String code, String name, String kind, String level, String home, String party) {

        UnitSeed seed() {
            return new UnitSeed(code, name, kind, level, none(home), none(party));
        }

        private static @Nullable String none(String code) {
            return code.isEmpty() ? null : code;
        }
    }

    @Override
    public String key() {
        return "units";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public May needs() {
        return May.MANAGE_UNITS;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    /** Two bodies of the lowest kinds, below the first unit there is. */
    @Override
    public List<List<String>> samples() {
        var tree = trees.now();
        var home = tree.tops().stream().findFirst().map(Unit::code).orElse("");
        var kind = rules.kinds().stream()
                .filter(it -> it.tree() == UnitKind.Side.DEPARTMENT)
                .findFirst()
                .map(it -> it.name().zh())
                .orElse("");
        var level = rules.levelName("community").zh();
        return List.of(
                List.of("S0001", "示例单位一", kind, level, home, ""), List.of("S0002", "示例单位二", kind, level, home, ""));
    }

    @Override
    public Check check(Instant from, Actor by) {
        return new UnitListCheck(this, rules, trees.at(from), by);
    }

    @Override
    public List<String> tables() {
        return List.of("organization.unit", "organization.unit_version", "organization.unit_parent");
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public List<Done> apply(List<Line> lines, Batch batch, Actor by) {
        var wishes = new ArrayList<Wish>(lines.size());
        for (var line : lines) wishes.add(wish(line));
        return writing.apply(lines, wishes, batch, by);
    }

    @Override
    public Optional<Complaint> builtOn(Batch batch, List<Made> made) {
        return writing.builtOn(batch, made);
    }

    @Override
    public void takeBack(List<Made> made, Batch batch, Actor by) {
        writing.takeBack(made, batch, by);
    }

    Wish wish(Line line) {
        var cells = line.cells();
        return new Wish(
                cells.get(0), cells.get(1), kind(cells.get(2)), level(cells.get(3)), cells.get(4), cells.get(5));
    }

    private String kind(String said) {
        for (var it : rules.kinds())
            if (said.equals(it.name().zh()) || said.equalsIgnoreCase(it.name().en()) || said.equals(it.key()))
                return it.key();
        return "";
    }

    private String level(String said) {
        for (var it : Levels.all()) {
            var name = rules.levelName(it);
            if (said.equals(it) || said.equals(name.zh()) || said.equalsIgnoreCase(name.en())) return it;
        }
        return "";
    }
}
