package lianxin.territory.shape;

import org.jspecify.annotations.Nullable;

/** What was done to one border before it could be used: told to whoever reads the map, because it moves ground from one side to the other. */
public record Mended(
        int verticesBefore,
        int verticesAfter,
        double squareMetersBefore,
        double squareMetersAfter,
        @Nullable String fault,
        double overlapRemoved,
        double gapFilled) {

    public boolean repaired() {
        return fault != null;
    }
}
