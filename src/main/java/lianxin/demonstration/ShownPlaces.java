package lianxin.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lianxin.organization.Actor;
import lianxin.places.Closures;
import lianxin.places.OpeningHours;
import lianxin.places.PlaceDetails;
import lianxin.places.PlaceGoals;
import lianxin.places.PlaceMode;
import lianxin.places.PlaceStatus;
import lianxin.places.Places;
import lianxin.playbook.Label;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.Spot;
import lianxin.territory.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Places of every type that nobody will find in the street, some areas left without, and a goal that was missed. */
@Component
class ShownPlaces {
    private static final List<String> HOURS = List.of(
            "周一至周五 8:30-11:30、13:30-17:00；节假日休息",
            "周一至周六 8:30-17:30；节假日 9:00-12:00",
            "每天 6:00-22:00；节假日照常",
            "24h",
            "周一至周五 8:30-17:00；周六 9:00-12:00");

    /** The goal of the account: eleven, then seventeen of twenty. */
    private static final int PLANNED = 20;

    private static final int AT_FIRST = 11;
    private static final int LATER = 17;
    private static final int DAYS_UNTIL_DUE = 60;
    private static final Duration SECOND_OPENING = Duration.ofDays(75);

    /** Of this type some are found on the web. */
    private static final int SCHOOLS = 7;

    private static final int DAYS_UNTIL_SHUT = 85;
    private static final int DAYS_SHUT = 20;

    private final Places places;
    private final PlaceGoals goals;
    private final Closures closures;
    private final Areas areas;
    private final Town town;
    private final Clock clock;

    ShownPlaces(Places places, PlaceGoals goals, Closures closures, Areas areas, Town town, Clock clock) {
        this.places = places;
        this.goals = goals;
        this.closures = closures;
        this.areas = areas;
        this.town = town;
        this.clock = clock;
    }

    void settle(List<AreaRow> ground, Instant from) {
        if (places.types().isEmpty()) return;
        var chance = new SplittableRandom(town.demonstration().seed());
        var list = new ArrayList<PlaceDetails>();
        int number = 0;
        for (var type : places.types().entrySet()) {
            var level = number == 0 ? "community" : "township";
            double share = number == 0 ? 0.6 : number == 1 ? 0.7 : 0.12;
            for (var row : ground) {
                if (number == 3 || !row.kind().equals(level) || chance.nextDouble() >= share) continue;
                var place = place(row, type.getKey(), type.getValue(), chance);
                list.add(number == SCHOOLS && chance.nextBoolean() ? online(place, row) : place);
            }
            number++;
        }
        shut(list.removeFirst(), from);
        places.openAll(list, from, Actor.SYSTEM);
        if (places.types().size() > 3) miss(ground, from, chance);
    }

    /** Around the days on which somebody looks. */
    private void shut(PlaceDetails details, Instant from) {
        var place = places.open(details, from, Actor.SYSTEM);
        var first = LocalDate.ofInstant(from, clock.getZone()).plusDays(DAYS_UNTIL_SHUT);
        closures.shut(place, first, first.plusDays(DAYS_SHUT), "维修闭馆（示例）", Actor.SYSTEM);
    }

    /** Of a host that nobody has. */
    private static PlaceDetails online(PlaceDetails it, AreaRow row) {
        return new PlaceDetails(
                "云上" + it.name(),
                it.type(),
                it.level(),
                it.status(),
                it.area(),
                "",
                null,
                it.hours(),
                List.of(),
                it.services(),
                it.functions(),
                PlaceMode.ONLINE,
                "https://school.example/" + row.code(),
                true);
    }

    /** Planned for a day that is past by now, and caught up in part only. */
    private void miss(List<AreaRow> ground, Instant from, SplittableRandom chance) {
        var type = List.copyOf(places.types().entrySet()).get(3);
        var top = areas.tops().getFirst().id();
        var due = LocalDate.ofInstant(from, clock.getZone()).plusDays(DAYS_UNTIL_DUE);
        goals.set(top, type.getKey(), PLANNED, due, from, Actor.SYSTEM);
        var towns = ground.stream()
                .filter(it -> it.kind().equals("township"))
                .limit(LATER)
                .map(it -> place(it, type.getKey(), type.getValue(), chance))
                .toList();
        int first = Math.min(AT_FIRST, towns.size());
        places.openAll(towns.subList(0, first), from, Actor.SYSTEM);
        places.openAll(towns.subList(first, towns.size()), from.plus(SECOND_OPENING), Actor.SYSTEM);
    }

    private PlaceDetails place(AreaRow row, String type, Label typeName, SplittableRandom chance) {
        var area = areas.byCode(row.code()).orElseThrow().id();
        var some =
                places.amenities().stream().filter(it -> chance.nextInt(3) == 0).toList();
        var hours = OpeningHours.read(HOURS.get(chance.nextInt(HOURS.size()))).orElseThrow();
        return new PlaceDetails(
                row.name() + typeName.zh(),
                type,
                row.kind(),
                PlaceStatus.OPEN,
                area,
                "",
                near(row, chance),
                hours,
                some,
                List.of(),
                List.of(),
                true);
    }

    /** A town without borders has no points. */
    private static @Nullable Spot near(AreaRow row, SplittableRandom chance) {
        var spot = row.spot();
        if (spot == null) return null;
        return new Spot(
                spot.lon() + chance.nextDouble(-0.002, 0.002), spot.lat() + chance.nextDouble(-0.002, 0.002), true);
    }
}
