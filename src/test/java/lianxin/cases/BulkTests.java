package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import lianxin.Lianxin;
import lianxin.organization.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Many cases at once, and lists with a name, at the desk of 百福弄. */
@SpringBootTest(
        classes = Lianxin.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "lianxin.sweep-every=PT24H")
class BulkTests {

    private Lane lane;

    @BeforeEach
    void settle(@Autowired ApplicationContext town) {
        lane = Lane.in(town);
    }

    @Test
    void a_desk_sees_where_each_would_go_and_dispatches_them_in_one_turn() {
        var desk = lane.officer("desk-officer", Lane.COMMUNITY);
        var lamp = lane.reported("路灯不亮", Lane.COMMUNITY);
        var drain = lane.reported("下水道堵了", Lane.COMMUNITY);
        var gone = lane.reported("路灯又不亮", Lane.COMMUNITY);
        assertThat(desk.open("/cases?view=dispatch").body()).contains("按清单派单…", "name=\"case\"");
        lane.the(Cases.class).dispatch(gone, "streetlight", Actor.SYSTEM);
        var asked = desk.open("/cases/bulk?step=dispatch&case=" + lamp + "&case=" + drain + "&case=" + gone);
        assertThat(asked.body()).contains("路灯不亮", "派给", "选中的有 1 件").doesNotContain("路灯又不亮");
        var taken = desk.submit(
                "/cases/bulk",
                Map.of("_csrf", csrf(asked), "step", "dispatch", "case", lamp + "," + gone + "," + drain));
        assertThat(taken.body())
                .contains("办成 2 件，没办成 1 件", "这件现在是“处置中”", "/cases/" + gone)
                .contains("/cases/" + lamp);
        assertThat(stage(lamp)).isEqualTo(Stage.DISPATCHED);
        assertThat(stage(drain)).isEqualTo(Stage.DISPATCHED);
    }

    @Test
    void unsigned_work_is_signed_for_and_what_is_not_ones_own_stays_as_it_was() {
        var handler = lane.officer("handler", Lane.LAMPS);
        var lamp = lane.reported("路灯不亮", Lane.COMMUNITY);
        lane.the(Cases.class).dispatch(lamp, "streetlight", Actor.SYSTEM);
        var strange = lane.reported("楼道有杂物", Lane.COMMUNITY);
        var asked = handler.open("/cases/bulk?step=sign&case=" + lamp);
        var taken = handler.submit(
                "/cases/bulk", Map.of("_csrf", csrf(asked), "step", "sign", "case", lamp + "," + strange));
        assertThat(taken.body()).contains("办成 1 件，没办成 1 件", "您的岗位不能").doesNotContain("楼道有杂物");
        assertThat(lane.the(CaseQueries.class).find(lamp).orElseThrow().signed())
                .isTrue();
        assertThat(handler.open("/cases/bulk?step=sign&case=" + lamp).body()).contains("没有可以做这一步的工单");
    }

    @Test
    void a_list_gets_a_name_of_ones_own() {
        var desk = lane.officer("desk-officer", Lane.COMMUNITY);
        var list = desk.open("/cases?view=all&q=%E7%81%AF&state=to-sign");
        var named = desk.submit(
                "/cases/views?view=all&q=%E7%81%AF&state=to-sign", Map.of("_csrf", csrf(list), "name", "没签的灯"));
        assertThat(named.body())
                .contains("没签的灯", "清单已保存", "href=\"/cases?view=all&amp;q=%E7%81%AF&amp;state=to-sign\"");
        assertThat(lane.officer("desk-officer", Lane.COMMUNITY).open("/cases").body())
                .doesNotContain("没签的灯");
        var id = Visitor.found(named, "/cases/views/([0-9a-f-]{36})/name");
        var renamed = desk.submit("/cases/views/" + id + "/name?view=all", Map.of("_csrf", csrf(named), "name", "灯"));
        assertThat(renamed.body()).contains("名称已改").doesNotContain("没签的灯");
        var other = lane.officer("desk-officer", Lane.COMMUNITY);
        var stranger = other.submit(
                "/cases/views/" + id + "/removal?view=all", Map.of("_csrf", csrf(other.open("/cases?view=all"))));
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(desk.submit("/cases/views/" + id + "/removal?view=all", Map.of("_csrf", csrf(renamed)))
                        .body())
                .contains("清单已删除");
        assertThat(desk.submit("/cases/views?view=all", Map.of("_csrf", csrf(renamed), "name", " "))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_case_sheet_has_every_limit_and_no_telephone() {
        var handler = lane.officer("handler", Lane.LAMPS);
        var lamp = lane.reported("路灯不亮，晚上看不见", Lane.COMMUNITY);
        lane.the(Reports.class).leaveContact(lamp, "13800138000", GivenTo.HANDLER, Actor.reporter(lamp.ref()));
        lane.the(Cases.class).dispatch(lamp, "streetlight", Actor.SYSTEM);
        lane.the(Cases.class).finish(lamp, "换了灯泡", null, Actor.SYSTEM);
        assertThat(handler.open("/cases/" + lamp).body()).contains("138****8000", "/sheet");
        assertThat(handler.open("/cases/" + lamp + "/sheet").body())
                .contains("案卷单", "按时完成", "计算中", "换了灯泡", "办理过程")
                .doesNotContain("138****8000", "13800138000");
        assertThat(lane.officer("rider-grid-worker", Lane.COMMUNITY)
                        .open("/cases/" + lamp + "/sheet")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_dispatch_is_taken_back_from_the_sentence_that_tells_it() {
        var desk = lane.officer("desk-officer", Lane.COMMUNITY);
        var lamp = lane.reported("路灯不亮", Lane.COMMUNITY);
        var page = desk.open("/cases/" + lamp);
        var told = desk.submit("/cases/" + lamp + "/dispatch", Map.of("_csrf", csrf(page), "category", "streetlight"));
        assertThat(told.body()).contains("撤销（8 秒）", "/cases/" + lamp + "/undo");
        assertThat(desk.submit("/cases/" + lamp + "/undo", Map.of("_csrf", csrf(told)))
                        .body())
                .contains("已撤销", "已更正作废");
        assertThat(stage(lamp)).isEqualTo(Stage.REPORTED);
    }

    private Stage stage(CaseId id) {
        return lane.the(CaseQueries.class).find(id).orElseThrow().stage();
    }

    private static String csrf(HttpResponse<String> page) {
        return Visitor.found(page, "name=\"_csrf\" value=\"([^\"]+)\"");
    }
}
