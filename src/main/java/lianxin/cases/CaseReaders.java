package lianxin.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.cases.Reach.Part;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Category;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import org.springframework.stereotype.Component;

/**
 * How much of a case a reader sees. The holder, the desk, the supervisor, who was whistled for, and every unit that was
 * ever given the case see it whole, each by the permission to read there; a post limited to lines of work sees cases of
 * its lines only; a part-time post sees what concerns public space, without a word of the reporter. Whoever sits in a unit sees no matter
 * about that unit or its staff, whatever other post he holds.
 */
@Component
class CaseReaders {

    private final CaseQueries queries;
    private final Categories categories;
    private final SubjectUnits subjects;
    private final Trees trees;

    CaseReaders(CaseQueries queries, Categories categories, SubjectUnits subjects, Trees trees) {
        this.queries = queries;
        this.categories = categories;
        this.subjects = subjects;
        this.trees = trees;
    }

    /** No unit stands deeper. */
    private static final int LEVELS = 12;

    /** How much of a case. */
    enum Extent {
        WHOLE,
        /** Category, place and state. */
        PUBLIC_SPACE
    }

    Reach reach(Actor actor) {
        var tree = trees.now();
        var lines = new ArrayList<Part>();
        actor.whereInLines(May.READ)
                .forEach((line, units) ->
                        lines.add(new Part(units, keys(it -> it.line().equals(line)))));
        return new Reach(
                Reach.holding(actor.where(May.READ), tree),
                Reach.holding(actor.where(May.SUPERVISE), tree),
                readable(actor, May.DISPATCH).toArray(),
                without(readable(actor, May.CALL_BACK), actor.where(May.HANDLE)),
                own(actor),
                lines,
                new Part(actor.where(May.READ_PUBLIC_SPACE), keys(Category::publicSpace)));
    }

    /** The top is not among them: nobody is above it, so it keeps what is about itself. */
    private int[] own(Actor actor) {
        var tree = trees.now();
        return actor.seats().stream()
                .filter(tree::has)
                .flatMapToInt(it -> IntStream.iterate(
                                it.number(),
                                unit -> tree.above(new UnitId(unit)).number())
                        .limit(LEVELS)
                        .filter(unit -> tree.above(new UnitId(unit)).number() != unit))
                .distinct()
                .toArray();
    }

    /** Units in which somebody may do this and read everything. */
    private static IntStream readable(Actor actor, May what) {
        var read = set(actor.where(May.READ));
        return Arrays.stream(actor.where(what)).filter(read::contains);
    }

    private static int[] without(IntStream units, int[] others) {
        var left = set(others);
        return units.filter(it -> !left.contains(it)).toArray();
    }

    private static Set<Integer> set(int[] units) {
        return Arrays.stream(units).boxed().collect(Collectors.toSet());
    }

    Extent extent(Case it, Actor actor) {
        if (subjects.hidden(it, actor)) throw new Forbidden(it.id.ref());
        var category = categories.find(it.category);
        if (reads(it, actor, category.line())) return Extent.WHOLE;
        if (category.publicSpace() && actor.may(May.READ_PUBLIC_SPACE, it.holder)) return Extent.PUBLIC_SPACE;
        throw new Forbidden(it.id.ref());
    }

    /** A line of a list as the reader sees it: without words when only public space is open. */
    CaseRow shown(CaseRow row, Actor actor) {
        var line = categories.find(row.category()).line();
        var whole = actor.may(May.READ, row.holder(), line)
                || row.supervisor() != null && actor.may(May.READ, row.supervisor(), line);
        return whole || !actor.may(May.READ_PUBLIC_SPACE, row.holder()) ? row : row.withoutWords();
    }

    /** Who decides what the holding unit asks: the desk, but nobody about himself; where the desk holds the case, the unit above. */
    boolean decides(Case it, Actor actor) {
        var line = categories.find(it.category).line();
        if (!it.desk.equals(it.holder)) return actor.may(May.DISPATCH, it.desk, line);
        var tree = trees.now();
        return tree.has(it.holder) && actor.may(May.SUPERVISE, tree.above(it.holder), line);
    }

    private boolean reads(Case it, Actor actor, String line) {
        return actor.may(May.READ, it.holder, line)
                || actor.may(May.READ, it.desk, line)
                || it.supervisor != null && actor.may(May.READ, it.supervisor, line)
                || it.whistled != null && actor.may(May.READ, it.whistled, line)
                || it.arbiter != null && actor.may(May.READ, it.arbiter, line)
                || queries.given(it.id).stream().anyMatch(unit -> actor.may(May.READ, unit, line));
    }

    private List<String> keys(Predicate<Category> which) {
        return categories.byKey().values().stream()
                .filter(which)
                .map(Category::key)
                .toList();
    }
}
