package lianxin.organization;

import java.util.Set;
import lianxin.organization.OrganizationRules.Scope;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/**
 * A kind of post as the playbook lists it.
 *
 * @param may what the post allows, and nothing else
 * @param scope in its own unit only, or in everything below too
 * @param at kinds of units in which it may stand; none named: all
 * @param levels levels on which it may stand; none named: all
 * @param least fewer in one unit of these kinds is a vacancy
 * @param most more at one time in one unit are refused
 * @param termMonths how long a holder stays unless told otherwise
 * @param ofLines whether each post names the lines of work it is limited to
 * @param filing who must file each change before it takes effect
 * @param duty what such a post is there for
 */
public record Role(
        String key,
        Label name,
        Set<May> may,
        Scope scope,
        Set<String> at,
        Set<String> levels,
        @Nullable Integer least,
        @Nullable Integer most,
        @Nullable Integer termMonths,
        boolean partTime,
        boolean secondFactor,
        boolean ofLines,
        @Nullable Filing filing,
        @Nullable Label duty) {

    /** Who reviews: the unit of this level above, and within how many days. */
    public record Filing(String level, int days) {}

    public boolean standsIn(Unit unit) {
        return (at.isEmpty() || at.contains(unit.kind())) && (levels.isEmpty() || levels.contains(unit.level()));
    }
}
