package lianxin.organization;

import java.util.UUID;
import lianxin.facts.Ref;

/** One person's time on one post in one unit. */
public record PostId(UUID id) {

    public Ref ref() {
        return Ref.of("post", id);
    }
}
