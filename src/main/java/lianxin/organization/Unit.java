package lianxin.organization;

import org.jspecify.annotations.Nullable;

/**
 * A body that can be held responsible, as it stands at one moment.
 *
 * @param kind a unit kind of the playbook
 * @param level city, county, township, community, grid or microgrid
 * @param code text; the administrative unit of an area carries the area's code
 * @param parent its home parent; none at the top
 * @param partyParent the superior Party body, for a Party body below the first of the five levels
 */
public record Unit(
        UnitId id,
        String name,
        String kind,
        String level,
        String code,
        @Nullable UnitId parent,
        @Nullable UnitId partyParent,
        boolean holdsCases) {

    /** Whether it stands on a lower level than this. */
    public boolean isBelow(String someLevel) {
        return Levels.rank(level) > Levels.rank(someLevel);
    }
}
