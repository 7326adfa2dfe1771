package lianxin.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.Lianxin;
import lianxin.facts.Journal;
import lianxin.facts.JournalMonths;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.platform.CityClock;
import lianxin.platform.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** 阿庆 of the lamp office at the page of a case: what is refused comes back with every word that was typed. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CaseStepsTests {

    private static final byte[] HEIC = "....ftypheic........".getBytes(UTF_8);
    private static final String TOO_LONG = "灯".repeat(CaseThread.LONGEST_TEXT + 1);

    private Lane lane;
    private Visitor handler;
    private CaseId lamp;

    @BeforeEach
    void a_lamp_was_given_to_the_lamp_office(@Autowired ApplicationContext town) {
        lane = Lane.in(town);
        handler = lane.officer("handler", Lane.LAMPS);
        lamp = lane.reported("路灯不亮", Lane.COMMUNITY);
        lane.the(Cases.class).dispatch(lamp, "streetlight", Actor.SYSTEM);
    }

    @Test
    void a_photo_that_cannot_be_read_costs_nobody_the_text() {
        var text = "师傅上午去看过，<灯头>坏了";
        var refused = handler.upload(action(page(), "progress"), Map.of("text", text), "after", "lamp.heic", HEIC);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("暂不支持 HEIC 格式", "照片没有保存，请重新选好再发", ">师傅上午去看过，&lt;灯头&gt;坏了</textarea>")
                .contains("autofocus");
        assertThat(lane.count("picture")).isZero();
        assertThat(told()).doesNotContain("case.progressed", "case.picture-added");

        var done = handler.upload(action(refused, "progress"), Map.of("text", text), "after", "lamp.jpg", Lane.photo());
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("进展已发给居民", "师傅上午去看过");
        assertThat(told()).contains("case.picture-added", "case.progressed");
    }

    @Test
    void a_sentence_too_long_for_the_public_stops_the_finish_whole_and_both_texts_stay() {
        var pictures = lane.count("picture");
        var released = "灯".repeat(CaseThread.LONGEST_RELEASED + 1);
        var refused = handler.upload(
                action(page(), "result"),
                Map.of("text", "换了灯头", "released", released),
                "after",
                "lamp.jpg",
                Lane.photo());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("公开的话最多 100 个字", "照片没有保存", ">换了灯头</textarea>", "value=\"" + released + "\"");
        assertThat(lane.count("picture")).isEqualTo(pictures);
        assertThat(told()).doesNotContain("case.finished", "case.picture-added");
    }

    @Test
    void a_reason_too_long_for_a_return_stays_in_its_form_with_the_item_it_cites() {
        var refused = send(handler, page(), "return", Map.of("dutyItem", "water", "reason", TOO_LONG));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("最多写 2,000 个字", TOO_LONG + "</textarea>", "<details open>")
                .containsPattern("value=\"water\" selected");
        assertThat(told()).doesNotContain("case.return-asked");
    }

    @Test
    void the_supervisor_of_a_late_case_keeps_what_was_written() {
        var late = lateCase();
        var leader = lane.officer("leader", Lane.COUNTY);
        var refused = send(leader, leader.open("/cases/" + late), "supervision", Map.of("text", TOO_LONG));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("最多写 2,000 个字", TOO_LONG + "</textarea>");
        var done = send(leader, refused, "supervision", Map.of("text", "今天下班前到场"));
        assertThat(done.body()).contains("督办答复已记录");
    }

    @Test
    void whoever_comes_second_sees_how_the_case_stands_now_and_the_words_that_were_not_sent() {
        var stale = page();
        lane.the(Cases.class).finish(lamp, "换好了", null, Actor.SYSTEM);
        var refused =
                handler.upload(action(stale, "progress"), Map.of("text", "还在等配件"), "after", "none.jpg", new byte[0]);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("这件现在是“待居民评价”", "您写的内容（没有发出，可以复制）", "readonly>还在等配件</textarea>")
                .doesNotContain("照片没有保存");
    }

    @Test
    void a_step_without_words_that_was_taken_already_is_answered_on_the_page_as_well() {
        var stale = page();
        assertThat(send(handler, stale, "signature", Map.of()).body()).contains("已签收");
        var again = send(handler, stale, "signature", Map.of());
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("这件已经签收了", "告诉居民进展");
    }

    @Test
    void the_address_of_a_step_opened_by_itself_leads_to_the_case() {
        for (var step : new String[] {"progress", "result", "return", "supervision", "contact"})
            assertThat(handler.open("/cases/" + lamp + "/" + step + "?lang=zh")
                            .uri()
                            .getPath())
                    .isEqualTo("/cases/" + lamp);
    }

    @Test
    void the_dispatching_desk_has_nothing_to_do_until_somebody_asks_for_a_return() {
        var desk = lane.officer("dispatcher", Lane.COUNTY);
        assertThat(desk.open("/cases/" + lamp).body()).contains("现在没有需要您做的事").doesNotContain("/decision");
        var words = Map.of("dutyItem", "water", "reason", "是自来水公司的灯");
        assertThat(send(handler, page(), "return", words).body()).contains("已申请退单");
        assertThat(desk.open("/cases/" + lamp).body())
                .contains("/decision", "是自来水公司的灯")
                .doesNotContain("现在没有需要您做的事");
    }

    @Test
    void more_time_is_asked_on_the_page_and_granted_by_the_desk() {
        assertThat(page().body()).as("who has not signed asks for none").doesNotContain("/postponement");
        send(handler, page(), "signature", Map.of());
        var day = LocalDate.ofInstant(lane.the(Clock.class).instant(), MovableClock.CITY);
        var wrong = Map.of("until", day.toString(), "reason", "灯杆要定制");
        var refused = send(handler, page(), "postponement", wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("新的时限要晚于现在的时限", ">灯杆要定制</textarea>");
        assertThat(Visitor.found(refused, "role=\"alert\"[\\s\\S]*?<span>([^<]*)"))
                .as("moments are said as people say them")
                .doesNotContain("T0", "Z。");
        var right = Map.of("until", day.plusDays(20).toString(), "reason", "灯杆要定制");
        assertThat(send(handler, page(), "postponement", right).body()).contains("已申请延期", "申请已提出");
        var desk = lane.officer("dispatcher", Lane.COUNTY);
        assertThat(desk.open("/cases?view=returns").body()).contains("申请延期");
        var decided = send(desk, desk.open("/cases/" + lamp), "decision", Map.of("grant", "true"));
        assertThat(decided.body()).contains("已同意", "同意延期").doesNotContain("/decision");
    }

    private CaseId lateCase() {
        var longAgo = lane.the(Clock.class).instant().minus(Duration.ofDays(20));
        lane.the(JournalMonths.class).reachBackTo(longAgo);
        var late = new CaseId[1];
        CityClock.at(new CityClock.Moving(longAgo), () -> {
            late[0] = lane.reported("路灯不亮", Lane.COMMUNITY);
            lane.the(Cases.class).dispatch(late[0], "streetlight", Actor.SYSTEM);
        });
        lane.the(CaseSweep.class).run();
        return late[0];
    }

    private HttpResponse<String> page() {
        return handler.open("/cases/" + lamp);
    }

    private static HttpResponse<String> send(
            Visitor officer, HttpResponse<String> page, String step, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", Visitor.found(page, "name=\"csrf\" content=\"([^\"]+)\""));
        return officer.submit(action(page, step), all);
    }

    private static String action(HttpResponse<String> page, String step) {
        return Visitor.found(page, "action=\"([^\"]*/" + step + "(?:\\?[^\"]*)?)\"")
                .replace("&amp;", "&");
    }

    private List<String> told() {
        return lane.the(Journal.class).about(lamp.ref()).stream()
                .map(Recorded::kind)
                .toList();
    }
}
