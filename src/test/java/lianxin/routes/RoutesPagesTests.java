package lianxin.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.places.OrganizerPages;
import lianxin.places.PlaceDrafts;
import lianxin.places.PlaceStatus;
import lianxin.territory.Jiaxing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RoutesPagesTests extends OrganizerPages {

    @Autowired
    Routes routes;

    @Autowired
    RouteBook routeBook;

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
        assertThat(first(route)).as("nothing is saved").startsWith("area/" + first);
        var found = text(post(url, edit("look", first, second, "search", "百福弄")));
        assertThat(found).contains("value=\"add-area-" + id("330402007024").number());
        var added = text(post(url, edit("add-area-" + id("330402007024").number(), first, second)));
        assertThat(added).contains("<b class=\"num\">3</b>");
        var refused = post(url, edit("save", second, first));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("请写明为什么", "改线");
        assertThat(post(url, edit("save", second, first, "reason", "先看东边")).getRedirectedUrl())
                .isEqualTo(url);
        assertThat(first(route)).startsWith("area/" + second);
        assertThat(page(url)).contains("先看东边", "撤回最近一次变更");
        assertThat(post(url + "/back").getRedirectedUrl()).isEqualTo(url);
        assertThat(first(route)).startsWith("area/" + first);
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

    private String first(RouteId id) {
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
}
