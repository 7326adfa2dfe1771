package lianxin.organization;

import java.util.List;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/**
 * A kind of unit as the playbook lists it.
 *
 * @param category what such organizations are counted under; null where they are not counted
 * @param parentKinds what may stand above it in the Party tree, besides what stands beside the areas
 * @param standsIn kinds of units that may be its home besides the administrative ones: the enterprise of a branch; a Party
 *     organization may also cover such units without standing in them
 */
public record UnitKind(
        String key,
        Label name,
        Side tree,
        boolean holdsCases,
        @Nullable String category,
        List<String> parentKinds,
        List<String> standsIn) {

    public UnitKind(
            String key,
            Label name,
            Side tree,
            boolean holdsCases,
            @Nullable String category,
            @Nullable List<String> parentKinds,
            @Nullable List<String> standsIn) {
        this.key = key;
        this.name = name;
        this.tree = tree;
        this.holdsCases = holdsCases;
        this.category = category;
        this.parentKinds = parentKinds == null ? List.of() : parentKinds;
        this.standsIn = standsIn == null ? List.of() : standsIn;
    }

    /** Whether a Party organization of this kind may cover units of the other, whether it stands in them or not. */
    boolean mayCover(String covered) {
        return tree == Side.PARTY && standsIn.contains(covered);
    }

    /** Which of the four kinds of bodies a unit kind belongs to. */
    public enum Side {
        ADMINISTRATIVE,
        DEPARTMENT,
        PARTY,
        /** Employers, companies, owners' committees and guests: they work with the town and are none of its offices. */
        PARTNER
    }
}
