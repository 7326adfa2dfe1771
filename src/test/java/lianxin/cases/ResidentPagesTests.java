package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import lianxin.Lianxin;
import lianxin.organization.Actor;
import lianxin.organization.AreaSeed;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Trees;
import lianxin.organization.Units;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Mrs. Wang of building 2 and her phone. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ResidentPagesTests {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Units units;

    @Autowired
    Trees trees;

    @Autowired
    OrganizationRules rules;

    @Autowired
    Surveying surveying;

    @Autowired
    Areas areas;

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    Cases cases;

    @Autowired
    DSLContext sql;

    private Visitor wang;
    private String door = "";

    @BeforeEach
    void mrs_wang_stands_at_her_door() {
        if (areas.byCode("330402001001-1-1-2").isEmpty()) settle();
        wang = new Visitor(port);
        door = "/r/"
                + areas.posterCode(
                                areas.byCode("330402001001-1-1-2").orElseThrow().id())
                        .orElseThrow();
    }

    private void settle() {
        var ground = List.of(
                row("city", "3304", "嘉兴市", null),
                row("county", "330402", "南湖区", "3304"),
                row("township", "330402001", "建设街道", "330402"),
                row("community", "330402001001", "百福弄社区", "330402001"),
                row("grid", "330402001001-1", "第1网格", "330402001001"),
                row("microgrid", "330402001001-1-1", "第1微网格", "330402001001-1"),
                row("building", "330402001001-1-1-1", "1幢", "330402001001-1-1"),
                row("building", "330402001001-1-1-2", "2幢", "330402001001-1-1"));
        var seeds = ground.stream()
                .filter(it -> !it.kind().equals("building"))
                .map(it -> new AreaSeed(it.kind(), it.code(), it.name(), it.parentCode()))
                .toList();
        units.importUnits(rules.unitsOf(seeds), LONG_AGO, "first list", Actor.SYSTEM);
        var city = trees.now().byCode("3304").orElseThrow().id();
        assertThat(surveying.importAreas(ground, LONG_AGO, city, Actor.SYSTEM).errors())
                .isEmpty();
        responsibilities.assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
    }

    private static AreaRow row(String level, String code, String name, @Nullable String parent) {
        return new AreaRow(0, level, code, name, parent, null, level.equals("building"));
    }

    @Test
    void the_code_at_the_door_opens_the_page_of_the_building() {
        var page = wang.open(door);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("百福弄社区 2幢", "南湖区", "建设街道", "我要反映问题", "查进度", "演示楼栋");
        assertThat(wang.open(door + "?lang=en").body()).contains("Report a problem", "lang=\"en\"");
        assertThat(wang.open(door + "?size=large").body()).contains("class=\"large\"");
        assertThat(wang.open(door).body()).as("remembered").contains("class=\"large\"", "Report a problem");
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
        var form = wang.open(door + "/report");
        var first = wang.submit(Visitor.action(form), Map.of("words", "楼道灯不亮", "detail", "2 单元"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.uri().getPath()).startsWith(door + "/receipt/");
        assertThat(first.body()).contains("收到了", "百福弄", "<svg");
        var before = count("case_file");
        var again = wang.submit(Visitor.action(form), Map.of("words", "楼道灯不亮", "detail", "2 单元"));
        assertThat(again.uri()).isEqualTo(first.uri());
        assertThat(count("case_file")).isEqualTo(before);
    }

    @Test
    void nobody_gets_the_receipt_of_another_by_naming_the_report() {
        var theirs = report("楼道灯不亮").uri().getPath().split("/")[4];
        var mine = Visitor.action(wang.open(door + "/report"));
        var forged = mine.replaceFirst("/report/[^?]+", "/report/" + theirs);
        var page = wang.submit(forged, Map.of("words", "让我看看"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("让我看看").doesNotContain("收到了");
    }

    @Test
    void what_was_typed_is_never_lost() {
        var empty =
                wang.submit(Visitor.action(wang.open(door + "/report")), Map.of("words", "  \n ", "detail", "2 单元"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("请写一句话", "2 单元");
        var words = "灯".repeat(100_000);
        var longer = wang.submit(Visitor.action(empty), Map.of("words", words));
        assertThat(longer.statusCode()).isEqualTo(422);
        assertThat(longer.body()).contains(words, "100,000");
        var stranger = new Visitor(port).submit(Visitor.action(empty), Map.of("words", "楼道灯不亮"));
        assertThat(stranger.statusCode()).isEqualTo(422);
        assertThat(stranger.body()).contains("楼道灯不亮", "请再点一次");
        var then = new Visitor(port);
        assertThat(then.submit(Visitor.action(empty), Map.of("words", "灯")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void script_in_every_field_is_text() {
        var evil = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
        var receipt = wang.submit(Visitor.action(wang.open(door + "/report")), Map.of("words", evil, "detail", evil));
        var page = wang.open(tracking(receipt));
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script", "<img src=x");
        var more = wang.upload(Visitor.action(receipt), Map.of("telephone", evil, "visible", evil), new byte[0]);
        assertThat(more.body()).doesNotContain("<script>", "<img src=x");
    }

    @Test
    void step_two_keeps_the_telephone_even_when_the_photo_is_none() throws IOException {
        var receipt = report("楼道灯不亮");
        var page = wang.upload(
                Visitor.action(receipt),
                Map.of("telephone", "138 0000 1234", "visible", "callback"),
                "no photo at all".getBytes(StandardCharsets.UTF_8));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("已经收到", "电话记下了", "138****1234").doesNotContain("13800001234");
        var good = wang.upload(Visitor.action(page), Map.of("telephone", "", "visible", "callback"), jpeg());
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.body()).contains("照片收到了");
        var photo = Visitor.found(wang.open(tracking(receipt)), "<img src=\"([^\"]+)\"");
        assertThat(wang.open(photo).headers().firstValue("Content-Type").orElse(""))
                .startsWith("image/");
    }

    @Test
    void a_photo_of_forty_megabytes_gets_a_sentence_and_the_report_stays() {
        var receipt = report("楼道灯不亮");
        var page = wang.upload(
                Visitor.action(receipt), Map.of("telephone", "", "visible", "callback"), new byte[40 << 20]);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("已经收到", "15");
    }

    @Test
    void anonymous_means_that_no_number_is_kept() {
        var receipt = report("楼道灯不亮");
        var before = count("contact");
        var page = wang.upload(
                Visitor.action(receipt), Map.of("telephone", "13800001234", "visible", "anonymous"), new byte[0]);
        assertThat(page.body()).contains("好的，不留电话");
        assertThat(count("contact")).isEqualTo(before);
    }

    @Test
    void an_id_number_in_the_words_is_warned_of_and_does_not_stop_the_report() {
        assertThat(report("我是330402195001011232，灯不亮").body()).contains("好像有身份证号");
        assertThat(report("灯不亮").body()).doesNotContain("好像有身份证号");
    }

    @Test
    void the_nine_characters_open_the_case_at_its_own_building_only() {
        var receipt = report("楼道灯不亮");
        var code = Visitor.found(receipt, "receipt-code num\">([^<]+)<");
        var opened = wang.submit(
                Visitor.action(wang.open(door + "/progress")), Map.of("receipt", code.toLowerCase(Locale.ROOT)));
        assertThat(opened.body()).contains("办到哪一步了", "楼道灯不亮");
        var next = "/r/"
                + areas.posterCode(
                                areas.byCode("330402001001-1-1-1").orElseThrow().id())
                        .orElseThrow();
        var elsewhere = wang.submit(Visitor.action(wang.open(next + "/progress")), Map.of("receipt", code));
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(elsewhere.body()).contains("没有查到", code);
        HttpResponse<String> last = elsewhere;
        for (int i = 0; i < 10; i++) last = wang.submit(Visitor.action(last), Map.of("receipt", "000000000"));
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("请过一分钟再试");
    }

    @Test
    void the_unit_finishes_and_the_first_answer_counts() {
        var receipt = report("楼道灯不亮");
        var track = tracking(receipt);
        assertThat(wang.open(track).body()).contains("正在等受理台转办").doesNotContain("没解决");
        var id = new CaseId(UUID.fromString(track.split("/")[3]));
        cases.dispatch(id, "streetlight", Actor.SYSTEM);
        cases.progress(id, "已经派电工去看", Actor.SYSTEM);
        cases.finish(id, "更换 3 只声控灯", "小区北门路灯修好了", Actor.SYSTEM);
        var asked = wang.open(track);
        assertThat(asked.body()).contains("已经派电工去看", "更换 3 只声控灯", "解决了", "没解决", "还剩");
        var missing = wang.submit(Visitor.action(asked), Map.of("sentence", "谢谢师傅", "result", "satisfied"));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("谢谢师傅", "请选", "value=\"satisfied\" checked");
        var answer = Map.of("solved", "yes", "result", "satisfied", "service", "mostlySatisfied", "pressed", "yes");
        var thanks = wang.submit(Visitor.action(missing), answer);
        assertThat(thanks.body()).contains("谢谢您告诉我们", "解决了，已办结", "已告诉上一级单位", "基本满意");
        var second = wang.submit(Visitor.action(missing), Map.of("solved", "no"));
        assertThat(second.body()).contains("以第一次的回答为准", "解决了，已办结");
        assertThat(wang.open(door).body()).as("a week has not passed").doesNotContain("小区北门路灯修好了");
    }

    @Test
    void not_solved_sends_it_back() {
        var track = tracking(report("楼道灯不亮"));
        var id = new CaseId(UUID.fromString(track.split("/")[3]));
        cases.dispatch(id, "streetlight", Actor.SYSTEM);
        cases.finish(id, "看过了", null, Actor.SYSTEM);
        var thanks = wang.submit(Visitor.action(wang.open(track)), Map.of("solved", "no", "sentence", "还是不亮"));
        assertThat(thanks.body()).contains("已退回单位重新办理", "正在办理", "您说没解决");
    }

    @Test
    void residents_make_no_session_and_their_pages_tell_nobody_where_they_were() {
        var before = sql.fetchValue("SELECT count(*) FROM platform.spring_session");
        var page = wang.open(tracking(report("楼道灯不亮")));
        assertThat(sql.fetchValue("SELECT count(*) FROM platform.spring_session"))
                .isEqualTo(before);
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    private HttpResponse<String> report(String words) {
        return wang.submit(Visitor.action(wang.open(door + "/report")), Map.of("words", words));
    }

    private static String tracking(HttpResponse<String> receipt) {
        return Visitor.found(receipt, "href=\"(/r/t/[^\"]+)\"");
    }

    private int count(String table) {
        return sql.fetchCount(DSL.table(DSL.name("cases", table)));
    }

    private static byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
