package lianxin.bodies;

import java.math.BigDecimal;
import java.time.LocalDate;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Something as somebody wants it agreed.
 *
 * @param unit the lead or a member that has it in hand; null for the body itself
 * @param link in which of the links a joint action stands
 * @param amount how much is pledged, of the measure
 * @param place where a meeting is to be held
 * @param source the meeting or the topic of which it comes
 */
public record Draft(
        Part part,
        String title,
        @Nullable UnitId unit,
        @Nullable String link,
        @Nullable LocalDate due,
        @Nullable BigDecimal amount,
        String measure,
        @Nullable Integer place,
        @Nullable UndertakingId source) {

    public Draft(Part part, String title, @Nullable UnitId unit, @Nullable LocalDate due) {
        this(part, title, unit, null, due, null, "", null, null);
    }

    public static Draft action(String title, UnitId unit, String link, LocalDate day) {
        return new Draft(Part.ACTION, title, unit, link, day, null, "", null, null);
    }

    public static Draft pledge(String title, UnitId unit, LocalDate until, BigDecimal amount, String measure) {
        return new Draft(Part.PLEDGE, title, unit, null, until, amount, measure, null, null);
    }

    /** @param unit who brings it up; null for the body itself */
    public static Draft topic(String title, @Nullable UnitId unit, UndertakingId meeting) {
        return new Draft(Part.TOPIC, title, unit, null, null, null, "", null, meeting);
    }

    /** @param source the meeting, or a topic of it */
    public static Draft resolution(String title, UnitId unit, LocalDate due, UndertakingId source) {
        return new Draft(Part.RESOLUTION, title, unit, null, due, null, "", null, source);
    }
}
