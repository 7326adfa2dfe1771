package lianxin.organization;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lianxin.facts.Ref;
import lianxin.organization.OrganizationRules.Scope;
import lianxin.platform.Forbidden;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person with posts, the clock, the system itself while it sets a town up, or somebody who reported
 * something and is known only by that. Permission is asked at the moment of the step, of the posts and the tree as they
 * are then; an actor that was there before notices every change.
 */
public final class Actor {

    /** Time is an actor too: its sweeps do what the limits say. */
    public static final Actor CLOCK = new Actor(new Ref("clock", "sweep"), "", true);

    /** Sets up a town, imports lists; no request from outside ever acts in its name. */
    public static final Actor SYSTEM = new Actor(new Ref("system", "setup"), "", true);

    private static final String PARTNER = "partner";

    private final Ref ref;
    private final String name;
    private final boolean everything;
    private final @Nullable PersonId person;
    private final @Nullable Ground ground;

    private Actor(Ref ref, String name, boolean everything) {
        this.ref = ref;
        this.name = name;
        this.everything = everything;
        this.person = null;
        this.ground = null;
    }

    Actor(PersonId person, String name, Ground ground) {
        this.ref = person.ref();
        this.name = name;
        this.everything = false;
        this.person = person;
        this.ground = ground;
    }

    /** Somebody known only by the thing they reported: no post, no permission. */
    public static Actor reporter(Ref thing) {
        return new Actor(new Ref("reporter", thing.id()), "", false);
    }

    /** A system of somebody else that sends matters and fetches what becomes of them: no post, no permission. */
    public static Actor partner(String key) {
        return new Actor(new Ref(PARTNER, key), "", false);
    }

    public static boolean isPartner(Ref actor) {
        return actor.kind().equals(PARTNER);
    }

    public Ref ref() {
        return ref;
    }

    /** For the screen only; never written into a fact. */
    public String name() {
        return name;
    }

    public Optional<PersonId> person() {
        return Optional.ofNullable(person);
    }

    /** Whether a post held now allows this in the unit, whatever the line of work. */
    public boolean may(May what, UnitId unit) {
        return may(what, unit, null);
    }

    /** Whether a post held now allows this in the unit for a matter of the line; null where no line is known. */
    public boolean may(May what, UnitId unit, @Nullable String line) {
        if (everything) return true;
        if (ground == null || person == null) return false;
        var now = ground.now();
        Tree tree = null;
        for (var post : ground.posts(person)) {
            if (!post.allows(what, line) || !post.heldAt(now)) continue;
            if (tree == null) tree = ground.tree();
            if (!post.countsFor(what, tree)) continue;
            if (post.below(what) ? tree.covers(post.unit, unit) : post.unit.equals(unit)) return true;
        }
        return false;
    }

    /** Whether a post held now, also for somebody else or on duty, stands in the unit or below it. */
    public boolean sitsIn(UnitId unit) {
        if (ground == null) return false;
        var tree = ground.tree();
        return held().stream().anyMatch(it -> tree.covers(unit, it.unit));
    }

    /** Units in which posts held now stand, also for somebody else or on duty. */
    public List<UnitId> seats() {
        return held().stream().map(it -> it.unit).distinct().toList();
    }

    /** Whether there is any unit in which the actor may do this now, whatever the line of work. */
    public boolean may(May what) {
        return everything || allowing(what, it -> it.allows(what, null));
    }

    /** Whether there is any unit and any line of work in which the actor may do this now. */
    public boolean mayInSomeLine(May what) {
        return everything || allowing(what, it -> it.may.contains(what));
    }

    private boolean allowing(May what, Predicate<Post> allowing) {
        if (ground == null) return false;
        var tree = ground.tree();
        return held().stream().anyMatch(it -> allowing.test(it) && it.countsFor(what, tree));
    }

    /** Throws {@link Forbidden} unless the actor may; without a unit only the system may. */
    public void must(May what, @Nullable UnitId unit) {
        must(what, unit, null);
    }

    public void must(May what, @Nullable UnitId unit, @Nullable String line) {
        if (unit == null ? !everything : !may(what, unit, line)) throw new Forbidden(what + " " + unit);
    }

    /** Numbers of all units in which the actor may do this now, for lists that filter by holder; empty for none. */
    public int[] where(May what) {
        return reached(what, it -> it.allows(what, null));
    }

    /** For posts limited to lines of work: in which units the actor may do this for which of them. */
    public Map<String, int[]> whereInLines(May what) {
        var lines = new HashMap<String, int[]>();
        for (var post : held())
            for (var line : post.lines)
                lines.computeIfAbsent(
                        line, it -> reached(what, held -> !held.lines.isEmpty() && held.allows(what, it)));
        lines.values().removeIf(it -> it.length == 0);
        return lines;
    }

    private int[] reached(May what, Predicate<Post> allowing) {
        if (ground == null) return new int[0];
        var tree = ground.tree();
        return held().stream()
                .filter(it -> allowing.test(it) && it.countsFor(what, tree))
                .flatMapToInt(
                        it -> it.below(what) ? Arrays.stream(tree.below(it.unit)) : IntStream.of(it.unit.number()))
                .distinct()
                .toArray();
    }

    /** Own posts held now, the one held longest first; what the actor does for somebody else or on duty is not among them. */
    public List<Post> posts() {
        return held().stream().filter(it -> it.standsInFor == null).toList();
    }

    /** Own posts held now and those of others for which the actor stands in now. */
    List<Post> held() {
        if (ground == null || person == null) return List.of();
        var now = ground.now();
        return ground.posts(person).stream().filter(it -> it.heldAt(now)).toList();
    }

    @Override
    public String toString() {
        return ref.toString();
    }

    /** The moment, the tree and the posts that the question is asked of. */
    interface Ground {

        Instant now();

        Tree tree();

        List<Post> posts(PersonId person);
    }

    /**
     * A post as a permission; it carries its end, so that it needs no message to end by the clock.
     *
     * @param lines the only lines of work it is about; empty for all
     * @param to null while no end is known
     * @param standsInFor the holder, when this is somebody who acts for the holder; oneself, on duty at the desk
     */
    public record Post(
            PostId id,
            UnitId unit,
            String role,
            Set<May> may,
            Scope scope,
            Set<String> lines,
            Instant from,
            @Nullable Instant to,
            @Nullable PersonId standsInFor) {

        boolean allows(May what, @Nullable String line) {
            return may.contains(what) && (lines.isEmpty() || !what.ofLines || (line != null && lines.contains(line)));
        }

        boolean countsFor(May what, Tree tree) {
            return what.ofCases ? tree.holdsCases(unit) : tree.has(unit);
        }

        boolean below(May what) {
            return scope == Scope.BELOW && !what.ofOwnUnit;
        }

        boolean heldAt(Instant at) {
            return !at.isBefore(from) && (to == null || at.isBefore(to));
        }
    }
}
