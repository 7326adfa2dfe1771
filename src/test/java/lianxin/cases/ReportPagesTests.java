package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import lianxin.Lianxin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Mrs. Wang of building 2 scans the code at her door and says what is wrong. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReportPagesTests {

    private Lane lane;
    private Visitor wang;

    @BeforeEach
    void mrs_wang_stands_at_her_door(@Autowired ApplicationContext town) {
        lane = Lane.in(town);
        wang = lane.wang();
    }

    @Test
    void the_code_at_the_door_opens_the_page_of_the_building() {
        var page = wang.open(lane.door());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("百福弄社区 2幢", "南湖区", "建设街道", "我要反映问题", "查进度", "演示楼栋");
        assertThat(wang.open(lane.door() + "?lang=en").body()).contains("Report a problem", "lang=\"en\"");
        assertThat(wang.open(lane.door() + "?size=large").body()).contains("class=\"large\"");
        assertThat(wang.open(lane.door()).body()).as("remembered").contains("class=\"large\"", "Report a problem");
    }

    @Test
    void an_unknown_code_and_a_guessed_link_say_what_to_do() {
        assertThat(wang.open("/r/NOSUCH99").statusCode()).isEqualTo(404);
        assertThat(wang.open("/r/NOSUCH99").body()).contains("没有找到这栋楼", "12345");
        var guessed = wang.open("/r/t/" + UUID.randomUUID() + "/AbCdEfGhIjKlMnOpQrStUv");
        assertThat(guessed.statusCode()).isEqualTo(404);
        assertThat(guessed.body()).contains("这个网址打不开");
        assertThat(wang.open("/r/t/no-number/x").body()).contains("这个网址打不开");
    }

    @Test
    void words_are_enough_and_the_same_form_sent_twice_is_one_report() {
        var form = wang.open(lane.door() + "/report");
        var first = wang.submit(Visitor.action(form), Map.of("words", "楼道灯不亮", "detail", "2 单元"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.uri().getPath()).startsWith(lane.door() + "/receipt/");
        assertThat(first.body()).contains("收到了", "百福弄", "<svg");
        var before = lane.count("case_file");
        var again = wang.submit(Visitor.action(form), Map.of("words", "楼道灯不亮", "detail", "2 单元"));
        assertThat(again.uri()).isEqualTo(first.uri());
        assertThat(lane.count("case_file")).isEqualTo(before);
    }

    @Test
    void nobody_gets_the_receipt_of_another_by_naming_the_report() {
        var theirs = lane.report(wang, "楼道灯不亮").uri().getPath().split("/")[4];
        var mine = Visitor.action(wang.open(lane.door() + "/report"));
        var forged = mine.replaceFirst("/report/[^?]+", "/report/" + theirs);
        var page = wang.submit(forged, Map.of("words", "让我看看"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("让我看看").doesNotContain("收到了");
    }

    @Test
    void what_was_typed_is_never_lost() {
        var empty = wang.submit(
                Visitor.action(wang.open(lane.door() + "/report")), Map.of("words", "  \n ", "detail", "2 单元"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("请写一句话", "2 单元");
        var words = "灯".repeat(100_000);
        var longer = wang.submit(Visitor.action(empty), Map.of("words", words));
        assertThat(longer.statusCode()).isEqualTo(422);
        assertThat(longer.body()).contains(words, "100,000");
        var stranger = lane.wang().submit(Visitor.action(empty), Map.of("words", "楼道灯不亮"));
        assertThat(stranger.statusCode()).isEqualTo(422);
        assertThat(stranger.body()).contains("楼道灯不亮", "请再点一次");
        var then = lane.wang();
        assertThat(then.submit(Visitor.action(empty), Map.of("words", "灯")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void script_in_every_field_is_text() {
        var evil = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
        var receipt =
                wang.submit(Visitor.action(wang.open(lane.door() + "/report")), Map.of("words", evil, "detail", evil));
        var page = wang.open(Lane.tracking(receipt));
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script", "<img src=x");
        var more = wang.upload(Visitor.action(receipt), Map.of("telephone", evil, "visible", evil), new byte[0]);
        assertThat(more.body()).doesNotContain("<script>", "<img src=x");
    }

    @Test
    void an_id_number_in_the_words_is_warned_of_and_does_not_stop_the_report() {
        assertThat(lane.report(wang, "我是330402195001011232，灯不亮").body()).contains("好像有身份证号");
        assertThat(lane.report(wang, "灯不亮").body()).doesNotContain("好像有身份证号");
    }
}
