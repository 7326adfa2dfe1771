package lianxin.places;

import static lianxin.places.tables.BookingTable.BOOKING;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.platform.Sealing;
import lianxin.platform.Telephone;
import lianxin.territory.Days;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was asked of places and became of it. */
@Component
class BookingBook {
    /** More than a place can open for. */
    static final int MOST = 300;

    private static final String SEALED_FOR = "booking telephone";

    private final DSLContext db;
    private final Sealing sealing;
    private final Days days;

    BookingBook(DSLContext db, Sealing sealing, Days days) {
        this.db = db;
        this.sealing = sealing;
        this.days = days;
    }

    Optional<Booking> find(UUID id) {
        return read(BOOKING.ID.eq(id), 1).stream().findFirst();
    }

    /** Of one place on a day; without one, from today on. */
    List<Booking> of(PlaceId place, @Nullable LocalDate day) {
        var from = days.startOf(days.or(day));
        var which = BOOKING.PLACE.eq(place.number()).and(BOOKING.ENDS.gt(from));
        return read(day == null ? which : which.and(BOOKING.BEGINS.lt(days.startOf(day.plusDays(1)))), MOST);
    }

    /** Hours that nobody else gets any more, the earliest first. */
    List<Booking> held(PlaceId place) {
        return of(place, null).stream().filter(it -> it.state().holds()).toList();
    }

    /** Whether somebody else has the room then, or visits the place. */
    boolean taken(PlaceId place, @Nullable Integer room, Instant begins, Instant ends) {
        var b = BOOKING;
        return db.fetchExists(
                b,
                b.PLACE.eq(place.number()),
                room == null ? b.ROOM.isNull() : b.ROOM.eq(room),
                b.STATE.in(Booking.State.ASKED.key(), Booking.State.CONFIRMED.key()),
                b.BEGINS.lt(ends),
                b.ENDS.gt(begins));
    }

    byte[] sealed(UUID booking, Telephone telephone) {
        return sealing.seal(SEALED_FOR, booking.toString(), telephone.number().getBytes(StandardCharsets.UTF_8));
    }

    /** The whole number, for who says what for. */
    Optional<String> telephone(UUID booking) {
        return db.select(BOOKING.TELEPHONE)
                .from(BOOKING)
                .where(BOOKING.ID.eq(booking), BOOKING.TELEPHONE.isNotNull())
                .fetchOptional(BOOKING.TELEPHONE)
                .map(it -> opened(booking, it));
    }

    private String opened(UUID booking, byte[] sealed) {
        return new String(sealing.open(SEALED_FOR, booking.toString(), sealed), StandardCharsets.UTF_8);
    }

    private List<Booking> read(Condition which, int most) {
        var b = BOOKING;
        return db.select(
                        b.ID,
                        b.PLACE,
                        b.ROOM,
                        b.BEGINS,
                        b.ENDS,
                        b.PEOPLE,
                        b.PURPOSE,
                        b.STATE,
                        b.CALLED,
                        b.TELEPHONE,
                        b.SENTENCE)
                .from(b)
                .where(which)
                .orderBy(b.BEGINS, b.ID)
                .limit(most)
                .fetch(this::booking);
    }

    private Booking booking(Record row) {
        var b = BOOKING;
        var sealed = row.get(b.TELEPHONE);
        var id = row.get(b.ID);
        return new Booking(
                id,
                new PlaceId(row.get(b.PLACE)),
                row.get(b.ROOM),
                days.local(row.get(b.BEGINS)),
                days.local(row.get(b.ENDS)),
                row.get(b.PEOPLE),
                row.get(b.PURPOSE),
                Booking.State.of(row.get(b.STATE)),
                row.get(b.CALLED),
                sealed == null ? null : new Telephone(opened(id, sealed)).masked(),
                row.get(b.SENTENCE));
    }
}
