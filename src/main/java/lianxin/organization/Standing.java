package lianxin.organization;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import lianxin.facts.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The tree of one day and, for units that lived before or after, who among those living that day stands for them: a
 * chain of mergers and splits is followed, and after a split the place of a thing decides.
 */
public final class Standing {

    private final Tree tree;
    private final Instant day;
    private final Lineage lineage;
    private final @Nullable Places places;

    Standing(Tree tree, Instant day, Lineage lineage, @Nullable Places places) {
        this.tree = tree;
        this.day = day;
        this.lineage = lineage;
        this.places = places;
    }

    public Tree tree() {
        return tree;
    }

    /** Empty when neither the unit nor anybody before or after it lived that day. */
    public Optional<UnitId> of(Origin origin) {
        return lineage.new Search(tree, day, places, origin).found();
    }

    /** Equal as long as neither the tree nor the lineage has changed. */
    public Object edition() {
        return new Edition(tree, lineage);
    }

    private record Edition(Tree tree, Lineage lineage) {}

    /** Numbers of the units for which place and time of a thing matter; all others stand for themselves. */
    public Set<Integer> related() {
        return lineage.units();
    }

    /**
     * In whose charge something happened.
     *
     * @param recordedAt when it was told: nobody can be expected to have known what was entered later
     */
    public record Origin(UnitId unit, @Nullable Ref place, Instant occurredAt, Instant recordedAt) {}
}
