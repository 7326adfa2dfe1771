package lianxin.places;

import static lianxin.places.tables.BookingTable.BOOKING;

import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes who asked for a visit or a room when it is over long enough: the telephone first, then the name and what the keeper
 * wrote back. Of a group that was there its number of people stays; what never took place goes whole.
 */
@Component
class BookingPurge {
    private final DSLContext db;
    private final Clock clock;

    BookingPurge(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Scheduled(cron = "0 50 2,4,6 * * *", zone = "#{@cityClock.zone.id}")
    @Transactional
    public void run() {
        var now = clock.instant();
        var b = BOOKING;
        db.update(b)
                .setNull(b.TELEPHONE)
                .where(b.TELEPHONE.isNotNull(), b.TELEPHONE_UNTIL.le(now))
                .execute();
        db.deleteFrom(b)
                .where(b.STATE.ne(Booking.State.TOOK_PLACE.key()), b.NAME_UNTIL.le(now))
                .execute();
        db.update(b)
                .setNull(b.CALLED)
                .setNull(b.SENTENCE)
                .where(b.CALLED.isNotNull(), b.NAME_UNTIL.le(now))
                .execute();
    }
}
