package lianxin.cases;

import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What staff note beside the words of a matter that they take down.
 *
 * @param telephone of the person concerned, who agrees that it is kept; empty for none
 * @param givenTo who may know it; null when nobody agreed
 */
record Said(
        String asker,
        Concerned concerned,
        @Nullable UnitId enterprise,
        String telephone,
        @Nullable GivenTo givenTo) {}
