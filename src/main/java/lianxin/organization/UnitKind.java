package lianxin.organization;

import java.util.List;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/**
 * A kind of unit as the playbook lists it.
 *
 * @param category what such organizations are counted under; null where they are not counted
 * @param parentKinds what may stand above it in the Party tree, besides what stands beside the areas
 */
public record UnitKind(
        String key,
        Label name,
        Side tree,
        boolean holdsCases,
        @Nullable String category,
        List<String> parentKinds) {

    public UnitKind(
            String key,
            Label name,
            Side tree,
            boolean holdsCases,
            @Nullable String category,
            @Nullable List<String> parentKinds) {
        this.key = key;
        this.name = name;
        this.tree = tree;
        this.holdsCases = holdsCases;
        this.category = category;
        this.parentKinds = parentKinds == null ? List.of() : parentKinds;
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
