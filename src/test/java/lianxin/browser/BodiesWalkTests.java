package lianxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lianxin.bodies.Axes;
import lianxin.bodies.Bodies;
import lianxin.bodies.Bodies.Charter;
import lianxin.bodies.BodyId;
import lianxin.bodies.Covers;
import lianxin.bodies.Draft;
import lianxin.bodies.Part;
import lianxin.bodies.Partners;
import lianxin.bodies.Undertakings;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 知远 organizes joint bodies; a contact of a guest from outside sees what is shared. */
class BodiesWalkTests extends BrowserTests {

    private static final String TOWN = "330402015";

    private BodyId axis;
    private BodyId cluster;
    private BodyId force;

    @BeforeAll
    void the_town_wakes_up() {
        street.hire("zhiyuan", "林知远", "organizer", "3304");
        axis = axisWithThreeLinks();
        cluster = clusterWithGuest();
        force = taskForce();
        alliance();
        var guest = the(Units.class).byCode("outside-committee-1").orElseThrow();
        street.hire("xiaoxi", "顾晓溪", "guest", guest.code());
    }

    private BodyId axisWithThreeLinks() {
        var body = the(Axes.class).axisOf(street.area(Street.COMMUNITY), now(), Actor.SYSTEM);
        var own = unit(Street.COMMUNITY + "-community-party-committee");
        var bank = partner(body, "云溪银行百福弄支行", "enterprise", "resident-unit");
        var mall = partner(body, "东风百货", "enterprise", "resident-unit");
        partner(body, "百福弄小学", "school", "resident-unit");
        plan(body, new Draft(Part.DUTY, "轴心单位牵头，每季度会商一次", own, null));
        plan(body, new Draft(Part.DUTY, "每半年报一次可以共享的资源", bank, null));
        var room = Draft.pledge("会议室开放", bank, today().plusDays(40), new BigDecimal("40"), "小时");
        the(Undertakings.class)
                .give(the(Undertakings.class).plan(body, room, Actor.SYSTEM), new BigDecimal("16"), Actor.SYSTEM);
        plan(body, Draft.pledge("夜间停车位", mall, today().minusDays(3), new BigDecimal("30"), "个"));
        for (var link : List.of("services", "affairs", "activities")) {
            var action = Draft.action("社区义诊和邻里集市", mall, link, today());
            the(Undertakings.class)
                    .finish(the(Undertakings.class).plan(body, action, Actor.SYSTEM), today(), "来了八十人", Actor.SYSTEM);
        }
        plan(body, Draft.action("在职党员报到日", own, "members", today().plusDays(12)));
        return body;
    }

    private BodyId clusterWithGuest() {
        var charter = new Charter("urban-cluster", "三地城镇圈党建", unit(Street.COUNTY), street.area(Street.COUNTY));
        var body = the(Bodies.class).found(charter, now(), "三地共建", Actor.SYSTEM);
        var guest = partner(body, "青溪区委", "outside-committee", "guest");
        the(Bodies.class).agree(body, "三地轮值，项目共建，数据不出本地。", "每季度轮值一次。", Set.of("plan", "project"), Actor.SYSTEM);
        plan(body, new Draft(Part.PROJECT, "界河联治", guest, today().plusDays(60)));
        return body;
    }

    private BodyId taskForce() {
        var own = unit("330402007");
        var charter = new Charter(
                "task-force", "防汛专班", own, street.area("330402007"), null, null, "", today().plusDays(20), own);
        var body = the(Bodies.class).found(charter, now(), "汛期", Actor.SYSTEM);
        the(Bodies.class).admit(body, unit(Street.COMMUNITY), "full-time", now(), "集中办公", Actor.SYSTEM);
        plan(body, new Draft(Part.TASK, "低洼小区排水检查", null, today().minusDays(1)));
        return body;
    }

    private void alliance() {
        var charter = new Charter(
                "alliance", "大桥全域党建联盟", unit(TOWN), street.area(TOWN), null, "strong-village", "", null, null);
        var body = the(Bodies.class).found(charter, now(), "抱团发展", Actor.SYSTEM);
        the(Covers.class).cover(body, street.area(TOWN + "201"), now(), Actor.SYSTEM);
        the(Covers.class).recordIncome(body, today().withDayOfYear(1), new BigDecimal("1.64"), "示例公报", Actor.SYSTEM);
    }

    private UnitId partner(BodyId body, String name, String kind, String seat) {
        return the(Partners.class).join(body, name, kind, seat, now(), "加入", Actor.SYSTEM);
    }

    private void plan(BodyId body, Draft draft) {
        the(Undertakings.class).plan(body, draft, Actor.SYSTEM);
    }

    private UnitId unit(String code) {
        return the(Units.class).byCode(code).orElseThrow().id();
    }

    private Instant now() {
        return the(Clock.class).instant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), the(Clock.class).getZone());
    }

    private <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    @Test
    void joint_bodies_are_kept_at_a_desk_in_chinese() {
        keeps(new Walk("bodies-desktop", 1440, 900, Walk.AT_A_DESK.language(), false, true));
    }

    @Test
    void joint_bodies_are_kept_by_phone_in_english() {
        keeps(new Walk("bodies-phone", 390, 844, Walk.WITH_A_PHONE.language(), false, true));
    }

    private void keeps(Walk chosen) {
        takes(chosen);
        var screen = signedIn("zhiyuan");
        screen.open("/bodies").look("bodies");
        screen.open("/bodies?kind=pairing").look("none");
        screen.open("/bodies/new").look("kinds");
        screen.open("/bodies/new?kind=task-force").look("founding");
        screen.open("/bodies/" + axis).look("axis-body");
        screen.open("/bodies/" + force).look("task-force");
        screen.open("/bodies/coverage?area=" + street.area(TOWN)).look("coverage");
        screen.open("/axis/" + street.area(Street.COMMUNITY)).look("axis");
        screen.open("/axis/" + street.area("330402007")).look("axis-street");
        screen.open("/bodies/work?unit=" + unit("330402007").number()).look("work");
        screen.open("/bodies/" + cluster).look("cluster");
        assertThat(screen.text()).contains("界河联治");

        var guest = signedIn("xiaoxi");
        guest.open("/shared").look("shared");
        guest.press("main .plain a");
        guest.look("shared-body");
        assertThat(guest.text()).contains("界河联治");
    }
}
