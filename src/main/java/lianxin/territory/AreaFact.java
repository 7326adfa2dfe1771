package lianxin.territory;

import java.math.BigDecimal;
import java.time.Instant;
import lianxin.facts.Fact;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;

/** What can happen to the ground. Public vocabulary: indicators and open data use these names. */
public sealed interface AreaFact extends Fact {

    AreaId id();

    UnitId responsible();

    @Override
    default Ref about() {
        return id().ref();
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    /** A whole list in one go; told about the highest area of the list. */
    record Imported(AreaId id, UnitId responsible, int count, int generated, Instant validFrom) implements AreaFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    record Renamed(AreaId id, UnitId responsible, Instant validFrom) implements AreaFact {}

    record Moved(AreaId id, UnitId responsible, AreaId from, AreaId to, Instant validFrom) implements AreaFact {}

    /** Borders of several areas in one go; told about the first. */
    record Bordered(AreaId id, UnitId responsible, int count, int repaired, Instant validFrom) implements AreaFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    /** From now on this unit answers here; the line is empty when it answers for all lines. Of a list, told about the first. */
    record Assigned(AreaId id, UnitId responsible, String line, int count, Instant validFrom) implements AreaFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    /** The old poster of a building leads nowhere any more. */
    record PosterReplaced(AreaId id, UnitId responsible) implements AreaFact {}
}
