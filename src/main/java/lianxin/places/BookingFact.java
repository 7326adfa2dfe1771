package lianxin.places;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import lianxin.facts.Fact;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;

/** What becomes of an hour that a group asked of a place; of the group only how many they are. */
public sealed interface BookingFact extends Fact {

    PlaceId place();

    UnitId responsible();

    int people();

    @Override
    default Ref about() {
        return place().ref();
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    @Override
    default BigDecimal quantity() {
        return BigDecimal.valueOf(people());
    }

    record Asked(
            PlaceId place, UnitId responsible, UUID booking, boolean room, String purpose, int people, Instant begins)
            implements BookingFact {}

    record Confirmed(PlaceId place, UnitId responsible, UUID booking, int people, Instant begins)
            implements BookingFact {}

    record Declined(PlaceId place, UnitId responsible, UUID booking, int people, Instant begins)
            implements BookingFact {}

    record Withdrawn(PlaceId place, UnitId responsible, UUID booking, int people, Instant begins)
            implements BookingFact {}

    /** @param people as many as came */
    record TookPlace(PlaceId place, UnitId responsible, UUID booking, String purpose, int people, Instant begins)
            implements BookingFact {}

    /** Somebody read the whole number that the group had left. */
    record NumberRead(PlaceId place, UnitId responsible, UUID booking, int people) implements BookingFact {}
}
