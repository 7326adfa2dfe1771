package lianxin.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lianxin.platform.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * All units as they stand between two changes. Immutable; units lie in the order of a walk through the home tree, so
 * that a unit and everything below it is one stretch of the arrays.
 */
public final class Tree {

    private final Instant from;
    private final Instant until;
    private final UnitRows rows;
    private final int[] above;
    private final int[] party;
    private final int[] end;
    private final int[] positionOf;
    private final int[] byCode;
    private final boolean[] holdsCases;

    /**
     * @param rows living units in order of their code
     * @param from since when, at the latest, the tree has been so
     * @param until when something changes next
     */
    Tree(UnitRows rows, Instant from, Instant until, Predicate<String> holdsCases) {
        this.from = from;
        this.until = until;
        var walk = new Walk(rows);
        this.rows = rows.inOrder(walk.order);
        this.end = walk.end;
        this.positionOf = positions(this.rows.number);
        this.above = translate(this.rows.parent);
        this.party = translate(this.rows.party);
        this.holdsCases = new boolean[rows.size()];
        this.byCode = new int[rows.size()];
        for (var position = 0; position < rows.size(); position++) {
            byCode[walk.order[position]] = position;
            this.holdsCases[position] = holdsCases.test(this.rows.kind[position]);
        }
    }

    /** The rows as they were given, in order of their code, with some units replaced; these must be in that order too. */
    UnitRows rowsWith(Set<Integer> replaced, UnitRows fresh) {
        var kept = new int[byCode.length];
        var count = 0;
        for (var position : byCode) if (!replaced.contains(rows.number[position])) kept[count++] = position;
        return rows.merged(Arrays.copyOf(kept, count), fresh);
    }

    /** Since when, at the latest, the tree has been so. */
    Instant from() {
        return from;
    }

    public int size() {
        return rows.size();
    }

    /** Whether the tree stood like this at the instant. */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** When something changes next. */
    public Instant until() {
        return until;
    }

    public boolean has(UnitId unit) {
        return position(unit) >= 0;
    }

    /** Whether such a unit lives and cases may lie there. */
    public boolean holdsCases(UnitId unit) {
        var position = position(unit);
        return position >= 0 && holdsCases[position];
    }

    public Unit unit(UnitId unit) {
        return at(known(unit));
    }

    public Optional<Unit> byCode(String code) {
        var low = 0;
        var high = byCode.length - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var order = UnitRows.compareCodes(rows.code[byCode[middle]], code);
            if (order == 0) return Optional.of(at(byCode[middle]));
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return Optional.empty();
    }

    /** Unit numbers from the top down to the unit itself. */
    public int[] path(UnitId unit) {
        var position = known(unit);
        var length = 0;
        for (var it = position; it >= 0; it = above[it]) length++;
        var path = new int[length];
        for (var it = position; it >= 0; it = above[it]) path[--length] = rows.number[it];
        return path;
    }

    public List<Unit> unitsOnPath(UnitId unit) {
        return Arrays.stream(path(unit)).mapToObj(it -> unit(new UnitId(it))).toList();
    }

    /** Numbers of the unit itself and of all units under it. */
    public int[] below(UnitId unit) {
        var position = known(unit);
        return Arrays.copyOfRange(rows.number, position, end[position]);
    }

    public int countBelow(UnitId unit) {
        var position = known(unit);
        return end[position] - position - 1;
    }

    /** Whether the unit is the upper one or stands somewhere under it. */
    public boolean covers(UnitId upper, UnitId unit) {
        var top = position(upper);
        var position = position(unit);
        return top >= 0 && position >= top && position < end[top];
    }

    /** Whether the unit is the upper one or stands somewhere under it, in the home tree or in the Party tree. */
    boolean belongs(Unit unit, UnitId upper) {
        for (var it = position(unit.id()); it >= 0; it = party[it]) {
            if (covers(upper, new UnitId(rows.number[it]))) return true;
        }
        return false;
    }

    /** In the order of a walk through the home tree. */
    void each(Consumer<Unit> use) {
        for (var it = 0; it < size(); it++) use.accept(at(it));
    }

