package lianxin.organization;

import java.util.List;
import java.util.Locale;
import lianxin.organization.StructureRules.Range;
import lianxin.organization.StructureRules.Rule;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/**
 * A place in the organization that is not built as a rule wants it.
 *
 * @param unit where it is and can be mended; for an area without a unit the one that stands above the area
 * @param superior the Party body that what is missing would stand under
 * @param wanted kind of unit or role that is missing or too many
 * @param there how many there are
 * @param site the area it is about
 * @param others what stands beside the same area already
 * @param gap the hours nobody is on duty
 * @param amiss what another module has found
 */
record Violation(
        Rule rule,
        What what,
        Unit unit,
        @Nullable Unit superior,
        Label wanted,
        int there,
        Range range,
        Places.@Nullable Site site,
        List<Unit> others,
        DutyGaps.@Nullable Gap gap,
        Watch.@Nullable Amiss amiss) {

    Violation(
            Rule rule,
            What what,
            Unit unit,
            @Nullable Unit superior,
            Label wanted,
            int there,
            Range range,
            Places.@Nullable Site site,
            List<Unit> others) {
        this(rule, what, unit, superior, wanted, there, range, site, others, null, null);
    }

    /** The name is the last part of a message's key. */
    enum What {
        TOO_FEW_BELOW,
        TOO_MANY_BELOW,
        TOO_FEW_POSTS,
        TOO_MANY_POSTS,
        TOO_FEW_PLACES,
        TOO_MANY_PLACES,
        AREA_WITHOUT,
        AREA_WITH_SEVERAL,
        WITHOUT_AREA,
        NOBODY_ON_DUTY,
        NOT_COVERED,
        WATCHED;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean aboutPlaces() {
            return this == TOO_FEW_PLACES || this == TOO_MANY_PLACES;
        }

        boolean aboutPosts() {
            return this == TOO_FEW_POSTS || this == TOO_MANY_POSTS;
        }
    }

    /** The kind of unit that was looked at: beside ground without a unit, the kind that is missing. */
    String kind() {
        var beside = rule.onePerArea();
        return beside == null ? unit.kind() : beside.kind();
    }

    /** Whether it is in this unit or somewhere below it, in the home tree or in the Party tree. */
    boolean isAt(UnitId upper, Tree tree) {
        return tree.belongs(unit, upper) || (superior != null && tree.belongs(superior, upper));
    }

    /** How many must come or go. */
    int difference() {
        return Math.max(range.missing(there), range.tooMany(there));
    }
}
