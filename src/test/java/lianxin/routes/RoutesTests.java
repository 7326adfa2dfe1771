package lianxin.routes;

import static lianxin.places.PlaceDrafts.at;
import static lianxin.places.PlaceDrafts.of;
import static lianxin.places.PlaceDrafts.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.places.PlaceId;
import lianxin.places.PlaceStatus;
import lianxin.places.Places;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.playbook.Playbook;
import lianxin.routes.RouteStop.State;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Jiaxing;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Row 0.09: seven routes string together 43 villages. They are opened first and stand for all other tests. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoutesTests {
    private static final String COUNTRYSIDE = "countryside";

    @AutoClose
    static final Jiaxing jiaxing = new Jiaxing().settled();

    final Routes routes = jiaxing.the(Routes.class);
    final RouteBook book = jiaxing.the(RouteBook.class);
    final RouteHalts halts = jiaxing.the(RouteHalts.class);
    final RouteChecks checks = jiaxing.the(RouteChecks.class);
    final Areas areas = jiaxing.the(Areas.class);

    @Test
    @Order(1)
    void seven_routes_lead_through_43_villages_and_each_village_counts_once() {
        var counties = areas.children(jiaxing.area("3304"));
        assertThat(counties).hasSize(7);
        for (int i = 0; i < 7; i++)
            open(COUNTRYSIDE, "第" + (i + 1) + "线", counties.get(i).id(), villages(counties.get(i), i == 0 ? 7 : 6));
        var all = book.at(now());
        assertThat(all).hasSize(7);
        assertThat(all.stream().flatMap(it -> it.details().stops().stream()))
                .hasSize(43)
                .extracting(RouteStop::what)
                .doesNotHaveDuplicates();
        assertThat(checks.doubled(all)).isEmpty();
        var planned =
                jiaxing.the(RouteRules.class).kind(COUNTRYSIDE).orElseThrow().planned();
        assertThat(planned).isEqualTo(new RouteRules.Planned(7, 43));
    }

    @Test
    @Order(2)
    void a_village_that_stands_on_a_route_is_refused_on_a_second_one_with_the_name_of_the_first() {
        var county = areas.find(jiaxing.area("330402"));
        var taken = villages(county, 7).getFirst();
        var free = villages(areas.find(jiaxing.area("330411")), 9).getLast();
        assertThatThrownBy(() -> open(COUNTRYSIDE, "重复线", county.id(), List.of(free, taken)))
                .isInstanceOfSatisfying(RuleBroken.class, it -> {
                    assertThat(it.key()).isEqualTo("routes.wrong.elsewhere");
                    assertThat(it.details()).containsExactly(areas.find(taken).name(), "第1线");
                });
        assertThatThrownBy(() -> open(COUNTRYSIDE, "回头线", county.id(), List.of(free, free)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("routes.wrong.twice"));
        assertThat(book.at(now())).hasSize(7);

        open("sights", "另一类", county.id(), List.of(free, taken));
        assertThat(book.at(now())).as("another kind counts for itself").hasSize(8);
        assertThat(checks.doubled(book.at(now()))).isEmpty();
    }

    @Test
    @Order(3)
    void stops_change_from_a_day_on_the_day_before_keeps_its_own_and_the_last_change_is_taken_back() {
        var route = named("第2线");
        var before = now();
        var was = route.details().stops();
        jiaxing.clock.forward(Duration.ofDays(2));
        var turned = new ArrayList<>(was);
        turned.addFirst(turned.removeLast());
        turned.removeLast();
        routes.change(route.id(), with(route, turned), now(), "桥断了，绕行", Actor.SYSTEM);
        assertThat(book.find(route.id(), now()).orElseThrow().details().stops()).isEqualTo(turned);
        assertThat(book.find(route.id(), before).orElseThrow().details().stops())
                .isEqualTo(was);

        jiaxing.clock.forward(Duration.ofDays(1));
        routes.takeBack(route.id(), Actor.SYSTEM);
        assertThat(book.find(route.id(), now()).orElseThrow().details().stops()).isEqualTo(was);
        assertThatThrownBy(() -> routes.takeBack(route.id(), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("routes.wrong.nothing-back"));
        assertThat(jiaxing.journal().about(route.id().ref()))
                .extracting(it -> it.kind())
                .containsExactly("route.opened", "route.changed", "route.taken-back");
    }

    @Test
    @Order(4)
    void what_was_taken_from_a_route_and_led_elsewhere_since_keeps_the_change_from_being_taken_back() {
        var first = named("第3线");
        var second = named("第4线");
        var handed = first.details().stops().getLast();
        jiaxing.clock.forward(Duration.ofDays(1));
        var shorter = first.details().stops().subList(0, 5);
        routes.change(first.id(), with(first, shorter), now(), "移出", Actor.SYSTEM);
        var longer = Stream.concat(second.details().stops().stream(), Stream.of(handed))
                .toList();
        routes.change(second.id(), with(second, longer), now(), "移入", Actor.SYSTEM);
        assertThatThrownBy(() -> routes.takeBack(first.id(), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("routes.wrong.elsewhere"));
        jiaxing.clock.forward(Duration.ofDays(1));
        routes.takeBack(second.id(), Actor.SYSTEM);
        routes.takeBack(first.id(), Actor.SYSTEM);
        assertThat(named("第3线").details().stops()).hasSize(6);
    }

    @Test
    @Order(5)
    void a_retired_route_leads_nobody_and_is_still_found_on_the_days_before() {
        var route = open("sights", "短命线", jiaxing.area("330402"), villages(areas.find(jiaxing.area("330482")), 2));
        var code = book.find(route, now()).orElseThrow().code();
        var before = now();
        jiaxing.clock.forward(Duration.ofDays(1));
        routes.retire(route, now(), Actor.SYSTEM);
        assertThat(book.find(route, now())).isEmpty();
        assertThat(book.behind(code, now())).isEmpty();
        assertThat(book.behind(code.toLowerCase(Locale.ROOT), before)).isPresent();
    }

    @Test
    @Order(6)
    void of_eight_sights_three_are_there_and_five_to_come_as_the_register_of_places_says() {
        var village = villages(areas.find(jiaxing.area("330402")), 1).getFirst();
        var places = jiaxing.the(Places.class);
        var stops = new ArrayList<RouteStop>();
        for (int i = 0; i < 8; i++) {
            var drawn = at(place("景点" + i, "village-facility", village), 120.70 + i * 0.01, 30.70);
            var status = i < 3 ? PlaceStatus.OPEN : PlaceStatus.PLANNED;
            var sight = places.open(of(drawn, "community", status), now(), Actor.SYSTEM);
            stops.add(new RouteStop(sight.ref(), "", null, i < 3 ? null : 2027, 20));
        }
        var id = routes.open(details("sights", "联点成片线", village, stops), now(), "试", Actor.SYSTEM);
        var found = halts.of(book.find(id, now()).orElseThrow(), now());
        assertThat(Halt.planned(found)).isEqualTo(5);
        assertThat(Halt.minutes(found)).isEqualTo(160);
        assertThat((double) Halt.meters(found)).as("seven times 0.01 degrees").isCloseTo(6_692, within(15.0));

        jiaxing.clock.forward(Duration.ofDays(1));
        var coming = found.getLast().place();
        assertThat(coming).isNotNull();
        places.change(coming.id(), of(coming.details(), "community", PlaceStatus.OPEN), now(), Actor.SYSTEM);
        assertThat(Halt.planned(halts.of(book.find(id, now()).orElseThrow(), now())))
                .as("nobody told the route")
                .isEqualTo(4);
        places.close(found.getFirst().place().id(), now(), Actor.SYSTEM);
        jiaxing.clock.forward(Duration.ofSeconds(1));
        var today = halts.of(book.find(id, now()).orElseThrow(), now());
        assertThat(today.getFirst().gone()).isTrue();
        assertThat(today.getFirst().name()).as("as it was called").isEqualTo("景点0");
        assertThatThrownBy(
                        () -> routes.change(id, details("sights", "联点成片线", village, stops), now(), "试", Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("routes.wrong.gone"));
    }

    @Test
    @Order(7)
    void enterprises_are_stops_of_routes_of_small_enterprises_and_stand_where_their_village_lies() {
        var home = jiaxing.unit("330402007024");
        var works = enterprise("明珠丝厂", "330402007024-enterprise", home);
        var mill = enterprise("新禾碾米厂", "330402007024-enterprise-2", home);
        var area = jiaxing.area("330402");
        var stops = List.of(
                new RouteStop(works.ref(), "看缫丝", State.EXISTING, 2020, null),
                new RouteStop(mill.ref(), "看碾米", State.PLANNED, 2027, null));
        var id = routes.open(details("small-enterprises", "厂线", area, stops), now(), "试", Actor.SYSTEM);
        var found = halts.of(book.find(id, now()).orElseThrow(), now());
        assertThat(found).extracting(Halt::name).containsExactly("明珠丝厂", "新禾碾米厂");
        assertThat(found.getFirst().path().getLast().code()).isEqualTo("330402007024");
        var village = RouteStop.at(jiaxing.area("330402007024"), "");
        var mixed = List.of(stops.getFirst(), village);
        assertThatThrownBy(() -> routes.open(details("small-enterprises", "混线", area, mixed), now(), "试", Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("routes.wrong.stop"));
        assertThat(jiaxing.the(OnRoutes.class).first(new Integer[] {home.number(), mill.number()}))
                .as("a list that brought it in cannot be taken back")
                .contains(mill);
    }

    @Test
    @Order(8)
    void whoever_does_not_organize_the_ground_opens_nothing_and_a_wrong_word_is_refused_with_its_sentence() {
        var area = jiaxing.area("330402");
        var free = villages(areas.find(area), 12).subList(10, 12).stream()
                .map(it -> RouteStop.at(it, ""))
                .toList();
        var good = details(COUNTRYSIDE, "新线", area, free);
        assertThatThrownBy(() -> routes.open(good, now(), "试", Actor.reporter(area.ref())))
                .isInstanceOf(Forbidden.class);
        refused("routes.wrong.reason", good, " ");
        refused("routes.wrong.name", details(COUNTRYSIDE, " ", area, free), "试");
        refused("routes.wrong.kind", details("railway", "新线", area, free), "试");
        refused("routes.wrong.stops", details(COUNTRYSIDE, "新线", area, free.subList(0, 1)), "试");
        refused(
                "routes.wrong.stop",
                details(COUNTRYSIDE, "新线", area, List.of(RouteStop.at(area, ""), free.getFirst())),
                "试");
        var nobody = new RouteStop(new Ref("area", "999999"), "", State.EXISTING, null, null);
        refused("routes.wrong.gone", details(COUNTRYSIDE, "新线", area, List.of(free.getFirst(), nobody)), "试");
        var old = new RouteStop(free.getFirst().what(), "", State.EXISTING, 1492, null);
        refused("routes.wrong.year", details(COUNTRYSIDE, "新线", area, List.of(old, free.getLast())), "试");
    }

    @Test
    @Order(9)
    void a_town_by_a_river_has_kinds_and_colors_of_its_own() {
        var rules = Playbook.open("src/test/resources/playbooks/linjiang").bind("place.yaml", RouteRules.class);
        assertThat(rules.kinds()).extracting(RouteRules.Kind::key).containsExactly("ferry-walk", "boat-tour");
        assertThat(rules.colors()).extracting(it -> it.name().zh()).containsExactly("绿线（实线）", "灰线（圆点线）");
        var walk = rules.kind("ferry-walk").orElseThrow();
        assertThat(walk.stops().allow(AreaId.KIND, "community")).isTrue();
        assertThat(walk.stops().allow(PlaceId.KIND, "tea-house")).isTrue();
        assertThat(walk.stops().allow(UnitId.KIND, "boatyard")).isFalse();
    }

    private void refused(String key, RouteDetails details, String reason) {
        assertThatThrownBy(() -> routes.open(details, now(), reason, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo(key));
    }

    private RouteId open(String kind, String name, AreaId area, List<AreaId> villages) {
        var stops = villages.stream().map(it -> RouteStop.at(it, "")).toList();
        return routes.open(details(kind, name, area, stops), now(), "试", Actor.SYSTEM);
    }

    private static RouteDetails details(String kind, String name, AreaId area, List<RouteStop> stops) {
        return new RouteDetails(name, kind, "red", area, "", stops, false);
    }

    private static RouteDetails with(Route it, List<RouteStop> stops) {
        return details(it.kind(), it.name(), it.details().area(), stops);
    }

    private Route named(String name) {
        return book.at(now()).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<AreaId> villages(Area county, int many) {
        return areas.children(county.id()).stream()
                .flatMap(it -> areas.children(it.id()).stream())
                .filter(it -> it.name().endsWith("村"))
                .limit(many)
                .map(Area::id)
                .toList();
    }

    private UnitId enterprise(String name, String code, UnitId home) {
        var unit = new Units.NewUnit(name, "enterprise", "community", code, home, null);
        return jiaxing.the(Units.class).create(unit, now(), "登记", Actor.SYSTEM);
    }

    private static Instant now() {
        return jiaxing.clock.instant();
    }
}
