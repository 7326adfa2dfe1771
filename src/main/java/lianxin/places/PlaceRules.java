package lianxin.places;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** What kinds of places open to the public a town has, and what they may offer. */
public record PlaceRules(Catalog places) {

    /** A playbook may have none. */
    public PlaceRules(@Nullable Catalog places) {
        this.places =
                places == null ? new Catalog(List.of(), List.of(), List.of(), List.of(), List.of(), null) : places;
    }

    /** @param grades from the lowest to the highest; empty where places are not graded */
    public record Catalog(
            List<Type> types,
            List<Tag> amenities,
            List<Tag> services,
            List<Tag> functions,
            List<Tag> grades,
            BookingLimits bookings) {

        public Catalog(
                List<Type> types,
                List<Tag> amenities,
                List<Tag> services,
                List<Tag> functions,
                @Nullable List<Tag> grades,
                @Nullable BookingLimits bookings) {
            this.types = types;
            this.amenities = amenities;
            this.services = services;
            this.functions = functions;
            this.grades = grades == null ? List.of() : grades;
            this.bookings = bookings == null ? new BookingLimits(30, 4, 3, 30) : bookings;
        }
    }

    /**
     * @param onePer the level of which every area is to have one; null where one anywhere is enough
     * @param duty whether somebody is on duty there by the roster of the desk that keeps it
     * @param visits whether groups may ask for a visit or a room
     */
    public record Type(String key, Label name, @Nullable String onePer, boolean duty, boolean visits) {}

    /**
     * @param daysAhead how early one may ask
     * @param telephoneDays after the visit the telephone is deleted
     * @param nameDays after the visit the name is deleted, and all of what never took place
     */
    public record BookingLimits(int daysAhead, int longestHours, int telephoneDays, int nameDays) {}

    BookingLimits bookings() {
        return places.bookings;
    }

    /** Whether groups may ask for a visit or a room there. */
    public boolean visits(String type) {
        return type(type).filter(Type::visits).isPresent();
    }

    public record Tag(String key, Label name) {}

    List<Type> types() {
        return places.types;
    }

    Optional<Type> type(String key) {
        return places.types.stream().filter(it -> it.key.equals(key)).findFirst();
    }

    public List<Tag> grades() {
        return places.grades;
    }

    /** How high it is, from one up; zero for none. */
    int grade(String key) {
        for (int i = 0; i < places.grades.size(); i++)
            if (places.grades.get(i).key.equals(key)) return i + 1;
        return 0;
    }

    /** What was once a grade stays what it was, under its key. */
    Label gradeName(String key) {
        return places.grades.stream()
                .filter(it -> it.key.equals(key))
                .map(Tag::name)
                .findFirst()
                .orElse(new Label(key, key));
    }

    /** What was once a type stays what it was, under its key. */
    public String typeName(String key, Locale locale) {
        return type(key).map(it -> it.name.in(locale)).orElse(key);
    }

    List<String> amenities(PlaceDetails place, Locale locale) {
        return names(places.amenities, place.amenities(), locale);
    }

    List<String> services(PlaceDetails place, Locale locale) {
        return names(places.services, place.services(), locale);
    }

    List<String> functions(PlaceDetails place, Locale locale) {
        return names(places.functions, place.functions(), locale);
    }

    /** What was once a function stays what it was, under its key. */
    String functionName(String key, Locale locale) {
        var name = names(places.functions, List.of(key), locale);
        return name.isEmpty() ? key : name.getFirst();
    }

    private static List<String> names(List<Tag> known, Collection<String> keys, Locale locale) {
        return known.stream()
                .filter(it -> keys.contains(it.key))
                .map(it -> it.name.in(locale))
                .toList();
    }

    static boolean all(List<Tag> known, Collection<String> keys) {
        return keys.stream().allMatch(key -> known.stream().anyMatch(it -> it.key.equals(key)));
    }
}
