package lianxin.places;

import java.util.List;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import org.springframework.stereotype.Component;

/** What bookings of places can tell. */
@Component
class BookingFactKinds implements FactKinds {

    @Override
    public List<FactKind> factKinds() {
        return List.of(
                new FactKind("place.booking-asked", "阵地预约提出", "Visit or room asked for", BookingFact.Asked.class),
                new FactKind(
                        "place.booking-confirmed", "阵地预约确认", "Visit or room confirmed", BookingFact.Confirmed.class),
                new FactKind("place.booking-declined", "阵地预约婉拒", "Visit or room declined", BookingFact.Declined.class),
                new FactKind("place.booking-withdrawn", "阵地预约撤回", "Booking withdrawn", BookingFact.Withdrawn.class),
                new FactKind("place.booking-took-place", "阵地预约到场", "Group was there", BookingFact.TookPlace.class),
                new FactKind(
                        "place.booking-number-read",
                        "查看预约电话",
                        "Telephone of a booking read",
                        BookingFact.NumberRead.class));
    }
}
