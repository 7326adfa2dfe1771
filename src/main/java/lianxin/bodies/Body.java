package lianxin.bodies;

import java.time.Instant;
import java.util.Set;
import lianxin.organization.UnitId;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * A joint body as it stands at one moment.
 *
 * @param lead answers for it
 * @param area where it works
 * @param place the place open to the public at which it meets, if there is one
 * @param mode how an alliance was formed
 * @param shared lists that its members from outside may read, by their keys; {@code plan} for agreement and plan
 * @param reason why it became so
 * @param from since when it is so
 */
record Body(
        BodyId id,
        String kind,
        String name,
        BodyStatus status,
        UnitId lead,
        AreaId area,
        @Nullable Integer place,
        @Nullable String mode,
        String agreement,
        String plan,
        Set<String> shared,
        String reason,
        Instant from) {

    /** What stands for agreement and plan among the things shared. */
    static final String PLAN = "plan";

    boolean active() {
        return status == BodyStatus.ACTIVE;
    }

    boolean ended() {
        return status == BodyStatus.DISSOLVED;
    }

    boolean shares(Part part) {
        return shared.contains(part.list().key());
    }

    boolean sharesPlan() {
        return shared.contains(PLAN);
    }

    /** Whether its members from outside may read anything of it. */
    boolean sharesSomething() {
        return !shared.isEmpty() && active();
    }
}
