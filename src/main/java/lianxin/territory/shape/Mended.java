package lianxin.territory.shape;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * What was done to one border before it could be used: told to whoever reads the map, because it moves ground from one side to the other.
 *
 * @param fault what was wrong with it, by the end of the key of the words for it; null when it was sound
 */
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

    static @Nullable String fault(Geometry drawn) {
        var error = new IsValidOp(drawn).getValidationError();
        return error == null
                ? null
                : error.getMessage().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
