package lianxin.organization;

import org.jspecify.annotations.Nullable;

/**
 * A unit that is to be set up.
 *
 * @param home code of the home parent; none for the top
 * @param party code of the superior Party body
 */
public record UnitSeed(
        String code,
        String name,
        String kind,
        String level,
        @Nullable String home,
        @Nullable String party) {}
