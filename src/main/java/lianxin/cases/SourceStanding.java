package lianxin.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a matter stands, as the system that sent it is told.
 *
 * @param number under which that system knows it
 * @param ours our own number
 * @param stage reported, dispatched, awaiting-resident or closed
 * @param unit who has it
 * @param due until when; null once nobody has it to do
 * @param outcome how it ended; null while it has not
 */
public record SourceStanding(
        String number,
        String ours,
        String stage,
        String unit,
        @Nullable Instant due,
        @Nullable String outcome) {}
