package lianxin.territory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.organization.Actor;
import lianxin.organization.Importable.Check;
import lianxin.organization.Importable.Fate;
import lianxin.organization.Importable.Verdict;
import lianxin.organization.May;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import org.jspecify.annotations.Nullable;

/** Whether the areas of a list fit together and onto the ground of the day. A line fails with the one it lies in. */
final class AreaListCheck implements Check {
    private static final int LONGEST = 100;

    private final Town town;
    private final Ground ground;
    private final Responsibilities responsibilities;
    private final Instant from;
    private final long at;
    private final Actor by;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<Integer, Boolean> allowed = new HashMap<>();

    /** What must be known of a line while others are judged; areas lie in higher ones only, so there is no circle. */
    private static final class Seen {
        final int line;
        final String kind;
        final @Nullable String parent;
        final boolean readable;

        @Nullable
        Boolean sound;

        Seen(int line, String kind, @Nullable String parent, boolean readable) {
            this.line = line;
            this.kind = kind;
            this.parent = parent;
            this.readable = readable;
        }
    }

    AreaListCheck(Town town, Ground ground, Responsibilities responsibilities, Instant from, Actor by) {
        this.town = town;
        this.ground = ground;
        this.responsibilities = responsibilities;
        this.from = from;
        this.at = Dated.micros(from);
        this.by = by;
    }

    /** The kind is empty where nobody knows the level. */
    static AreaRow row(Line line, Town town) {
        var cells = line.cells();
        var code = cells.get(0);
        var parent = cells.get(3).isEmpty() || code.equals(town.divisionRoot()) ? null : cells.get(3);
        return new AreaRow(
                line.number(),
                kind(cells.get(2), town),
                code,
                town.groundName(cells.get(1)),
                parent,
                spot(line),
                false);
    }

    private static String kind(String said, Town town) {
        for (var it : town.levels()) {
            if (said.equals(it.key())
                    || said.equals(it.name().zh())
                    || said.equalsIgnoreCase(it.name().en())
                    || it.divisionLevel() != null && said.equals(it.divisionLevel() + "")) return it.key();
        }
        return "";
    }

    private static @Nullable Spot spot(Line line) {
        return Spot.typed(line.cells().get(4), line.cells().get(5)).orElse(null);
    }

    @Override
    public void know(Line line) {
        var row = row(line, town);
        seen.putIfAbsent(row.code(), new Seen(line.number(), row.kind(), row.parentCode(), readable(line, row)));
    }

    private static boolean readable(Line line, AreaRow row) {
        return line.complaints().isEmpty()
                && !row.code().isEmpty()
                && !row.name().isEmpty()
                && !row.kind().isEmpty()
                && row.code().length() <= LONGEST
                && row.name().length() <= LONGEST;
    }

    @Override
    public Verdict judge(Line line) {
        var row = row(line, town);
        var reasons = new ArrayList<>(line.complaints());
        var own = seen.get(row.code());
        if (own != null && own.line != line.number() && !row.code().isEmpty())
            reasons.add(Complaint.of("imports.twice", row.code(), own.line));
        words(line, row, reasons);
        var there = ground.byCode(row.code(), at);
        if (there != null) return judged(row, there, reasons);
        above(row.kind(), row.parentCode(), row.name(), reasons);
        return reasons.isEmpty()
                ? new Verdict(Fate.CREATE, town.depth(row.kind()), List.of())
                : Verdict.refused(reasons);
    }

    private static void words(Line line, AreaRow row, List<Complaint> reasons) {
        if (row.code().isEmpty()) reasons.add(Complaint.of("imports.empty", "@imports.areas.code"));
        if (row.name().isEmpty()) reasons.add(Complaint.of("imports.empty", "@imports.areas.name"));
        if (row.code().length() > LONGEST) reasons.add(Complaint.of("imports.long", "@imports.areas.code", LONGEST));
        if (row.name().length() > LONGEST) reasons.add(Complaint.of("imports.long", "@imports.areas.name", LONGEST));
        if (row.kind().isEmpty())
            reasons.add(Complaint.of(
                    "imports.unknown", "@imports.areas.level", line.cells().get(2)));
        var point = line.cells().get(4) + ", " + line.cells().get(5);
        if (row.spot() == null
                && point.length() > ", ".length()
                && line.complaints().isEmpty()) reasons.add(Complaint.of("territory.point.unreadable", point));
    }

    private Verdict judged(AreaRow row, Area there, List<Complaint> reasons) {
        if (!mayManage(there.id().number())) reasons.add(Complaint.of("imports.not-yours", there.name()));
        if (!row.kind().isEmpty() && !row.kind().equals(there.kind()))
            reasons.add(Complaint.of("imports.areas.level-stays", there.name()));
        var changes = new ArrayList<Complaint>();
        if (!row.name().equals(there.name()))
            changes.add(Complaint.of("imports.was", "@imports.areas.name", there.name()));
        var parent = there.parent() == null ? null : ground.find(there.parent().number(), at);
        if (row.parentCode() != null && (parent == null || !row.parentCode().equals(parent.code()))) {
            above(row.kind(), row.parentCode(), row.name(), reasons);
            changes.add(Complaint.of("imports.was", "@imports.areas.parent", parent == null ? "—" : parent.code()));
        }
        if (!reasons.isEmpty()) return Verdict.refused(reasons);
        return new Verdict(changes.isEmpty() ? Fate.SAME : Fate.CHANGE, 0, changes);
    }

    private void above(String kind, @Nullable String code, String name, List<Complaint> reasons) {
        if (code == null) {
            if (town.depth(kind) != 0 || !by.equals(Actor.SYSTEM))
                reasons.add(Complaint.of("imports.empty", "@imports.areas.parent"));
            return;
        }
        var living = ground.byCode(code, at);
        var listed = seen.get(code);
        if (living == null && listed == null) {
            reasons.add(Complaint.of("imports.nowhere", "@imports.areas.parent", code));
            return;
        }
        if (living != null && !mayManage(living.id().number()))
            reasons.add(Complaint.of("imports.not-yours", living.name()));
        var level = living != null ? living.kind() : listed == null ? "" : listed.kind;
        if (!kind.isEmpty() && !town.mayLieIn(kind, level))
            reasons.add(Complaint.of("territory.parent-level", name, living == null ? code : living.name()));
        else if (living == null && listed != null && !sound(listed))
            reasons.add(Complaint.of("imports.above-refused", "@imports.areas.parent", code, listed.line));
    }

    private boolean sound(Seen it) {
        if (it.sound != null) return it.sound;
        var reasons = new ArrayList<Complaint>();
        if (it.readable) above(it.kind, it.parent, "", reasons);
        it.sound = it.readable && reasons.isEmpty();
        return it.sound;
    }

    private boolean mayManage(int area) {
        return allowed.computeIfAbsent(
                area, it -> by.may(May.MANAGE_UNITS, responsibilities.responsible(new AreaId(it), "", from)));
    }
}
