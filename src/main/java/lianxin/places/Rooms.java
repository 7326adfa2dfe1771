package lianxin.places;

import static lianxin.places.tables.RoomTable.ROOM;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianxin.organization.Actor;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.territory.Dated;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rooms of places. A room that is no longer to be had stays what it was for those who had it. */
@Service
public class Rooms {
    private static final int LONGEST_NAME = 30;
    private static final int MOST_SEATS = 2000;

    private final PlaceBook places;
    private final PlaceRules rules;
    private final Keepers keepers;
    private final Dated dated;
    private final DSLContext db;
    private final Clock clock;

    Rooms(PlaceBook places, PlaceRules rules, Keepers keepers, Dated dated, DSLContext db, Clock clock) {
        this.places = places;
        this.rules = rules;
        this.keepers = keepers;
        this.dated = dated;
        this.db = db;
        this.clock = clock;
    }

    /** @return its number */
    @Transactional
    public int add(PlaceId id, String name, int seats, List<String> functions, Actor by) {
        var place = keepers.kept(id, by);
        if (!rules.visits(place.type())) throw new RuleBroken("places.booking.not-here", place.name());
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME)
            throw new RuleBroken("places.room.wrong-name", LONGEST_NAME);
        if (seats < 1 || seats > MOST_SEATS) throw new RuleBroken("places.room.wrong-seats", MOST_SEATS);
        if (!PlaceRules.all(rules.places().functions(), functions)) throw new RuleBroken("places.booking.purpose");
        places.raise();
        if (of(id).values().stream().anyMatch(it -> it.name().equals(called)))
            throw new RuleBroken("places.room.twice", called);
        var now = clock.instant();
        var r = ROOM;
        return Objects.requireNonNull(db.insertInto(
                        r, r.PLACE, r.NAME, r.SEATS, r.FUNCTIONS, r.VALID_FROM, r.VALID_TO, r.KNOWN_FROM, r.KNOWN_TO)
                .values(
                        DSL.val(id.number()),
                        DSL.val(called),
                        DSL.val(seats),
                        DSL.val(functions.toArray(String[]::new)),
                        DSL.val(now, r.VALID_FROM),
                        Dated.FOREVER,
                        DSL.val(now, r.KNOWN_FROM),
                        Dated.FOREVER)
                .returningResult(r.NUMBER)
                .fetchSingle()
                .value1());
    }

    /** From now on nobody asks for it; what was promised stays promised. */
    @Transactional
    public void remove(PlaceId id, int room, Actor by) {
        keepers.kept(id, by);
        places.raise();
        var now = clock.instant();
        if (dated.endAll(ROOM, ROOM.NUMBER.eq(room).and(ROOM.PLACE.eq(id.number())), now, now) == 0)
            throw new NotFound(id.ref());
    }

    /** Those to be had now, by their numbers. */
    Map<Integer, Room> of(PlaceId id) {
        var r = ROOM;
        var now = clock.instant();
        return read(id, r.VALID_FROM.le(now).and(r.VALID_TO.gt(now)));
    }

    /** Also those that were. */
    Map<Integer, Room> ever(PlaceId id) {
        return read(id, DSL.noCondition());
    }

    private Map<Integer, Room> read(PlaceId id, Condition which) {
        var r = ROOM;
        var rooms = new LinkedHashMap<Integer, Room>();
        db.select(r.NUMBER, r.NAME, r.SEATS, r.FUNCTIONS)
                .from(r)
                .where(r.PLACE.eq(id.number()), r.KNOWN_TO.eq(Dated.FOREVER), which)
                .orderBy(r.NUMBER)
                .forEach(it -> rooms.put(
                        it.value1(), new Room(it.value1(), id, it.value2(), it.value3(), List.of(it.value4()))));
        return rooms;
    }
}
