package lianxin.places;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import lianxin.facts.Fact;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;

/** What can happen to a place open to the public. */
public sealed interface PlaceFact extends Fact {

    PlaceId id();

    UnitId responsible();

    @Override
    default Ref about() {
        return id().ref();
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    /** It is in the register from this day on; whether its door is open says the status. */
    record Registered(PlaceId id, UnitId responsible, String type, PlaceStatus status, Instant validFrom)
            implements PlaceFact {}

    /** A part of a list; told about the first of it. */
    record Listed(PlaceId id, UnitId responsible, int count, UUID batch, Instant validFrom) implements PlaceFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    /** A list was a mistake; told about the first of what it had brought in or changed. */
    record ListTakenBack(PlaceId id, UnitId responsible, int count, UUID batch) implements PlaceFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    record Changed(PlaceId id, UnitId responsible, String type, PlaceStatus status, Instant validFrom)
            implements PlaceFact {}

    /** Its door stays shut for some days, out of turn. */
    record ShutFor(PlaceId id, UnitId responsible, String type, Instant from, Instant until) implements PlaceFact {}

    /** Before the day that was told. */
    record OpenAgain(PlaceId id, UnitId responsible, String type, Instant at) implements PlaceFact {}

    /** Its grade was found to be this one. */
    record Graded(PlaceId id, UnitId responsible, String grade, Instant validFrom) implements PlaceFact {}

    /** It is to be raised from one grade to a higher one before the moment. */
    record UpgradePlanned(PlaceId id, UnitId responsible, String before, String aim, Instant due)
            implements PlaceFact {}

    record UpgradeDone(PlaceId id, UnitId responsible, String before, String after, boolean late)
            implements PlaceFact {}

    record UpgradeDropped(PlaceId id, UnitId responsible, String before, String aim) implements PlaceFact {}

    record Closed(PlaceId id, UnitId responsible, String type, Instant at) implements PlaceFact {}
}
