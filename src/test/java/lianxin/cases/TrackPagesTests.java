package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import lianxin.Lianxin;
import lianxin.organization.Actor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Mrs. Wang follows what became of her report, and says in the end whether it is solved. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TrackPagesTests {

    private Lane lane;
    private Visitor wang;

    @BeforeEach
    void mrs_wang_stands_at_her_door(@Autowired ApplicationContext town) {
        lane = Lane.in(town);
        wang = lane.wang();
    }

    @Test
    void the_nine_characters_open_the_case_at_its_own_building_only() {
        var receipt = lane.report(wang, "楼道灯不亮");
        var code = Visitor.found(receipt, "receipt-code num\">([^<]+)<");
        var opened = wang.submit(
                Visitor.action(wang.open(lane.door() + "/progress")), Map.of("receipt", code.toLowerCase(Locale.ROOT)));
        assertThat(opened.body()).contains("办到哪一步了", "楼道灯不亮");
        var elsewhere = wang.submit(Visitor.action(wang.open(lane.nextDoor() + "/progress")), Map.of("receipt", code));
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(elsewhere.body()).contains("没有查到", code);
        HttpResponse<String> last = elsewhere;
        for (int i = 0; i < 10; i++) last = wang.submit(Visitor.action(last), Map.of("receipt", "000000000"));
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("请过一分钟再试");
    }

    @Test
    void the_unit_finishes_and_the_first_answer_counts() {
        var receipt = lane.report(wang, "楼道灯不亮");
        var track = Lane.tracking(receipt);
        assertThat(wang.open(track).body()).contains("正在等受理台转办").doesNotContain("没解决");
        var id = Lane.caseOf(receipt);
        var cases = lane.the(Cases.class);
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
        assertThat(wang.open(lane.door()).body()).as("a week has not passed").doesNotContain("小区北门路灯修好了");
    }

    @Test
    void not_solved_sends_it_back() {
        var receipt = lane.report(wang, "楼道灯不亮");
        var id = Lane.caseOf(receipt);
        var cases = lane.the(Cases.class);
        cases.dispatch(id, "streetlight", Actor.SYSTEM);
        cases.finish(id, "看过了", null, Actor.SYSTEM);
        var thanks = wang.submit(
                Visitor.action(wang.open(Lane.tracking(receipt))), Map.of("solved", "no", "sentence", "还是不亮"));
        assertThat(thanks.body()).contains("已退回单位重新办理", "正在办理", "您说没解决");
    }

    @Test
    void the_reporter_reads_why_the_case_is_left_out_of_statistics_and_contests_it_once() {
        var receipt = lane.report(wang, "楼道灯不亮");
        var track = Lane.tracking(receipt);
        var id = Lane.caseOf(receipt);
        lane.the(Cases.class).dispatch(id, "streetlight", Actor.SYSTEM);
        var exclusions = lane.the(Exclusions.class);
        exclusions.ask(id, "force-majeure", "台风断电", Actor.SYSTEM);
        assertThat(wang.open(track).body()).doesNotContain("不计入统计");
        exclusions.decide(id, true, "台风期间属实", Actor.CLOCK);
        assertThat(wang.open(track).body())
                .contains("这件诉求不计入统计", "不可抗力", "台风期间属实", "我有异议", "正在办理")
                .doesNotContain("台风断电");
        var form = Visitor.action(wang.open(track + "/contest"));
        assertThat(wang.submit(form, Map.of("sentence", " ")).statusCode()).isEqualTo(422);
        assertThat(wang.submit(form, Map.of("sentence", "那天没有台风")).body())
                .contains("已提交，由再上一级决定", "您对不计入统计有异议", "那天没有台风")
                .doesNotContain("我有异议");
        assertThat(wang.submit(form, Map.of("sentence", "真的没有")).body()).contains("现在不能再提异议", "真的没有");
    }

    @Test
    void what_was_put_aside_is_told_as_that_and_no_deadline_is_promised() {
        var receipt = lane.report(wang, "楼道灯不亮");
        var id = Lane.caseOf(receipt);
        var cases = lane.the(Cases.class);
        cases.dispatch(id, "streetlight", Actor.SYSTEM);
        cases.sign(id, Actor.SYSTEM);
        var review = lane.the(Clock.class).instant().plus(Duration.ofDays(40));
        cases.ask(id, new Asked(Relief.SHELVE, null, review), "灯杆停产，等新型号", Actor.SYSTEM);
        cases.decide(id, true, Actor.CLOCK);
        assertThat(wang.open(Lane.tracking(receipt)).body())
                .contains("现在还办不了", "暂时搁置", "自动恢复办理")
                .doesNotContain("正在办理");
    }

    @Test
    void the_reporter_adds_and_corrects_up_to_ten_times_and_nothing_is_overwritten() {
        var receipt = lane.report(wang, "楼道灯不亮");
        var track = Lane.tracking(receipt);
        var form = form(wang.open(track), "words");
        var empty = wang.submit(form, Map.of("words", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("请写下要补充的话");
        assertThat(wang.open(track + "/words").body()).contains("办到哪一步了");
        var added = wang.submit(form, Map.of("words", "三楼也不亮", "kind", "more"));
        assertThat(added.body()).contains("补充的话已经记下", "三楼也不亮", "楼道灯不亮");
        var corrected = wang.submit(form, Map.of("words", "是四楼，不是三楼", "kind", "correction"));
        assertThat(corrected.body()).contains("更正已经记下", "三楼也不亮", "是四楼，不是三楼");
        var leader = lane.officer("leader", Lane.COUNTY);
        var page = leader.open("/cases/" + Lane.caseOf(receipt)).body();
        assertThat(page).contains("居民补充", "三楼也不亮", "更正", "是四楼，不是三楼");
        for (int i = 2; i < Addition.MOST; i++) wang.submit(form, Map.of("words", "又想起一点"));
        var enough = wang.submit(form, Map.of("words", "还有一句"));
        assertThat(enough.statusCode()).isEqualTo(422);
        assertThat(enough.body()).contains("已经补充了 10 次", "还有一句");
        assertThat(new Visitor(lane.port()).submit(form, Map.of("words", "陌生人")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_unit_sees_how_often_the_reporter_urged() {
        var receipt = lane.report(wang, "楼道灯不亮");
        var form = form(wang.open(Lane.tracking(receipt)), "urge");
        assertThat(wang.submit(form, Map.of()).body()).contains("已经替您催了", "后可以再催");
        assertThat(wang.submit(form, Map.of()).body()).contains("没有再记一次");
        var leader = lane.officer("leader", Lane.COUNTY);
        assertThat(leader.open("/cases").body()).contains("催办 1 次 · 最近");
        assertThat(leader.open("/cases/" + Lane.caseOf(receipt)).body()).contains("催办 1 次 · 最近", "居民催办");
    }

    @Test
    void withdrawing_takes_a_second_click_and_is_refused_kindly_when_the_case_is_closed() {
        var receipt = lane.report(wang, "楼道灯不亮");
        var track = Lane.tracking(receipt);
        var asked = wang.open(track + "/withdraw");
        assertThat(asked.body()).contains("确定撤诉吗", "不撤了，继续办");
        assertThat(wang.open(track).body()).as("nothing has happened yet").contains("收到了，正在转办");
        var done = wang.submit(Visitor.action(asked), Map.of("sentence", "物业修好了"));
        assertThat(done.body()).contains("已经撤诉", "您已撤诉，不再办理", "物业修好了").doesNotContain("催一催");
        assertThat(wang.submit(Visitor.action(asked), Map.of()).body()).contains("已经结了，这一步没有做");
        assertThat(wang.open(track + "/withdraw").body()).contains("已经结了，这一步没有做");
        var leader = lane.officer("leader", Lane.COUNTY);
        assertThat(leader.open("/cases/" + Lane.caseOf(receipt)).body()).contains("已撤诉", "居民撤诉", "物业修好了");
    }

    private static String form(HttpResponse<String> page, String step) {
        return Visitor.found(page, "action=\"([^\"]+/" + step + "[?][^\"]+)\"").replace("&amp;", "&");
    }

    @Test
    void residents_make_no_session_and_their_pages_tell_nobody_where_they_were() {
        var sql = lane.the(DSLContext.class);
        var before = sql.fetchValue("SELECT count(*) FROM platform.spring_session");
        var page = wang.open(Lane.tracking(lane.report(wang, "楼道灯不亮")));
        assertThat(sql.fetchValue("SELECT count(*) FROM platform.spring_session"))
                .isEqualTo(before);
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }
}
