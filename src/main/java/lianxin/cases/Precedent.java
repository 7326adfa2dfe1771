package lianxin.cases;

import java.time.Instant;
import java.util.UUID;
import lianxin.organization.UnitId;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * A final decision about who answers for a category on some ground, which from the next day is part of the duty list.
 *
 * @param decided the case by which it was decided
 * @param by the unit that decided
 * @param until null as long as it holds
 */
record Precedent(
        UUID id,
        String category,
        AreaId area,
        UnitId unit,
        String dutyItem,
        CaseId decided,
        UnitId by,
        Instant from,
        @Nullable Instant until) {}
