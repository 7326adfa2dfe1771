package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import lianxin.Lianxin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The counter of 百福弄: an old man says what is wrong, and goes home with a slip of paper. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TakeDownPagesTests {

    private Lane lane;
    private Visitor counter;

    @BeforeEach
    void the_counter_opens(@Autowired ApplicationContext town) {
        lane = Lane.in(town);
        counter = lane.officer("desk-officer", Lane.COMMUNITY);
    }

    private static String form(HttpResponse<String> page) {
        return Visitor.found(page, "<form class=\"panel pad stack intake\"[^>]* action=\"([^\"]+)\"");
    }

    private static Map<String, String> typed(HttpResponse<String> page, String words) {
        var fields = new HashMap<String, String>();
        fields.put("_csrf", Visitor.found(page, "name=\"_csrf\" value=\"([^\"]+)\""));
        fields.put("at", Visitor.found(page, "name=\"at\" value=\"([0-9,]+)\""));
        fields.put("words", words);
        fields.put("channel", "window");
        fields.put("asker", "self");
        fields.put("concerned", "resident");
        fields.put("visible", "none");
        return fields;
    }

    private HttpResponse<String> place() {
        var found = counter.open(
                "/cases/new?q=" + java.net.URLEncoder.encode("百福弄社区2幢", java.nio.charset.StandardCharsets.UTF_8));
        return counter.open(Visitor.found(found, "href=\"(/cases/new[?]at=[0-9]+)\""));
    }

    @Test
    void words_that_lead_nowhere_are_filed_nowhere_and_candidates_wait_for_a_person() {
        assertThat(counter.open("/cases/new?q=%E7%81%AB%E6%98%9F").body())
                .contains("没有查到这个地方", "按本单位辖区登记")
                .doesNotContain("是哪一个地方");
        assertThat(counter.open("/cases/new?q=%E7%99%BE%E7%A6%8F%E5%BC%84").body())
                .contains("是哪一个地方", "由您确认后才会登记", "受理单位：百福弄社区居民委员会");
    }

    @Test
    void the_old_man_gets_a_slip_with_number_desk_day_link_and_a_part_to_tear_off() {
        var page = place();
        var slip = counter.submit(form(page), typed(page, "楼道灯坏了，老人晚上看不见"));
        assertThat(slip.statusCode()).as(slip.body()).isEqualTo(200);
        assertThat(slip.body())
                .contains("诉求回执", "楼道灯坏了", "百福弄社区居民委员会", "最晚答复", "查询码", "<svg class=\"qr\"", "沿虚线撕下")
                .doesNotContain("今天");
        var id = slip.uri().getPath().split("/")[2];
        assertThat(counter.open("/cases/" + id).body()).contains("谁在反映", "本人代录", "窗口", "打印纸质回执");
        var again = counter.submit(form(page), typed(page, "楼道灯坏了，老人晚上看不见"));
        assertThat(again.uri()).isEqualTo(slip.uri());
        var colleague = lane.officer("desk-officer", Lane.COMMUNITY);
        assertThat(colleague.open("/cases/" + id + "/slip").statusCode()).isEqualTo(403);
        assertThat(counter.open("/cases/" + id + "/slip?lang=en").body()).contains("Receipt", "Tear off here");
        counter.open("/cases?lang=zh-CN");
    }

    @Test
    void numbers_and_persons_in_the_words_are_warned_of_once_and_what_was_typed_stays() {
        var page = place();
        var warned = counter.submit(form(page), typed(page, "三楼这个人叫王五，信教，电话13800138000"));
        assertThat(warned.statusCode()).isEqualTo(422);
        assertThat(warned.body()).contains("好像有电话号码", "似乎在说某个人", "我已看过上面的提醒", "三楼这个人叫王五");
        var seen = typed(warned, "三楼有人总往楼下泼水，电话13800138000");
        seen.put("seen", "true");
        assertThat(counter.submit(form(warned), seen).statusCode()).isEqualTo(200);
        var child = counter.submit(form(page), typed(page, "我女儿叫小美，三年级几班不好说，校门口的路灯不亮"));
        assertThat(child.body()).contains("似乎提到了某个孩子");
    }

    @Test
    void what_is_missing_is_said_in_a_sentence() {
        var page = place();
        var fields = typed(page, "楼道灯坏了");
        fields.put("telephone", "13800138000");
        assertThat(counter.submit(form(page), fields).body()).contains("请同时选当事人同意谁看到", "楼道灯坏了");
        fields.put("telephone", "");
        fields.put("concerned", "enterprise");
        fields.put("enterprise", Lane.STREET);
        assertThat(counter.submit(form(page), fields).body())
                .as("an office is no enterprise")
                .contains("没有这个代码的企业");
    }
}
