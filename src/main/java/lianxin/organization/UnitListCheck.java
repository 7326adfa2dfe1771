package lianxin.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.organization.Importable.Fate;
import lianxin.organization.Importable.Verdict;
import lianxin.organization.UnitList.Wish;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import org.jspecify.annotations.Nullable;

/** Whether the units of a list fit together and onto the tree of the day. A line fails with the one it stands under. */
final class UnitListCheck implements Importable.Check {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_CODE = 60;

    private final UnitList list;
    private final OrganizationRules rules;
    private final Tree tree;
    private final Actor by;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<UnitId, Boolean> allowed = new HashMap<>();

    /** What must be known of a line while others are judged. */
    private static final class Seen {
        final int line;
        final Wish wish;
        final boolean readable;
        /** Minus one before it was asked, minus two while it is. */
        int rank = -1;

        boolean sound;

        Seen(int line, Wish wish, boolean readable) {
            this.line = line;
            this.wish = wish;
            this.readable = readable;
        }
    }

    /** What a line names as the unit above, whether it lives already or is in the list. */
    private record Above(String kind, String level, int rank) {}

    UnitListCheck(UnitList list, OrganizationRules rules, Tree tree, Actor by) {
        this.list = list;
        this.rules = rules;
        this.tree = tree;
        this.by = by;
    }

    @Override
    public void know(Line line) {
        var wish = list.wish(line);
        seen.putIfAbsent(
                wish.code(), new Seen(line.number(), wish, line.complaints().isEmpty()));
    }

    @Override
    public Verdict judge(Line line) {
        var wish = list.wish(line);
        var reasons = new ArrayList<>(line.complaints());
        var own = seen.get(wish.code());
        if (own != null && own.line != line.number() && !wish.code().isEmpty())
            reasons.add(Complaint.of("imports.twice", wish.code(), own.line));
        words(wish, line, reasons);
        var there = tree.byCode(wish.code()).orElse(null);
        if (there != null) return judged(wish, there, reasons);
        above(wish, TreeKind.HOME, wish.home(), reasons);
        above(wish, TreeKind.PARTY, wish.party(), reasons);
        if (!reasons.isEmpty()) return Verdict.refused(reasons);
        return new Verdict(Fate.CREATE, own == null ? 0 : rank(own), List.of());
    }

    private static void words(Wish wish, Line line, List<Complaint> reasons) {
        if (wish.code().isEmpty()) reasons.add(Complaint.of("imports.empty", "@imports.units.code"));
        if (wish.code().length() > LONGEST_CODE)
            reasons.add(Complaint.of("imports.long", "@imports.units.code", LONGEST_CODE));
        if (wish.name().isEmpty()) reasons.add(Complaint.of("imports.empty", "@imports.units.name"));
        if (wish.name().length() > LONGEST_NAME)
            reasons.add(Complaint.of("imports.long", "@imports.units.name", LONGEST_NAME));
        if (wish.kind().isEmpty())
            reasons.add(Complaint.of(
                    "imports.unknown", "@imports.units.kind", line.cells().get(2)));
        if (wish.level().isEmpty())
            reasons.add(Complaint.of(
                    "imports.unknown", "@imports.units.level", line.cells().get(3)));
    }

    /** What stands there already: it may be renamed and moved by a list, and stays what it is. */
    private Verdict judged(Wish wish, Unit there, List<Complaint> reasons) {
        if (!mayManage(there.id())) reasons.add(Complaint.of("imports.not-yours", there.name()));
        if (!wish.kind().isEmpty() && !wish.kind().equals(there.kind()))
            reasons.add(Complaint.of("imports.units.kind-stays", there.name(), rules.kindName(there.kind())));
        if (!wish.level().isEmpty() && !wish.level().equals(there.level()))
            reasons.add(Complaint.of(
                    "imports.units.level-stays",
                    there.name(),
                    rules.levelName(there.level()).zh()));
        var changes = new ArrayList<Complaint>();
        if (!wish.name().equals(there.name()))
            changes.add(Complaint.of("imports.was", "@imports.units.name", there.name()));
        if (moves(wish.home(), there.parent())) {
            above(wish, TreeKind.HOME, wish.home(), reasons);
            changes.add(Complaint.of("imports.was", "@imports.units.home", codeOf(there.parent())));
        }
        if (moves(wish.party(), there.partyParent())) {
            above(wish, TreeKind.PARTY, wish.party(), reasons);
            changes.add(Complaint.of("imports.was", "@imports.units.party", codeOf(there.partyParent())));
        }
        if (!reasons.isEmpty()) return Verdict.refused(reasons);
        return new Verdict(changes.isEmpty() ? Fate.SAME : Fate.CHANGE, 0, changes);
    }

