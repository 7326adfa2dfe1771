package lianxin.exchange;

import java.time.Instant;
import lianxin.organization.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A system of somebody else.
 *
 * @param asksItself whether it asks residents whether it is solved, and nobody here does
 */
record Partner(
        String key,
        String name,
        boolean asksItself,
        Instant madeAt,
        @Nullable Instant revokedAt) {

    Actor actor() {
        return Actor.partner(key);
    }
}
