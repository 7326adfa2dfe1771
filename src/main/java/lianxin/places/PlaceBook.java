package lianxin.places;

import static lianxin.places.tables.PlaceTable.PLACE;
import static lianxin.places.tables.PlaceVersionTable.PLACE_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianxin.territory.AreaId;
import lianxin.territory.Dated;
import lianxin.territory.PosterCode;
import lianxin.territory.Spot;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Every place through all times as it is known now, held in memory until a place changes: thousands, not millions. */
@Service
public class PlaceBook {
    private static final Field<Long> SINCE =
            Dated.micros(PLACE_VERSION.VALID_FROM).as("since");
    private static final Field<Long> UNTIL =
            Dated.micros(PLACE_VERSION.VALID_TO).as("until");

    private final DSLContext db;
    private final PlaceEdition edition;
    private volatile @Nullable Held held;

    /** What a place was in a time. */
    public record Version(Place place, long from, long to) {

        boolean valid(long at) {
            return from <= at && at < to;
        }
    }

    private record Held(long edition, List<Version> versions) {}

    PlaceBook(DSLContext db, PlaceEdition edition) {
        this.db = db;
        this.edition = edition;
    }

    public List<Place> at(Instant at) {
        long moment = Dated.micros(at);
        return versions().stream()
                .filter(it -> it.valid(moment))
                .map(Version::place)
                .toList();
    }

    Optional<Place> find(PlaceId id, Instant at) {
        return find(versions(), id, at);
    }

    public static Optional<Place> find(List<Version> versions, PlaceId id, Instant at) {
        long moment = Dated.micros(at);
        return versions.stream()
                .filter(it -> it.place.id().equals(id) && it.valid(moment))
                .map(Version::place)
                .findFirst();
    }

    Optional<Place> behind(String code, Instant at) {
        long moment = Dated.micros(at);
        return PosterCode.read(code)
                .flatMap(read -> versions().stream()
                        .filter(it -> it.place.code().equals(read) && it.valid(moment))
                        .map(Version::place)
                        .findFirst());
    }

    /** In the order of their numbers. What an open transaction sees may never come to be: it is read and not held. */
    public List<Version> versions() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return read(DSL.noCondition());
        long now = edition.now();
        var known = held;
        if (known != null && known.edition == now) return known.versions;
        var fresh = new Held(now, read(DSL.noCondition()));
        held = fresh;
        return fresh.versions;
    }

    /** As the database has it, for the verbs. */
    Optional<Place> standing(PlaceId id) {
        var v = PLACE_VERSION;
        return read(v.PLACE.eq(id.number()).and(v.VALID_TO.eq(Dated.FOREVER))).stream()
                .map(Version::place)
                .findFirst();
    }

    /** Called first by every verb that changes places: such verbs queue up behind each other until the commit. */
    void raise() {
        edition.raise();
    }

    private List<Version> read(Condition which) {
        var v = PLACE_VERSION;
        return db.select(
                        v.PLACE,
                        PLACE.CODE,
                        v.NAME,
                        v.TYPE,
                        v.LEVEL,
                        v.STATUS,
                        v.AREA,
                        v.ADDRESS,
                        v.LON,
                        v.LAT,
                        v.HOURS,
                        v.AMENITIES,
                        v.SERVICES,
                        v.FUNCTIONS,
                        v.MODE,
                        v.WEB,
                        v.GENERATED,
                        SINCE,
                        UNTIL)
                .from(v)
                .join(PLACE)
                .on(PLACE.NUMBER.eq(v.PLACE))
                .where(which, v.KNOWN_TO.eq(Dated.FOREVER))
                .orderBy(v.PLACE, v.VALID_FROM)
                .fetch(PlaceBook::version);
    }

    private static Version version(Record row) {
        var v = PLACE_VERSION;
        var spot = row.get(v.LON) == null ? null : new Spot(row.get(v.LON), row.get(v.LAT), row.get(v.GENERATED));
        var details = new PlaceDetails(
                row.get(v.NAME),
                row.get(v.TYPE),
                row.get(v.LEVEL),
                PlaceStatus.of(row.get(v.STATUS)).orElseThrow(),
                new AreaId(row.get(v.AREA)),
                row.get(v.ADDRESS),
                spot,
                OpeningHours.read(row.get(v.HOURS)).orElseThrow(),
                List.of(row.get(v.AMENITIES)),
                List.of(row.get(v.SERVICES)),
                List.of(row.get(v.FUNCTIONS)),
                PlaceMode.of(row.get(v.MODE)).orElseThrow(),
                row.get(v.WEB),
                row.get(v.GENERATED));
        var place = new Place(new PlaceId(row.get(v.PLACE)), row.get(PLACE.CODE), details);
        return new Version(place, row.get(SINCE), row.get(UNTIL));
    }
}
