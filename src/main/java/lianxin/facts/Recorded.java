package lianxin.facts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it stands in the journal.
 *
 * @param path the home path of the unit when it happened, from the top down
 * @param voided whether a later fact says that it never was
 */
public record Recorded(
        UUID id,
        String kind,
        Fact fact,
        List<Integer> path,
        @Nullable Ref place,
        Ref actor,
        Instant occurredAt,
        Instant recordedAt,
        boolean voided) {}
