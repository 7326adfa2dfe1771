package lianxin.territory;

import org.jspecify.annotations.Nullable;

/**
 * A piece of ground as it is at one time: a city, a street, a village, a grid, a building. Ground is never responsible.
 *
 * @param kind the key of its level in the playbook: city … building
 * @param generated whether it was made up for the demonstration, because nothing public exists at its level
 */
public record Area(
        AreaId id,
        String name,
        String kind,
        String code,
        @Nullable AreaId parent,
        @Nullable Spot spot,
        boolean generated) {}
