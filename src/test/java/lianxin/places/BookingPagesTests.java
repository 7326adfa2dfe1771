package lianxin.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import lianxin.organization.Actor;
import lianxin.territory.Jiaxing;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

class BookingPagesTests extends OrganizerPages {

    @Autowired
    Rooms rooms;

    private String door = "";
    private String desk = "";

    private void parlor(String name) {
        var details = new PlaceDetails(
                name,
                "estate-parlor",
                "community",
                PlaceStatus.OPEN,
                id("330402007024"),
                "",
                null,
                OpeningHours.ALWAYS,
                List.of(),
                List.of(),
                List.of(),
                false);
        var parlor = places.open(details, Jiaxing.LONG_AGO, Actor.SYSTEM);
        rooms.add(parlor, "议事厅", 20, List.of("council"), Actor.SYSTEM);
        door = "/r/p/" + book.find(parlor, clock.instant()).orElseThrow().code();
        desk = "/places/" + parlor + "/bookings";
    }

    private String day() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(2).toString();
    }

    /** Opens the form and sends it as a browser without scripts would. */
    private MockHttpServletResponse sent(Cookie cookie, String action, String people, String telephone) {
        return browser.post()
                .uri(action)
                .cookie(cookie)
                .param("what", "visit")
                .param("day", day())
                .param("time", "10:00")
                .param("hours", "1")
                .param("purpose", "reading")
                .param("people", people)
                .param("called", "运河读书会")
                .param("telephone", telephone)
                .exchange()
                .getResponse();
    }

    private static String action(String page) {
        var found = Pattern.compile("method=\"post\" action=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private String sheets(String url) throws IOException {
        var file = browser.get().uri(url).with(user("zhou-places")).exchange().getResponse();
        var all = new StringBuilder();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            for (var sheet : book.getSheets().toList())
                for (var row : sheet.read())
                    row.forEach(cell ->
                            all.append(cell == null ? "" : cell.getRawValue()).append('|'));
        }
        return all.toString();
    }

    @Test
    void a_group_asks_without_an_account_reads_the_answer_behind_its_link_and_withdraws() {
        parlor("云海客厅");
        assertThat(opened(door)).contains(door + "/ask", "预约参观或场地");
        var blank = browser.get().uri(door + "/ask").exchange().getResponse();
        var cookie = blank.getCookie("form");
        assertThat(text(blank)).contains("议事厅（20 座）", "文化阅读").doesNotContain("<script", "style=", "??");

        var wrong = sent(cookie, action(text(blank)), "很多", "12345");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong))
                .contains("请用数字写人数", "value=\"很多\"", "value=\"运河读书会\"", "value=\"12345\"", "value=\"" + day() + "\"");
        var asked = sent(cookie, action(text(wrong)), "12", "0573-12345678");
        assertThat(asked.getStatus()).isEqualTo(303);
        var link = asked.getRedirectedUrl();
        var waiting = browser.get().uri(link).cookie(cookie).exchange().getResponse();
        assertThat(text(waiting)).contains("等待确认", "运河读书会", "057****5678").doesNotContain("12345678", "??");
        assertThat(opened(door + "/ask")).contains("已经有人约的时间").doesNotContain("运河读书会");
        assertThat(browser.get().uri(link.substring(0, link.length() - 1)).exchange())
                .hasStatus(404);

        var again = browser.get().uri(door + "/ask").cookie(cookie).exchange().getResponse();
        var taken = sent(cookie, action(text(again)), "5", "");
        assertThat(text(taken)).contains("这段时间已经有人约了", "value=\"5\"");
        assertThat(opened(door + "/ask?lang=en")).contains("Ask for a visit or a room", "Already taken");

        var id = link.split("/")[3];
        assertThat(post(desk + "/" + id + "/confirm", "sentence", "请从东门进").getRedirectedUrl())
                .isEqualTo(desk);
        waiting = browser.get().uri(link).cookie(cookie).exchange().getResponse();
        assertThat(text(waiting)).contains("已确认", "请从东门进");
        var back = browser.post()
                .uri(action(text(waiting)))
                .cookie(cookie)
                .exchange()
                .getResponse();
        assertThat(back.getStatus()).isEqualTo(303);
        assertThat(opened(link)).contains("您已撤回").doesNotContain("运河读书会");
    }

    @Test
    void the_keeper_filters_by_day_reads_a_number_once_and_takes_away_a_table_without_names() throws IOException {
        parlor("云海客厅二");
        var blank = browser.get().uri(door + "/ask").exchange().getResponse();
        sent(blank.getCookie("form"), action(text(blank)), "12", "0573-12345678");
        var list = page(desk);
        assertThat(list).contains("运河读书会", "057****5678", "待确认").doesNotContain("057312345678", "??");
        assertThat(page(desk + "?day=" + day())).contains("运河读书会");
        assertThat(page(desk + "?day=2020-01-01")).contains("这里没有预约");
        assertThat(sheets(desk + "?tables=xlsx")).contains("参观", "待确认").doesNotContain("运河读书会", "057****5678");
        var read = Pattern.compile("/bookings/([0-9a-f-]{36})/telephone").matcher(list);
        assertThat(read.find()).isTrue();
        assertThat(text(post(desk + "/" + read.group(1) + "/telephone"))).contains("057312345678");
        assertThat(page(desk)).doesNotContain("057312345678");
        assertThat(post(desk + "/" + read.group(1) + "/decline", "sentence", " ")
                        .getStatus())
                .isEqualTo(422);
        assertThat(post(desk.replace("bookings", "rooms"), "name", "阅览室", "seats", "8")
                        .getRedirectedUrl())
                .isEqualTo(desk);
        assertThat(page(desk)).contains("阅览室");
    }
}
