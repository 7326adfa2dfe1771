package lianxin.places;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import lianxin.organization.Actor;
import lianxin.territory.Jiaxing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlacesPagesTests extends OrganizerPages {

    @Autowired
    PlaceGoals goals;

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
    void a_stranger_finds_the_nearest_toilet_from_a_door_or_a_building_without_an_account() {
        var place = elephant();
        var north = places.open(
                PlaceDrafts.at(PlaceDrafts.place("北岸驿站", "station", id("330402007"), "toilet"), 120.7553, 30.7506),
                clock.instant(),
                Actor.SYSTEM);
        var door = "/r/p/" + place.code();
        assertThat(opened(door)).contains(door + "/near");
        assertThat(opened(door + "/near?amenity=toilet"))
                .contains(
                        "北岸驿站",
                        "500 米",
                        "/r/p/"
                                + PlaceBook.find(book.versions(), north, clock.instant())
                                        .orElseThrow()
                                        .code())
                .doesNotContain("小红象驿站</a>", "style=", "<script", "??");
        var home = "/r/" + areas.posterCode(place.area()).orElseThrow();
        assertThat(opened(home)).contains(home + "/near");
        assertThat(opened(home + "/near?amenity=shower")).contains("小红象驿站").doesNotContain("北岸驿站");
        assertThat(opened(home + "/near?amenity=umbrellas")).contains("没有找到");
        assertThat(opened(home + "/near?amenity=toilet&open=true&lang=en")).contains("Home for truck drivers");
        var community = "/r/" + areas.posterCode(id("330402007024")).orElseThrow();
        assertThat(opened(community + "/report")).contains("百福弄社区").doesNotContain("百福弄社区 百福弄社区");
        assertThat(browser.get().uri("/r/ZZZZZZZZ/near").exchange()).hasStatus(404);
        places.close(north, clock.instant(), Actor.SYSTEM);
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

    private Place elephant() {
        return book.at(clock.instant()).stream()
                .filter(it -> it.name().equals("小红象驿站"))
                .findFirst()
                .orElseThrow();
    }

    /** Row 4.11. */
    @Test
    void an_organizer_plans_an_upgrade_and_the_county_sees_how_it_stands() {
        var place = book.at(clock.instant()).stream()
                .filter(it -> it.name().equals("小红象驿站"))
                .findFirst()
                .orElseThrow();
        var base = "/places/" + place.id();
        assertThat(page(base)).contains("提档升级", "未定级", "立一个升级项目");
        var due = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(30);
        post(base + "/upgrades", "aim", "standard", "work", "加装淋浴间", "due", due.toString());
        assertThat(page(base)).contains("未定级 → 标准型", "加装淋浴间", "进行中", "登记完成").doesNotContain("立一个升级项目");
        var list = page("/places/upgrades?area=" + id("330402"));
        assertThat(list).contains("小红象驿站", "加装淋浴间", "东栅街道");
        assertThat(page("/places/upgrades?area=" + id("330402") + "&state=late"))
                .contains("这里没有升级项目");
        assertThat(page("/places/upgrades?lang=en")).contains("Upgrades", "not graded → standard");
        var number = page(base).replaceAll("(?s).*?/upgrades/(\\d+)/done.*", "$1");
        post(base + "/upgrades/" + number + "/done");
        assertThat(page(base)).contains("<b>标准型</b>", "按期完成", "示范型");
    }

    @Test
    void a_closure_stands_on_the_door_and_in_the_list_and_is_lifted_with_one_step() {
        var place = elephant();
        var today = LocalDate.now(clock);
        var shut = post(
                "/places/" + place.id() + "/closures",
                "closedFrom",
                today.toString(),
                "closedUntil",
                today.plusDays(2).toString(),
                "reason",
                "维修闭馆");
        assertThat(shut.getRedirectedUrl()).isEqualTo("/places/" + place.id());
        assertThat(opened("/r/p/" + place.code())).contains("维修闭馆").doesNotContain("正在开放");
        assertThat(page("/places?type=driver-home")).contains("闭馆至");
        assertThat(page("/places?type=driver-home&lang=en")).contains("Shut until");
        var lift = page("/places/" + place.id()).replaceAll("(?s).*action=\"([^\"]+/lift)\".*", "$1");
        assertThat(post(lift).getRedirectedUrl()).isEqualTo("/places/" + place.id());
        assertThat(opened("/r/p/" + place.code())).doesNotContain("维修闭馆");
    }

    @Test
    void a_school_online_shows_its_address_as_words_and_is_counted_apart() {
        var opened = post(
                "/places",
                "name",
                "云上学堂",
                "type",
                "learning-school",
                "level",
                "community",
                "status",
                "open",
                "area",
                "330402007024",
                "mode",
                "online",
                "web",
                "https://school.example/first");
        var page = page(opened.getRedirectedUrl());
        assertThat(page)
                .contains("<code>https://school.example/first</code>", "线上")
                .doesNotContain("href=\"https://");
        var code = page.replaceAll("(?s).*/r/p/([0-9A-Z]{8}).*", "$1");
        assertThat(opened("/r/p/" + code))
                .contains("<code>https://school.example/first</code>")
                .doesNotContain("我来过", "href=\"https://");
        assertThat(page("/places/atlas")).contains("线上和线下", "mode=online");
        assertThat(page("/places?mode=online")).contains("云上学堂").doesNotContain("小红象驿站");
    }
}
