package lianxin.organization;

import java.util.UUID;
import lianxin.facts.Ref;

/** Names one stretch of duty at a desk. */
public record ShiftId(UUID id) {

    Ref ref() {
        return Ref.of("shift", id);
    }
}
