package lianxin.territory;

import org.jspecify.annotations.Nullable;

/**
 * One line of a list of areas, before it is ground.
 *
 * @param line its number in the file, zero when it comes from no file
 * @param parentCode the code of the area above; null at the top
 */
public record AreaRow(
        int line,
        String kind,
        String code,
        String name,
        @Nullable String parentCode,
        @Nullable Spot spot,
        boolean generated) {

    AreaRow at(Spot point) {
        return new AreaRow(line, kind, code, name, parentCode, point, generated);
    }
}
