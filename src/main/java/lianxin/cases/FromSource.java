package lianxin.cases;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * A matter as another system tells it.
 *
 * @param system which one: its key, or its name on a list
 * @param number under which that system knows the matter; the same number again is the same matter
 * @param due until when it must be handled there; null to leave that to us
 * @param asksItself whether that system asks the resident, and nobody here does
 * @param telephone for the call-back desk; empty for none
 */
public record FromSource(
        String system,
        String number,
        AreaId place,
        String words,
        String detail,
        String channel,
        @Nullable String category,
        @Nullable String kind,
        @Nullable Instant due,
        boolean asksItself,
        String telephone) {

    public static final int LONGEST_SYSTEM = 40;
    public static final int LONGEST_NUMBER = 60;

    FromSource checked() {
        if (system.isBlank() || system.length() > LONGEST_SYSTEM) throw new RuleBroken("source.system", LONGEST_SYSTEM);
        if (number.isBlank() || number.length() > LONGEST_NUMBER) throw new RuleBroken("source.number", LONGEST_NUMBER);
        return this;
    }

    public CaseId id() {
        return idOf(system, number);
    }

    /** The id is made of both, so that however often it is told it is one case. */
    public static CaseId idOf(String system, String number) {
        return new CaseId(UUID.nameUUIDFromBytes((system + "\n" + number).getBytes(StandardCharsets.UTF_8)));
    }

    Report report() {
        return new Report(id(), place, words, detail, channel, category, kind);
    }
}
