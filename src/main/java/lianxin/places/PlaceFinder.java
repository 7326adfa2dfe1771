package lianxin.places;

import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Spot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Service;

/** Finds places by what one needs, the nearest first where one says from where. All of it in memory. */
@Service
public class PlaceFinder {
    private final PlaceBook book;
    private final Areas areas;
    private final OpenDoors doors;

    PlaceFinder(PlaceBook book, Areas areas, OpenDoors doors) {
        this.book = book;
        this.areas = areas;
        this.doors = doors;
    }

    /**
     * What somebody looks for; what is left empty does not matter.
     *
     * @param amenity a key of the playbook: an amenity, a service or a function
     * @param mode how one finds it, by its key
     * @param openNow by the clock of the city
     */
    public record Wanted(
            @Nullable AreaId area,
            String type,
            String mode,
            String amenity,
            boolean openNow,
            String words,
            @Nullable Coordinate near) {

        /** Found anyhow, at a door or on the web. */
        public Wanted(
                @Nullable AreaId area,
                String type,
                String amenity,
                boolean openNow,
                String words,
                @Nullable Coordinate near) {
            this(area, type, "", amenity, openNow, words, near);
        }

        public static Wanted nearest(String amenity, double lon, double lat) {
            return new Wanted(null, "", amenity, false, "", new Coordinate(lon, lat));
        }

        Wanted ofAnyType() {
            return new Wanted(area, "", mode, amenity, openNow, words, near);
        }
    }

    /**
     * One that fits.
     *
     * @param meters from the point that was asked for; null without one, or where the place has none
     * @param closure why it is shut today out of turn; null when it is not
     */
    public record Found(
            Place place,
            @Nullable Double meters,
            boolean openNow,
            @Nullable Closure closure) {}

    public List<Found> find(Wanted wanted, Instant at) {
        var inside = inside(wanted.area, at);
        var now = doors.now();
        var words = wanted.words.strip().toLowerCase(Locale.ROOT);
        return book.at(at).stream()
                .filter(it -> inside == null || inside.get(it.area().number()))
                .filter(it -> wanted.type.isEmpty() || it.type().equals(wanted.type))
                .filter(it -> wanted.mode.isEmpty() || it.details().mode().key().equals(wanted.mode))
                .filter(it -> wanted.amenity.isEmpty() || offers(it.details(), wanted.amenity))
                .filter(it -> words.isEmpty()
                        || it.name().toLowerCase(Locale.ROOT).contains(words)
                        || it.details().address().toLowerCase(Locale.ROOT).contains(words))
                .map(it -> new Found(it, meters(it, wanted.near), now.open(it), now.closure(it)))
                .filter(it -> !wanted.openNow || it.openNow)
                .sorted(order(wanted.near != null))
                .toList();
    }

    private @Nullable BitSet inside(@Nullable AreaId area, Instant at) {
        if (area == null) return null;
        var inside = new BitSet();
        IntStream.of(areas.below(area, at)).forEach(inside::set);
        return inside;
    }

    private static boolean offers(PlaceDetails it, String key) {
        return it.amenities().contains(key)
                || it.services().contains(key)
                || it.functions().contains(key);
    }

    private static Comparator<Found> order(boolean near) {
        var byName = Comparator.comparing((Found it) -> it.place.name())
                .thenComparingInt(it -> it.place.id().number());
        if (!near) return byName;
        return Comparator.comparing(Found::meters, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(byName);
    }

    private static @Nullable Double meters(Place place, @Nullable Coordinate near) {
        var spot = place.details().spot();
        if (spot == null || near == null) return null;
        return spot.metersTo(new Spot(near.x, near.y, false));
    }
}
