package lianxin.territory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
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

    /** A list was a mistake; told about the first of what it had brought in or changed. */
    record ImportTakenBack(AreaId id, UnitId responsible, int count, UUID batch) implements AreaFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    record Renamed(AreaId id, UnitId responsible, Instant validFrom) implements AreaFact {}

    record Moved(AreaId id, UnitId responsible, AreaId from, AreaId to, Instant validFrom) implements AreaFact {}

    /** Borders of several areas in one step; told about the first. */
    record Bordered(AreaId id, UnitId responsible, int count, int repaired, Instant validFrom, UUID step)
            implements AreaFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    /** A step that drew borders was a mistake; they are as they were before it. */
    record BordersTakenBack(AreaId id, UnitId responsible, int count, UUID step) implements AreaFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    /** The area is also called so; by what name stands in the list of names. */
    record NameAdded(AreaId id, UnitId responsible, AreaNames.Kind kind, Instant validFrom) implements AreaFact {}

    record NameEnded(AreaId id, UnitId responsible, Instant at) implements AreaFact {}

    /** A residential estate (小区) stands there; what it is made of is told apart. */
    record EstateFounded(AreaId id, UnitId responsible, Instant validFrom) implements AreaFact {}

    record EstateEnded(AreaId id, UnitId responsible, Instant at) implements AreaFact {}

    /** The part belongs to this estate from then on. Of a list, told about the first. */
    record PartJoined(AreaId id, UnitId responsible, AreaId part, int count, Instant validFrom) implements AreaFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    record PartLeft(AreaId id, UnitId responsible, AreaId part, Instant at) implements AreaFact {}

    /** A line of work asks something of the grids here. */
    record TaskAsked(AreaId id, UnitId responsible, String line, String every, Instant validFrom) implements AreaFact {}

    record TaskEnded(AreaId id, UnitId responsible, String line, Instant at) implements AreaFact {}

    /** So many places, facilities or organizations of a kind were counted here. */
    record Counted(AreaId id, UnitId responsible, String what, int count, Instant validFrom) implements AreaFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    record HoursSet(AreaId id, UnitId responsible, Instant validFrom) implements AreaFact {}

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
