package lianxin.places;

import static lianxin.places.tables.BookingTable.BOOKING;
import static lianxin.places.tables.PlaceTable.PLACE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import lianxin.facts.Journal;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.platform.Screening;
import lianxin.platform.Telephone;
import lianxin.territory.Days;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of visits and rooms by appointment: a group asks, the keeper of the place confirms or declines, the group may withdraw,
 * and in the end so many people were there. An hour asked for is held until it is answered; whoever asks for it meanwhile hears so.
 */
@Service
@Transactional
public class Bookings {
    static final int LONGEST_CALLED = 40;
    static final int LONGEST_SENTENCE = 120;
    static final int MOST_PEOPLE = 500;

    private final BookingBook book;
    private final Rooms rooms;
    private final BookableHours hours;
    private final PlaceVisits visits;
    private final PlaceRules rules;
    private final Keepers keepers;
    private final Days days;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Bookings(
            BookingBook book,
            Rooms rooms,
            BookableHours hours,
            PlaceVisits visits,
            PlaceRules rules,
            Keepers keepers,
            Days days,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.book = book;
        this.rooms = rooms;
        this.hours = hours;
        this.visits = visits;
        this.rules = rules;
        this.keepers = keepers;
        this.days = days;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /**
     * What a group asks for.
     *
     * @param id made by whoever shows the form, so that sending it twice asks once
     * @param room null for a visit of the place
     * @param telephone as typed; empty for none
     */
    public record Ask(
            UUID id,
            PlaceId place,
            @Nullable Integer room,
            LocalDateTime begins,
            LocalDateTime ends,
            int people,
            String purpose,
            String called,
            String telephone) {}

    public void ask(Ask it) {
        var place = keepers.standing(it.place);
        if (!rules.visits(place.type())) throw new RuleBroken("places.booking.not-here", place.name());
        hours.must(place, it.begins, it.ends);
        var room = it.room == null ? null : rooms.of(it.place).get(it.room);
        if (it.room != null && room == null) throw new RuleBroken("places.booking.room");
        if (!purposes(place, room).contains(it.purpose)) throw new RuleBroken("places.booking.purpose");
        if (it.people < 1 || it.people > MOST_PEOPLE) throw new RuleBroken("places.booking.people", MOST_PEOPLE);
        if (room != null && it.people > room.seats())
            throw new RuleBroken("places.booking.seats", room.name(), room.seats());
        var called = it.called.strip();
        if (called.isEmpty() || called.length() > LONGEST_CALLED)
            throw new RuleBroken("places.booking.called", LONGEST_CALLED);
        if (!Screening.findings(called).isEmpty()) throw new RuleBroken("places.booking.called-number");
        var typed = it.telephone.strip();
        var telephone = Telephone.read(typed);
        if (!typed.isEmpty() && telephone.isEmpty()) throw new RuleBroken("places.booking.telephone");
        var begins = moment(it.begins);
        var ends = moment(it.ends);
        oneAfterAnother(it.place);
        if (book.find(it.id).isPresent()) return;
        if (book.taken(it.place, it.room, begins, ends)) throw new RuleBroken("places.booking.taken");
        var limits = rules.bookings();
        var b = BOOKING;
        db.insertInto(b)
                .set(b.ID, it.id)
                .set(b.PLACE, it.place.number())
                .set(b.ROOM, it.room)
                .set(b.BEGINS, begins)
                .set(b.ENDS, ends)
                .set(b.PEOPLE, it.people)
                .set(b.PURPOSE, it.purpose)
                .set(b.STATE, Booking.State.ASKED.key())
                .set(b.ASKED_AT, clock.instant())
                .set(b.CALLED, called)
                .set(
                        b.TELEPHONE,
                        telephone.map(number -> book.sealed(it.id, number)).orElse(null))
                .set(b.TELEPHONE_UNTIL, ends.plus(Duration.ofDays(limits.telephoneDays())))
                .set(b.NAME_UNTIL, ends.plus(Duration.ofDays(Math.max(limits.telephoneDays(), limits.nameDays()))))
                .execute();
        var fact = new BookingFact.Asked(
                it.place, keepers.of(place), it.id, it.room != null, it.purpose, it.people, begins);
        record(fact, place, asker(it.id));
    }

    /** What a place, or one of its rooms, may be asked for. */
    List<String> purposes(Place place, @Nullable Room room) {
        var told = place.details().functions();
        return rules.places().functions().stream()
                .map(PlaceRules.Tag::key)
                .filter(it -> room == null ? told.isEmpty() || told.contains(it) : room.serves(it))
                .toList();
    }

    /** The door must be known to be open then; a closure may have come in between. */
    public void confirm(PlaceId id, UUID booking, String sentence, Actor by) {
        var place = keepers.kept(id, by);
        var it = open(id, booking, Booking.State.ASKED);
        if (it.begins().isBefore(days.local())) throw new RuleBroken("places.booking.over");
        hours.open(place, it.begins(), it.ends());
        answer(it, Booking.State.CONFIRMED, said(sentence));
        record(
                new BookingFact.Confirmed(id, keepers.of(place), booking, it.people(), moment(it.begins())),
                place,
                by.ref());
    }

    /** Also what was promised before; the group is told why. */
    public void decline(PlaceId id, UUID booking, String sentence, Actor by) {
        var place = keepers.kept(id, by);
        var it = open(id, booking, Booking.State.ASKED, Booking.State.CONFIRMED);
        var why = said(sentence);
        if (why == null) throw new RuleBroken("places.booking.why", LONGEST_SENTENCE);
        answer(it, Booking.State.DECLINED, why);
        record(
                new BookingFact.Declined(id, keepers.of(place), booking, it.people(), moment(it.begins())),
                place,
                by.ref());
    }

    /** The group does not come; who they were is deleted at once. */
    public void withdraw(UUID booking) {
        var found = book.find(booking).orElseThrow(() -> new NotFound("booking"));
        var place = keepers.standing(found.place());
        var it = open(found.place(), booking, Booking.State.ASKED, Booking.State.CONFIRMED);
        if (it.begins().isBefore(days.local())) throw new RuleBroken("places.booking.over");
        var b = BOOKING;
        db.update(b)
                .set(b.STATE, Booking.State.WITHDRAWN.key())
                .setNull(b.CALLED)
                .setNull(b.TELEPHONE)
                .setNull(b.SENTENCE)
                .where(b.ID.eq(booking))
                .execute();
        var fact = new BookingFact.Withdrawn(it.place(), keepers.of(place), booking, it.people(), moment(it.begins()));
        record(fact, place, asker(booking));
    }

    /** So many came. They count among the visits of their day; the telephone is of no use any more. */
    public void tookPlace(PlaceId id, UUID booking, int came, Actor by) {
        var place = keepers.kept(id, by);
        var it = open(id, booking, Booking.State.CONFIRMED);
        if (it.begins().isAfter(days.local())) throw new RuleBroken("places.booking.not-yet");
        if (came < 1 || came > MOST_PEOPLE) throw new RuleBroken("places.booking.people", MOST_PEOPLE);
        var b = BOOKING;
        db.update(b)
                .set(b.STATE, Booking.State.TOOK_PLACE.key())
                .set(b.PEOPLE, came)
                .setNull(b.TELEPHONE)
                .where(b.ID.eq(booking))
                .execute();
        visits.count(id, it.begins().toLocalDate(), came);
        var fact = new BookingFact.TookPlace(id, keepers.of(place), booking, it.purpose(), came, moment(it.begins()));
        record(fact, place, by.ref());
    }

    /** The whole number, to ask back; that it was read is told. */
    String readTelephone(PlaceId id, UUID booking, Actor by) {
        var place = keepers.kept(id, by);
        var it =
                book.find(booking).filter(found -> found.place().equals(id)).orElseThrow(() -> new NotFound("booking"));
        var number = book.telephone(booking).orElseThrow(() -> new RuleBroken("places.booking.no-number"));
        record(new BookingFact.NumberRead(id, keepers.of(place), booking, it.people()), place, by.ref());
        return number;
    }

    private void answer(Booking it, Booking.State state, @Nullable String sentence) {
        var b = BOOKING;
        db.update(b)
                .set(b.STATE, state.key())
                .set(b.SENTENCE, sentence)
                .where(b.ID.eq(it.id()))
                .execute();
    }

    /** As it is while nobody else changes it. */
    private Booking open(PlaceId place, UUID booking, Booking.State... states) {
        oneAfterAnother(place);
        var it = book.find(booking)
                .filter(found -> found.place().equals(place))
                .orElseThrow(() -> new NotFound("booking"));
        if (!List.of(states).contains(it.state())) throw new RuleBroken("places.booking.answered");
        return it;
    }

    /** Steps at one place wait for each other until the commit. */
    private void oneAfterAnother(PlaceId place) {
        db.select(PLACE.NUMBER)
                .from(PLACE)
                .where(PLACE.NUMBER.eq(place.number()))
                .forNoKeyUpdate()
                .fetch();
    }

    private static @Nullable String said(String sentence) {
        var said = sentence.strip();
        if (said.length() > LONGEST_SENTENCE) throw new RuleBroken("places.booking.why", LONGEST_SENTENCE);
        return said.isEmpty() ? null : said;
    }

    private Instant moment(LocalDateTime local) {
        return local.atZone(clock.getZone()).toInstant();
    }

    private static Ref asker(UUID booking) {
        return Actor.reporter(new Ref("booking", booking.toString())).ref();
    }

    private void record(BookingFact fact, Place place, Ref by) {
        journal.record(fact, place.area().ref(), by, clock.instant());
    }
}
