package lianxin.territory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lianxin.facts.Ref;
import lianxin.organization.Accounts;
import lianxin.organization.Actor;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class PlacesPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Units units;

    @Autowired
    OrganizationRules rules;

    @Autowired
    Divisions divisions;

    @Autowired
    Surveying surveying;

    @Autowired
    Borders borders;

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    Areas areas;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    @Autowired
    Places places;

    @Autowired
    PlaceGoals goals;

    @Autowired
    PlaceBook book;

    @Autowired
    Routes routes;

    @Autowired
    RouteBook routeBook;

    @Autowired
    Clock clock;

    @BeforeEach
    void settle() {
        if (book.at(clock.instant()).stream().anyMatch(it -> it.name().equals("小红象驿站"))) return;
        if (areas.byCode("3304").isEmpty()) {
            var list = Jiaxing.resource("/divisions/jiaxing.csv");
            units.importUnits(rules.unitsOf(divisions.ofTown(list)), Jiaxing.LONG_AGO, "divisions", Actor.SYSTEM);
            var charge = units.byCode("3304").orElseThrow().id();
            surveying.importAreas(Jiaxing.divisions(), Jiaxing.LONG_AGO, charge, Actor.SYSTEM);
            borders.importBorders(Jiaxing.coverage(), Jiaxing.LONG_AGO, charge, Actor.SYSTEM);
            responsibilities.assignUnitsOfAreas(Jiaxing.LONG_AGO, Actor.SYSTEM);
        }
        var person = posts.register(List.of("周远"), true, Actor.SYSTEM).getFirst();
        accounts.open(person, "zhou-places", "long enough 1", Actor.SYSTEM);
        var county = units.byCode("330402").orElseThrow().id();
        posts.fill(new Posts.Seat(person, county, "organizer", Jiaxing.LONG_AGO, null), "term", Actor.SYSTEM);
        var spot = new Spot(120.7553, 30.7461, false);
        places.open(
                new PlaceDetails(
                        "小红象驿站",
                        "driver-home",
                        "township",
                        PlaceStatus.OPEN,
                        id("330402007"),
                        "物流园东门",
                        spot,
                        OpeningHours.ALWAYS,
                        List.of("toilet", "shower"),
                        List.of("certificates"),
                        List.of("rest"),
                        false),
                Jiaxing.LONG_AGO,
                Actor.SYSTEM);
    }

    @Test
    void the_list_shows_the_place_on_the_map_and_in_the_table_and_filters_stand_in_the_address() {
        var page = page("/places");
        assertThat(page)
                .contains("小红象驿站", "货车司机红色之家", "正在开放", "淋浴", "class=\"dot\"", "/places?area=" + id("330402"))
                .doesNotContain("style=", "onclick=", "??");
        assertThat(page("/places?type=driver-home&amenity=shower&open=true")).contains("小红象驿站");
        assertThat(page("/places?amenity=umbrellas")).contains("没有符合条件的阵地");
        assertThat(page("/places?area=" + id("330424"))).contains("这里还没有登记阵地");
        assertThat(page("/places?near=120.7560,30.7461&amenity=toilet")).contains(" 米");
        assertThat(page("/places?lang=en")).contains("Home for truck drivers", "Open now");
    }

    @Test
    void an_organizer_opens_a_place_and_is_told_in_one_sentence_what_was_not_understood() {
        var refused = post(
                "/places",
                "name",
                "新驿站",
                "type",
                "station",
                "level",
                "community",
                "status",
                "open",
                "area",
                "330402007024",
                "hours",
                "随时");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("看不懂开放时间“随时”", "value=\"新驿站\"");
        var opened = post(
                "/places",
                "name",
                "新驿站",
                "type",
                "station",
                "level",
                "community",
                "status",
                "open",
                "area",
                "330402007024",
                "hours",
                "周一至周五 8:30-17:00",
                "amenities",
                "wifi");
        assertThat(opened.getRedirectedUrl()).startsWith("/places/");
        var url = opened.getRedirectedUrl();
        assertThat(page(url)).contains("新驿站", "周一至周五 08:30–17:00", "无线网络", url + "/poster");
        assertThat(page(url + "/change")).contains("Mo-Fr 08:30-17:00");
        assertThat(post(
                                url,
                                "name",
                                "新驿站",
                                "type",
                                "station",
                                "level",
                                "community",
                                "status",
                                "suspended",
                                "area",
                                "330402007024",
                                "hours",
                                "24h")
                        .getRedirectedUrl())
                .isEqualTo(url);
        assertThat(page(url)).contains("暂停开放");
        assertThat(post(url + "/close").getRedirectedUrl()).isEqualTo("/places");
        assertThat(browser.get().uri(url).with(user("zhou-places")).exchange()).hasStatus(404);
        assertThat(post(
                                "/places",
                                "name",
                                "别县驿站",
                                "type",
                                "station",
                                "level",
                                "community",
                                "status",
                                "open",
                                "area",
                                "330424",
                                "hours",
                                "")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void behind_the_code_a_stranger_reads_what_it_is_counts_a_visit_and_reports() {
        var place = elephant();
        var door = "/r/p/" + place.code();
        var page = opened(door);
        assertThat(page)
                .contains("小红象驿站", "24 小时开放", "卫生间", "便民代办", "歇息站")
                .contains("/r/" + areas.posterCode(place.area()).orElseThrow() + "/report?at=")
                .doesNotContain("style=", "<script", "??");
        assertThat(page.getBytes(UTF_8).length).isLessThan(60_000);
        var counted = browser.post().uri(door + "/here").exchange().getResponse();
        assertThat(counted.getStatus()).isEqualTo(303);
        assertThat(counted.getRedirectedUrl()).isEqualTo(door + "?here=done");
        assertThat(counted.getCookies()).isEmpty();
        assertThat(opened(door + "?here=done")).contains("已记一次").doesNotContain("人次");
        for (int visit = 2; visit <= 10; visit++)
            browser.post().uri(door + "/here").exchange();
        assertThat(opened(door)).contains("今天已有 10 人次");
        var report = "/r/" + areas.posterCode(place.area()).orElseThrow() + "/report";
        assertThat(opened(report + "?at=小红象驿站")).contains("value=\"小红象驿站\"");
        assertThat(browser.get().uri("/r/p/ZZZZZZZZ").exchange()).hasStatus(404);
    }

    @Test
    void the_poster_carries_the_code_of_the_place() {
        var place = elephant();
        assertThat(page("/places/" + place.id().number() + "/poster"))
                .contains("/r/p/" + place.code(), "小红象驿站", "不登记姓名", "110 / 119 / 120")
                .doesNotContain("style=", "<img");
    }

    @Test
    void the_atlas_shows_gaps_and_a_goal_that_was_missed() {
        var county = id("330402");
        goals.set(county, "warm-station", 20, LocalDate.of(2021, 6, 30), Jiaxing.LONG_AGO, Actor.SYSTEM);
        assertThat(page("/places/atlas")).contains("南湖区", "阵地图谱", "0/1");
        assertThat(page("/places/atlas?area=" + county + "&type=service-center"))
                .contains("逾期未完成", "计划 2021年6月30日前建成 20 处", "百福弄社区", "完成 0%")
                .doesNotContain("??");
    }

    @Test
    void routes_show_how_many_stops_they_have_and_that_each_counts_once_in_a_table_beside_the_map() {
        var route = routeOver("启航线", "330402105205", "330402105206", "330402105207");
        assertThat(page("/routes"))
                .contains("启航线", "应为 7 条、43 站", "每站只算一次", "红线（实线）", "stroke-dasharray=\"none\"")
                .containsPattern("\\d 条线路，\\d+ 站")
                .doesNotContain("style=", "onclick=", "??");
        var page = page("/routes/" + route);
        assertThat(page)
                .contains("id=\"stop-3\"", "站点都没有坐标，画不出线", "3 站没有坐标，未计入长度", "变更记录")
                .doesNotContain("style=", "??");
        var points = page("/routes/" + routeOverCenters());
        assertThat(points)
                .contains("第 1 站：红船中心", "href=\"#stop-1\"", "id=\"stop-2\"", "直线长度 1.1 公里", "不是实际道路")
                .contains("stroke-dasharray=\"34 20\"", "即将建成（2027 年）", "停留 30 分钟")
                .doesNotContain("style=", "??");
        assertThat(page("/routes?lang=en")).contains("each stop counts once", "Red line (solid)");
        assertThat(page("/routes?on=2019-05-01")).contains("这一类还没有线路");
        assertThat(browser.get().uri("/routes/xlsx").with(user("zhou-places")).exchange())
                .hasStatusOk();
        assertThat(browser.get()
                        .uri("/routes/" + route + "/xlsx")
                        .with(user("zhou-places"))
                        .exchange())
                .hasStatusOk();
    }

    @Test
    void stops_are_put_in_order_by_buttons_that_save_nothing_and_one_button_saves() {
        var route = routeOver("改线", "330402105209", "330402105211");
        var url = "/routes/" + route;
        var first = id("330402105209").number();
        var second = id("330402105211").number();
        var form = page(url + "/change");
        assertThat(form).contains("value=\"down-0\"", "area-" + first).doesNotContain("<script>");
        var moved = text(post(url, edit("up-1", first, second)));
        assertThat(moved.indexOf("area-" + second)).isLessThan(moved.indexOf("area-" + first));
        assertThat(moved).contains("autofocus");
        assertThat(book(route)).as("nothing is saved").startsWith("area/" + first);
        var found = text(post(url, edit("look", first, second, "search", "百福弄")));
        assertThat(found).contains("value=\"add-area-" + id("330402007024").number());
        var added = text(post(url, edit("add-area-" + id("330402007024").number(), first, second)));
        assertThat(added).contains("<b class=\"num\">3</b>");
        var refused = post(url, edit("save", second, first));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("请写明为什么", "改线");
        assertThat(post(url, edit("save", second, first, "reason", "先看东边")).getRedirectedUrl())
                .isEqualTo(url);
        assertThat(book(route)).startsWith("area/" + second);
        assertThat(page(url)).contains("先看东边", "撤回最近一次变更");
        assertThat(post(url + "/back").getRedirectedUrl()).isEqualTo(url);
        assertThat(book(route)).startsWith("area/" + first);
        assertThat(post(url + "/retire").getRedirectedUrl()).isEqualTo("/routes?kind=countryside");
        assertThat(browser.get().uri(url).with(user("zhou-places")).exchange()).hasStatus(404);
    }

    @Test
    void behind_the_code_of_the_guide_a_stranger_reads_the_route_and_each_of_its_stops() {
        var route = routeOver("访客线", "330402105215", "330402105218");
        var code = routes().filter(it -> it.id().equals(route))
                .findFirst()
                .orElseThrow()
                .code();
        assertThat(page("/routes/" + route + "/guide"))
                .contains("/r/route/" + code, "访客线", "红线（实线）", "公里", "110 / 119 / 120")
                .doesNotContain("style=", "<img", "<script");
        var door = opened("/r/route/" + code);
        assertThat(door).contains("访客线", "/r/route/" + code + "/2").doesNotContain("style=", "<script", "??", "周远");
        assertThat(door.getBytes(UTF_8).length).isLessThan(60_000);
        assertThat(opened("/r/route/" + code + "/1")).contains("第 1 站，共 2 站", "下一站");
        assertThat(browser.get().uri("/r/route/" + code + "/7").exchange()).hasStatus(404);
        assertThat(browser.get().uri("/r/route/ZZZZZZZZ").exchange()).hasStatus(404);
    }

    private RouteId routeOver(String name, String... villages) {
        var there = routes().filter(it -> it.name().equals(name)).findFirst();
        if (there.isPresent()) return there.get().id();
        var stops =
                Arrays.stream(villages).map(it -> RouteStop.at(id(it), "看一看")).toList();
        var details = new RouteDetails(name, "countryside", "red", id("330402"), "欢迎", stops, false);
        return routes.open(details, Jiaxing.LONG_AGO, "试", Actor.SYSTEM);
    }

    /** Two places one kilometer apart, one of which is planned. */
    private RouteId routeOverCenters() {
        var stops = List.of(
                new RouteStop(center("红船中心", PlaceStatus.OPEN, 30.7461), "", null, null, 30),
                new RouteStop(center("菱塘中心", PlaceStatus.PLANNED, 30.7561), "", null, 2027, null));
        var details = new RouteDetails("初心线", "aspiration", "yellow", id("330402"), "", stops, false);
        return routes.open(details, clock.instant(), "试", Actor.SYSTEM);
    }

    private Ref center(String name, PlaceStatus status, double lat) {
        var drawn = PlaceDrafts.at(PlaceDrafts.place(name, "service-center", id("330402007")), 120.7553, lat);
        return places.open(PlaceDrafts.of(drawn, "township", status), Jiaxing.LONG_AGO, Actor.SYSTEM)
                .ref();
    }

    private Stream<Route> routes() {
        return routeBook.at(clock.instant()).stream();
    }

    private String book(RouteId id) {
        var route = routes().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
        return route.details().stops().getFirst().what().toString();
    }

    private String[] edit(String step, int first, int second, String... more) {
        var fields = new ArrayList<>(List.of(
                "do", step, "kind", "countryside", "name", "改线", "color", "blue", "area", "330402", "words", ""));
        for (int number : new int[] {first, second})
            fields.addAll(List.of(
                    "what", "area-" + number, "sentence", "a, b", "state", "existing", "year", "2020", "minutes", ""));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private Place elephant() {
        return book.at(clock.instant()).stream()
                .filter(it -> it.name().equals("小红象驿站"))
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletResponse post(String url, String... fields) {
        var request = browser.post().uri(url).with(user("zhou-places")).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return request.exchange().getResponse();
    }

    private String opened(String url) {
        var answer = browser.get().uri(url).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer.getResponse());
    }

    private String page(String url) {
        var answer = browser.get().uri(url).with(user("zhou-places")).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer.getResponse());
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), UTF_8);
    }

    private AreaId id(String code) {
        return areas.byCode(code).orElseThrow().id();
    }
}
