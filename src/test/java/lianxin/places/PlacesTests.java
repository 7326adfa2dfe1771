package lianxin.places;

import static lianxin.places.PlaceDrafts.at;
import static lianxin.places.PlaceDrafts.of;
import static lianxin.places.PlaceDrafts.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lianxin.organization.Actor;
import lianxin.places.PlaceFinder.Found;
import lianxin.places.PlaceFinder.Wanted;
import lianxin.platform.Forbidden;
import lianxin.platform.MovableClock;
import lianxin.platform.RuleBroken;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import lianxin.territory.Jiaxing;
import lianxin.territory.LineError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlacesTests {
    private static final String CENTER = "service-center";
    private static final String STATION = "station";
    private static final String WARM = "warm-station";

    private static Jiaxing jiaxing;
    private static Places places;
    private static PlaceBook book;
    private static PlaceFinder finder;
    private static PlaceAtlas atlas;
    private static Areas areas;

    @BeforeAll
    static void settle() {
        jiaxing = new Jiaxing().settled();
        places = jiaxing.the(Places.class);
        book = jiaxing.the(PlaceBook.class);
        finder = jiaxing.the(PlaceFinder.class);
        atlas = jiaxing.the(PlaceAtlas.class);
        areas = jiaxing.the(Areas.class);
    }

    @AfterAll
    static void close() {
        jiaxing.close();
    }

    private static Instant now() {
        return jiaxing.clock.instant();
    }

    private static List<String> names(List<Found> found) {
        return found.stream().map(it -> it.place().name()).toList();
    }

    @Test
    void a_station_opens_changes_and_closes_and_every_day_keeps_what_was_true_on_it() {
        var area = jiaxing.area("330402007024");
        var from = now();
        var station = places.open(place("小红象驿站", STATION, area, "toilet"), from, Actor.SYSTEM);
        jiaxing.clock.forward(Duration.ofDays(2));
        places.change(station, place("小红象司机驿站", "driver-home", area, "toilet", "shower"), now(), Actor.SYSTEM);
        jiaxing.clock.forward(Duration.ofDays(2));
        var changed = book.find(station, now()).orElseThrow();
        assertThat(changed.name()).isEqualTo("小红象司机驿站");
        assertThat(changed.details().amenities()).containsExactly("toilet", "shower");
        assertThat(book.find(station, from).orElseThrow().name()).isEqualTo("小红象驿站");
        assertThat(book.behind(changed.code().toLowerCase(Locale.ROOT), now())).contains(changed);

        places.close(station, now(), Actor.SYSTEM);
        assertThat(book.find(station, now())).isEmpty();
        assertThat(book.behind(changed.code(), now())).isEmpty();
        assertThat(book.find(station, from)).isPresent();
        assertThat(jiaxing.journal().about(station.ref()))
                .extracting(it -> it.kind())
                .containsExactly("place.registered", "place.changed", "place.closed");
    }

    @Test
    void whoever_does_not_organize_the_ground_opens_nothing_and_a_wrong_word_is_refused_with_its_sentence() {
        var area = jiaxing.area("330402007024");
        assertThatThrownBy(() -> places.open(place("驿站", STATION, area), now(), Actor.reporter(area.ref())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> places.open(place("驿站", "casino", area), now(), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("places.wrong.type"));
        assertThatThrownBy(() -> places.open(place("驿站", STATION, area, "sauna"), now(), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("places.wrong.tag"));
        assertThatThrownBy(() -> places.open(place(" ", STATION, area), now(), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("places.wrong.name"));
    }

    @Test
    void the_nearest_toilet_comes_first_and_what_has_none_does_not_come() {
        var area = jiaxing.area("330402007");
        places.open(at(place("甲驿站", STATION, area, "shower"), 120.760, 30.750), now(), Actor.SYSTEM);
        places.open(at(place("乙驿站", STATION, area, "shower"), 120.756, 30.747), now(), Actor.SYSTEM);
        places.open(at(place("丙驿站", STATION, area, "books"), 120.755, 30.746), now(), Actor.SYSTEM);
        var found = finder.find(Wanted.nearest("shower", 120.7553, 30.7461), now());
        assertThat(names(found)).startsWith("乙驿站", "甲驿站").doesNotContain("丙驿站");
        assertThat(found.getFirst().meters()).isBetween(100.0, 140.0);
    }

    @Test
    void open_now_goes_by_the_clock_of_the_city() {
        var area = jiaxing.area("330402007");
        jiaxing.clock.forward(Duration.ofDays(1));
        places.open(place("朝九驿站", STATION, area, "umbrellas"), now(), Actor.SYSTEM);
        var wanted = new Wanted(area, "", "umbrellas", true, "", null);
        var morning = now();
        jiaxing.clock.moveTo(MovableClock.city("2026-09-07T10:00"));
        assertThat(names(finder.find(wanted, now()))).containsExactly("朝九驿站");
        jiaxing.clock.moveTo(MovableClock.city("2026-09-07T20:00"));
        assertThat(finder.find(wanted, now())).isEmpty();
        jiaxing.clock.moveTo(MovableClock.city("2026-09-12T10:00"));
        assertThat(finder.find(wanted, now())).as("a Saturday").isEmpty();
        assertThat(morning).isBefore(now());
    }

    @Test
    void six_thousand_two_hundred_places_come_in_under_one_batch_and_the_same_list_again_changes_nothing() {
        var list = cityOfPlaces(jiaxing.area("330402"));
        assertThat(list).hasSize(6_200);
        var before = book.at(now()).size();
        long began = System.nanoTime();
        var taken = places.openAll(list, now(), Actor.SYSTEM);
        long millis = (System.nanoTime() - began) / 1_000_000;
        var counts = book.at(now()).stream()
                .filter(it -> it.name().startsWith("批"))
                .collect(Collectors.groupingBy(Place::type, Collectors.counting()));
        var levels = book.at(now()).stream()
                .filter(it -> it.name().startsWith("批") && it.type().equals(CENTER))
                .collect(Collectors.groupingBy(it -> it.details().level(), Collectors.counting()));
        System.out.println("places: " + taken.opened() + " in " + millis + " ms, by type " + counts
                + ", centers by level " + levels);
        assertThat(taken.errors()).isEmpty();
        assertThat(taken.opened()).isEqualTo(6_200);
        assertThat(book.at(now())).hasSize(before + 6_200);
        assertThat(counts.get(CENTER)).isEqualTo(3_372);
        assertThat(levels.values().stream().mapToLong(it -> it).sum()).isEqualTo(3_372);
        assertThat(levels).containsEntry("city", 1L).containsEntry("county", 7L).containsEntry("township", 73L);
        assertThat(millis).isLessThan(20_000);

        var again = places.openAll(list, now(), Actor.SYSTEM);
        assertThat(again.opened()).isZero();
        assertThat(again.alreadyThere()).isEqualTo(6_200);
        assertThat(book.at(now())).hasSize(before + 6_200);
    }

    private static List<PlaceDetails> cityOfPlaces(AreaId county) {
        var communities = new ArrayList<Area>();
        for (var street : areas.children(county)) communities.addAll(areas.children(street.id()));
        var list = new ArrayList<PlaceDetails>();
        for (int i = 0; i < 6_200; i++) {
            var area = communities.get(i % communities.size()).id();
            var type = i < 3_372 ? CENTER : STATION;
            var level = i < 1 ? "city" : i < 8 ? "county" : i < 81 ? "township" : "community";
            list.add(of(place("批" + i, type, area, "water"), level, PlaceStatus.OPEN));
        }
        return list;
    }

    @Test
    void a_list_with_a_wrong_line_is_refused_whole_and_names_the_line() {
        var area = jiaxing.area("330402007");
        var before = book.at(now()).size();
        var list = List.of(place("好驿站", STATION, area), place("坏驿站", "casino", area));
        var taken = places.openAll(list, now(), Actor.SYSTEM);
        assertThat(taken.errors()).containsExactly(LineError.at(2, "places.wrong.type", "casino"));
        assertThat(book.at(now())).hasSize(before);
    }

    @Test
    void the_atlas_counts_each_type_in_each_county_and_names_the_communities_without_a_center() {
        var city = jiaxing.area("3304");
        var before = county("330424", CENTER, city);
        assertThat(before.built()).isZero();
        assertThat(before.wanted()).isGreaterThan(50);
        var community = before.missing().getFirst();
        places.open(place("海盐中心", CENTER, community.id()), now(), Actor.SYSTEM);
        places.open(
                of(place("海盐规划中心", CENTER, before.missing().get(1).id()), "community", PlaceStatus.PLANNED),
                now(),
                Actor.SYSTEM);
        var after = county("330424", CENTER, city);
        assertThat(after.built()).isEqualTo(1);
        assertThat(after.covered()).isEqualTo(1);
        assertThat(after.wanted()).isEqualTo(before.wanted());
        assertThat(after.missing()).hasSize(before.missing().size() - 1).doesNotContain(community);
        assertThat(county("330424", "red-base", city).gap()).isTrue();
        assertThat(county("330424", WARM, city).gap()).isFalse();
    }

    private static PlaceAtlas.Cell county(String code, String type, AreaId city) {
        return atlas.of(city, now()).stream()
                .filter(it -> it.area().code().equals(code))
                .map(it -> it.cells().get(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void visits_are_a_number_a_day() {
        var visits = jiaxing.the(PlaceVisits.class);
        var days = jiaxing.the(Days.class);
        var place = places.open(place("人来站", STATION, jiaxing.area("330402007")), now(), Actor.SYSTEM);
        visits.count(place);
        visits.count(place);
        jiaxing.clock.forward(Duration.ofDays(1));
        visits.count(place);
        assertThat(visits.since(place, days.today().minusDays(2)))
                .extracting(PlaceVisits.Day::count)
                .containsExactly(0, 2, 1);
    }

    @Test
    void a_place_shut_for_repairs_is_shut_for_these_days_only_and_opens_early_when_the_work_is_done() {
        var closures = jiaxing.the(Closures.class);
        var doors = jiaxing.the(OpenDoors.class);
        jiaxing.clock.moveTo(MovableClock.city("2026-09-14T10:00"));
        var id = places.open(place("维修驿站", STATION, jiaxing.area("330402007")), now(), Actor.SYSTEM);
        var station = book.find(id, now()).orElseThrow();
        assertThat(doors.now().open(station)).isTrue();
        var first = LocalDate.of(2026, 9, 15);
        closures.shut(id, first, first.plusDays(3), "屋顶维修", Actor.SYSTEM);
        assertThat(doors.now(id).open(station)).as("the day before").isTrue();
        jiaxing.clock.moveTo(MovableClock.city("2026-09-15T10:00"));
        assertThat(doors.now().open(station)).isFalse();
        assertThat(doors.now().closure(station).reason()).isEqualTo("屋顶维修");
        assertThat(doors.now().turns(station)).contains(LocalDateTime.parse("2026-09-20T08:30"));
        assertThatThrownBy(() -> closures.shut(id, first.plusDays(2), first.plusDays(9), "清洗空调", Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("places.wrong.closure-twice"));
        assertThatThrownBy(() -> closures.shut(id, first, first, " ", Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("places.wrong.closure-reason"));
        jiaxing.clock.moveTo(MovableClock.city("2026-09-17T10:00"));
        closures.lift(id, closures.of(id).getFirst().id(), Actor.SYSTEM);
        assertThat(doors.now().open(station)).isTrue();
        assertThat(closures.of(id)).isEmpty();
        assertThat(jiaxing.journal().about(id.ref()))
                .extracting(it -> it.kind())
                .containsExactly("place.registered", "place.shut-for", "place.open-again");
    }

    /** 2.05: two hundred schools at doors and online. */
    @Test
    void schools_are_counted_exactly_by_type_and_mode_and_one_online_needs_an_address_and_no_point() {
        var county = jiaxing.area("330482");
        var school = place("云上初心学堂", "learning-school", county);
        var list = new ArrayList<PlaceDetails>();
        for (int i = 0; i < 200; i++) {
            var one = place("初心学堂" + i, "learning-school", county);
            list.add(
                    i < 120 ? one : one.at(i < 180 ? PlaceMode.ONLINE : PlaceMode.BOTH, "https://school.example/" + i));
        }
        assertThat(places.openAll(list, now(), Actor.SYSTEM).opened()).isEqualTo(200);
        var modes = atlas.modes(county, now()).getFirst();
        assertThat(modes.of(PlaceMode.OFFLINE)).isEqualTo(120);
        assertThat(modes.of(PlaceMode.ONLINE)).isEqualTo(60);
        assertThat(modes.of(PlaceMode.BOTH)).isEqualTo(20);
        assertThat(modes.all()).isEqualTo(200);
        assertThat(county("330482", "learning-school", jiaxing.area("3304")).built())
                .as("with a door")
                .isEqualTo(140);
        var online = new Wanted(county, "learning-school", "online", "", false, "", null);
        assertThat(finder.find(online, now())).hasSize(60);
        for (var wrong : List.of("http://school.example", "https://a:b@school.example", "javascript:1", "https://x"))
            assertThatThrownBy(() -> places.open(school.at(PlaceMode.ONLINE, wrong), now(), Actor.SYSTEM))
                    .isInstanceOfSatisfying(
                            RuleBroken.class, it -> assertThat(it.key()).isEqualTo("places.wrong.web"));
        assertThatThrownBy(() -> places.open(school.at(PlaceMode.BOTH, ""), now(), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("places.wrong.web-missing"));
        var spotted = at(school, 120.7, 30.6).at(PlaceMode.ONLINE, "https://school.example");
        assertThatThrownBy(() -> places.open(spotted, now(), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("places.wrong.web-point"));
    }
}