    /** The home parent; at the top the unit itself. */
    public UnitId above(UnitId unit) {
        var position = known(unit);
        return above[position] < 0 ? unit : new UnitId(rows.number[above[position]]);
    }

    public List<Unit> children(UnitId unit) {
        var position = known(unit);
        return siblings(position + 1, end[position]);
    }

    /** Units without a home parent: those that hold cases first, then guests from outside. */
    public List<Unit> tops() {
        var tops = siblings(0, size());
        tops.sort(Comparator.comparing(it -> !it.holdsCases()));
        return tops;
    }

    /** What stands directly under a Party body in the Party tree. */
    public List<Unit> partyChildren(UnitId unit) {
        var position = known(unit);
        var found = new ArrayList<Unit>();
        for (var it = 0; it < party.length; it++) if (party[it] == position) found.add(at(it));
        return found;
    }

    /** The first units whose name contains the words or whose code begins with them, the higher ones first. */
    public List<Unit> search(String words, int limit) {
        var found = new ArrayList<Unit>();
        for (var it = 0; it < size() && found.size() < limit; it++) {
            if (rows.name[it].contains(words) || rows.code[it].startsWith(words)) found.add(at(it));
        }
        return found;
    }

    /** All that are called exactly so. */
    List<Unit> named(String name) {
        var found = new ArrayList<Unit>();
        for (var it = 0; it < size(); it++) if (rows.name[it].equals(name)) found.add(at(it));
        return found;
    }

    private List<Unit> siblings(int first, int stop) {
        var found = new ArrayList<Unit>();
        for (var it = first; it < stop; it = end[it]) found.add(at(it));
        return found;
    }

    private Unit at(int position) {
        return new Unit(
                new UnitId(rows.number[position]),
                rows.name[position],
                rows.kind[position],
                rows.level[position],
                rows.code[position],
                idAt(above[position]),
                idAt(party[position]),
                holdsCases[position]);
    }

    private @Nullable UnitId idAt(int position) {
        return position < 0 ? null : new UnitId(rows.number[position]);
    }

    private int known(UnitId unit) {
        var position = position(unit);
        if (position < 0) throw new NotFound(unit.ref());
        return position;
    }

    private int position(UnitId unit) {
        var number = unit.number();
        return number < 0 || number >= positionOf.length ? -1 : positionOf[number] - 1;
    }

    /** Position plus one by unit number; zero where no such unit lives. */
    private static int[] positions(int[] number) {
        var greatest = 0;
        for (var it : number) greatest = Math.max(greatest, it);
        var positions = new int[greatest + 1];
        for (var position = 0; position < number.length; position++) positions[number[position]] = position + 1;
        return positions;
    }

    private int[] translate(int[] numbers) {
        var positions = new int[numbers.length];
        for (var it = 0; it < numbers.length; it++) positions[it] = position(new UnitId(numbers[it]));
        return positions;
    }

    /** The order of the home tree from above: a unit, then all that stands under it, before its next sibling. */
    private static final class Walk {

        final int[] order;
        final int[] end;

        Walk(UnitRows rows) {
            var size = rows.size();
            order = new int[size];
            end = new int[size];
            var positionOf = positions(rows.number);
            var firstChild = new int[size + 1];
            var next = new int[size];
            Arrays.fill(firstChild, -1);
            for (var it = size - 1; it >= 0; it--) {
                var parent = rows.parent[it];
                var slot = parent > 0 && parent < positionOf.length && positionOf[parent] > 0
                        ? positionOf[parent] - 1
                        : size;
                next[it] = firstChild[slot];
                firstChild[slot] = it;
            }
            var positions = new int[size];
            var stack = new int[size];
            var depth = 0;
            var written = 0;
            var it = firstChild[size];
            while (it >= 0 || depth > 0) {
                if (it < 0) {
                    var done = stack[--depth];
                    end[positions[done]] = written;
                    it = next[done];
                } else {
                    positions[it] = written;
                    order[written++] = it;
                    stack[depth++] = it;
                    it = firstChild[it];
                }
            }
            if (written != size) throw new IllegalStateException(size - written + " units stand under themselves");
        }
    }
}
