package lianxin.places;

import java.util.UUID;
import lianxin.platform.NotFound;
import lianxin.platform.PrivateLinks;
import org.springframework.stereotype.Component;

/** What a group holds in the hand instead of an account: the private link to what it asked for. */
@Component
class BookingLinks {
    private static final String PURPOSE = "booking";
    private static final int VERSION = 1;

    private final PrivateLinks links;

    BookingLinks(PrivateLinks links) {
        this.links = links;
    }

    String path(UUID booking) {
        return "/r/v/" + booking + "/" + links.token(PURPOSE, booking.toString(), VERSION);
    }

    /** A guess learns nothing, not even whether there is such a booking. */
    UUID opened(UUID booking, String token) {
        if (!links.opens(token, PURPOSE, booking.toString(), VERSION)) throw new NotFound("private link");
        return booking;
    }
}
