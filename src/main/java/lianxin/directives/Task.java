package lianxin.directives;

import java.time.Instant;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, and who owns it, as it stands at one moment.
 *
 * @param upward raised by a unit to the one above it
 * @param rule the structure rule whose violations are to be healed
 * @param issuer who asked first
 * @param line the department that leads the line of work
 * @param block the unit of the territory that keeps it together
 */
record Task(
        TaskId id,
        boolean upward,
        String title,
        String goal,
        String basis,
        @Nullable String rule,
        Instant askedAt,
        UnitId issuer,
        @Nullable UnitId line,
        UnitId block) {

    String url() {
        return "/tasks/" + id;
    }
}