    /** An empty cell moves nothing. */
    private boolean moves(String code, @Nullable UnitId parent) {
        return !code.isEmpty() && !code.equals(codeOf(parent));
    }

    private String codeOf(@Nullable UnitId unit) {
        return unit == null ? "" : tree.unit(unit).code();
    }

    private void above(Wish wish, TreeKind kind, String code, List<Complaint> reasons) {
        if (!code.isEmpty() && code.equals(wish.code())) {
            reasons.add(Complaint.of("imports.units.under-itself"));
            return;
        }
        var column = kind == TreeKind.HOME ? "@imports.units.home" : "@imports.units.party";
        var above = code.isEmpty() ? null : above(code, column, reasons);
        if (!code.isEmpty() && above == null) return;
        if (code.isEmpty() && kind == TreeKind.HOME && !by.equals(Actor.SYSTEM)) {
            reasons.add(Complaint.of("imports.units.no-home"));
            return;
        }
        if (wish.kind().isEmpty() || wish.level().isEmpty()) return;
        var broken = broken(wish, kind, above);
        if (broken != null)
            reasons.add(Complaint.of(
                    broken, rules.kindName(wish.kind()), above == null ? "—" : rules.kindName(above.kind)));
    }

    private @Nullable String broken(Wish wish, TreeKind kind, @Nullable Above above) {
        if (kind == TreeKind.HOME)
            return rules.homeBroken(
                    wish.kind(), wish.level(), above == null ? null : above.kind, above == null ? null : above.level);
        if (above == null && rules.kind(wish.kind()).tree() != UnitKind.Side.PARTY) return null;
        return rules.partyBroken(wish.kind(), above == null ? null : above.kind);
    }

    private @Nullable Above above(String code, String column, List<Complaint> reasons) {
        var living = tree.byCode(code).orElse(null);
        if (living != null) {
            if (!mayManage(living.id())) reasons.add(Complaint.of("imports.not-yours", living.name()));
            return new Above(living.kind(), living.level(), -1);
        }
        var listed = seen.get(code);
        if (listed == null) {
            reasons.add(Complaint.of("imports.nowhere", column, code));
            return null;
        }
        int rank = rank(listed);
        if (!listed.sound) {
            reasons.add(Complaint.of("imports.above-refused", column, code, listed.line));
            return null;
        }
        return new Above(listed.wish.kind(), listed.wish.level(), rank);
    }

    /** How many of the list stand above it; whoever stands under itself is never sound. */
    private int rank(Seen it) {
        if (it.rank != -1) return it.rank;
        it.rank = -2;
        var reasons = new ArrayList<Complaint>();
        words(it.wish, new Line(it.line, List.of("", "", it.wish.kind(), it.wish.level())), reasons);
        above(it.wish, TreeKind.HOME, it.wish.home(), reasons);
        above(it.wish, TreeKind.PARTY, it.wish.party(), reasons);
        it.rank = Math.max(1 + under(it.wish.home()), 1 + under(it.wish.party()));
        it.sound = it.readable && reasons.isEmpty();
        return it.rank;
    }

    private int under(String code) {
        var listed = seen.get(code);
        return code.isEmpty() || listed == null || tree.byCode(code).isPresent() ? -1 : listed.rank;
    }

    private boolean mayManage(UnitId unit) {
        return allowed.computeIfAbsent(unit, it -> by.may(May.MANAGE_UNITS, it));
    }
}
