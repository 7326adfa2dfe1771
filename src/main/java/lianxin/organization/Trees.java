package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The tree of units as of any date, kept in memory until something changes in the town or the date needs another. */
@Component
public class Trees {

    private static final int KEPT = 8;

    private final TreeLoader loader;
    private final TreeChanges changes;
    private final Versions versions;
    private final Clock clock;
    private final LineageRepository lineages;
    private final ObjectProvider<Places> places;
    private volatile Kept kept = new Kept(0, List.of());
    private volatile @Nullable Held lineage;

    Trees(
            TreeLoader loader,
            TreeChanges changes,
            LineageRepository lineages,
            ObjectProvider<Places> places,
            Versions versions,
            Clock clock) {
        this.loader = loader;
        this.changes = changes;
        this.lineages = lineages;
        this.places = places;
        this.versions = versions;
        this.clock = clock;
    }

    public Tree now() {
        return at(clock.instant());
    }

    /** As it is known now that the units stood at the instant. */
    public Tree at(Instant valid) {
        if (versions.treeChangedHere()) return loader.load(valid, null);
        var version = versions.tree();
        var known = kept;
        return known.find(version, valid).orElseGet(() -> load(version, valid));
    }

    /** As it was known at the one instant that the units stood at the other: what a table issued then was made with. */
    public Tree at(Instant valid, Instant known) {
        return loader.load(valid, known);
    }

    /** The tree of a day, and who of that day stands for units of other days. */
    public Standing standing(Instant valid) {
        return new Standing(at(valid), valid, lineage(), places.getIfAvailable());
    }

    /** The same as it was known at one instant. */
    public Standing standing(Instant valid, Instant known) {
        return new Standing(at(valid, known), valid, lineages.lineage(known), places.getIfAvailable());
    }

    Lineage lineage() {
        if (versions.treeChangedHere()) return lineages.lineage(null);
        var version = versions.tree();
        var held = lineage;
        if (held != null && held.version == version) return held.lineage;
        var fresh = new Held(version, lineages.lineage(null));
        lineage = fresh;
        return fresh.lineage;
    }

    private record Held(long version, Lineage lineage) {}

    private synchronized Tree load(long version, Instant valid) {
        var found = kept.find(version, valid);
        if (found.isPresent()) return found.get();
        var tree = renewed(version, valid).orElseGet(() -> loader.load(valid, null));
        if (version >= kept.version) kept = kept.with(version, tree);
        return tree;
    }

    /** From the tree of an earlier version, with what has changed since; empty when that is not known or too much. */
    private Optional<Tree> renewed(long version, Instant valid) {
        var earlier = kept;
        if (version <= earlier.version) return Optional.empty();
        return earlier.find(earlier.version, valid)
                .flatMap(tree -> changes.between(earlier.version, version).map(it -> loader.renewed(tree, it, valid)));
    }

    private record Kept(long version, List<Tree> trees) {

        Optional<Tree> find(long asked, Instant valid) {
            if (asked != version) return Optional.empty();
            for (var tree : trees) if (tree.covers(valid)) return Optional.of(tree);
            return Optional.empty();
        }

        Kept with(long now, Tree tree) {
            var all = new ArrayList<Tree>();
            all.add(tree);
            if (now == version) all.addAll(trees.subList(0, Math.min(trees.size(), KEPT - 1)));
            return new Kept(now, List.copyOf(all));
        }
    }
}
