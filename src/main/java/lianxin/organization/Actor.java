package lianxin.organization;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lianxin.facts.Ref;
import lianxin.organization.OrganizationRules.Scope;
import lianxin.platform.Forbidden;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person with posts, the clock, the system itself while it sets a town up, or somebody who reported
 * something and is known only by that. Permission is asked at the moment of the step: posts end by the clock and units
 * move, and an actor that was there before notices both.
 */
public final class Actor {

    /** Time is an actor too: its sweeps do what the limits say. */
    public static final Actor CLOCK = new Actor(new Ref("clock", "sweep"), "", true);

    /** Sets up a town, imports lists; no request from outside ever acts in its name. */
    public static final Actor SYSTEM = new Actor(new Ref("system", "setup"), "", true);

    private final Ref ref;
    private final String name;
    private final boolean everything;
    private final @Nullable PersonId person;
    private final List<Post> posts;
    private final @Nullable Ground ground;

    private Actor(Ref ref, String name, boolean everything) {
        this.ref = ref;
        this.name = name;
        this.everything = everything;
        this.person = null;
        this.posts = List.of();
        this.ground = null;
    }

    Actor(PersonId person, String name, List<Post> posts, Ground ground) {
        this.ref = person.ref();
        this.name = name;
        this.everything = false;
        this.person = person;
        this.posts = List.copyOf(posts);
        this.ground = ground;
    }

    /** Somebody known only by the thing they reported: no post, no permission. */
    public static Actor reporter(Ref thing) {
        return new Actor(new Ref("reporter", thing.id()), "", false);
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

    /** Whether a post held now allows this in the unit. */
    public boolean may(May what, UnitId unit) {
        if (everything) return true;
        if (ground == null) return false;
        var now = ground.now();
        Tree tree = null;
        for (var post : posts) {
            if (!post.allows(what) || !post.heldAt(now)) continue;
            if (tree == null) tree = ground.tree();
            if (what.ofCases ? !tree.holdsCases(post.unit) : !tree.has(post.unit)) continue;
            if (post.scope == Scope.BELOW ? tree.covers(post.unit, unit) : post.unit.equals(unit)) return true;
        }
        return false;
    }

    /** Throws {@link Forbidden} unless the actor may; without a unit only the system may. */
    public void must(May what, @Nullable UnitId unit) {
        if (unit == null ? !everything : !may(what, unit)) throw new Forbidden(what + " " + unit);
    }

    /** Numbers of all units in which the actor may do this now, for lists that filter by holder; empty for none. */
    public int[] where(May what) {
        if (ground == null) return new int[0];
        var tree = ground.tree();
        var now = ground.now();
        return posts.stream()
                .filter(it -> it.allows(what) && it.heldAt(now) && tree.has(it.unit))
                .filter(it -> !what.ofCases || tree.unit(it.unit).holdsCases())
                .flatMapToInt(it ->
                        it.scope == Scope.BELOW ? Arrays.stream(tree.below(it.unit)) : IntStream.of(it.unit.number()))
                .distinct()
                .toArray();
    }

    /** Posts held now, the one held longest first. */
    public List<Post> posts() {
        if (ground == null) return List.of();
        var now = ground.now();
        return posts.stream().filter(it -> it.heldAt(now)).toList();
    }

    @Override
    public String toString() {
        return ref.toString();
    }

    /** The moment and the tree that the question is asked of. */
    interface Ground {

        Instant now();

        Tree tree();
    }

    /** A post as its holder's permission; {@code to} is null while no end is known. */
    public record Post(
            PostId id,
            UnitId unit,
            String role,
            Set<May> may,
            Scope scope,
            Instant from,
            @Nullable Instant to) {

        boolean allows(May what) {
            return may.contains(what);
        }

        boolean heldAt(Instant at) {
            return !at.isBefore(from) && (to == null || at.isBefore(to));
        }
    }
}
