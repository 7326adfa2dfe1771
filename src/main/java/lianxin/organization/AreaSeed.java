package lianxin.organization;

import org.jspecify.annotations.Nullable;

/**
 * A piece of ground as a list of divisions names it.
 *
 * @param parentCode code of the area around it; none for the top
 */
public record AreaSeed(
        String level, String code, String name, @Nullable String parentCode) {}
