package lianxin.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lianxin.bodies.Bodies.Charter;
import lianxin.bodies.Undertakings.Draft;
import lianxin.organization.Actor;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodiesTests {

    private Fengqiao town;

    @BeforeEach
    void settle() {
        town = new Fengqiao().settled();
    }

    @AfterEach
    void close() {
        town.close();
    }

    private Instant now() {
        return town.clock.instant();
    }

    private void days(int days) {
        town.clock.forward(Duration.ofDays(days));
    }

    private List<UnitId> seated(BodyId body, Instant at) {
        return town.book().members(body, at).stream().map(Member::unit).toList();
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo(key));
    }

    @Test
    void a_grand_committee_takes_units_in_changes_its_lead_and_every_day_keeps_what_was_true() {
        var began = now();
        var body = town.founded("grand-working-committee", "东栅街道大工委", Fengqiao.STREET);
        var yunhai = town.unit(Fengqiao.YUNHAI);
        town.bodies().admit(body, yunhai, "full-time", now(), "社区书记任专职委员", town.by());
        var mill = town.partner(body, "云海纺织厂", "part-time");
        days(10);
        var later = now();
        town.bodies().leave(body, mill, now(), town.by());
        town.bodies().changeLead(body, yunhai, now(), "轮值", town.by());
        days(1);

        assertThat(seated(body, began)).contains(yunhai, mill);
        assertThat(seated(body, now())).isEmpty();
        assertThat(town.book().must(body, began).lead()).isEqualTo(town.unit(Fengqiao.STREET));
        assertThat(town.book().must(body, later).lead()).isEqualTo(yunhai);
        assertThat(town.told(body))
                .containsExactly(
                        "body.founded",
                        "body.planned",
                        "body.admitted",
                        "body.admitted",
                        "body.left",
                        "body.lead-changed");
    }

    @Test
    void a_unit_that_joined_last_month_is_entered_today_and_was_there_last_month() {
        var body = town.bodies()
                .found(
                        new Charter(
                                "grand-party-committee",
                                "云海社区大党委",
                                town.unit(Fengqiao.YUNHAI),
                                town.area(Fengqiao.YUNHAI)),
                        now().minus(Duration.ofDays(60)),
                        "补登",
                        town.by());
        var school = town.partner(body, "云海小学", "part-time");
        town.bodies().leave(body, school, now().plus(Duration.ofDays(30)), town.by());
        assertThat(town.book().must(body, now().minus(Duration.ofDays(50))).active())
                .isTrue();
        assertThat(seated(body, now())).containsExactly(school);
        assertThat(seated(body, now().plus(Duration.ofDays(31)))).isEmpty();
    }

    @Test
    void what_needs_approval_is_applied_for_and_only_the_unit_above_approves() {
        var organizer = town.holding("organizer", town.unit(Fengqiao.STREET));
        var body = town.bodies()
                .found(
                        new Charter(
                                "special-working-committee",
                                "街道互联网工委",
                                town.unit(Fengqiao.STREET),
                                town.area(Fengqiao.STREET)),
                        now(),
                        "申请设立",
                        organizer);
        assertThat(town.book().must(body, now()).status()).isEqualTo(BodyStatus.APPLIED);
        var draft = new Draft(Part.PROJECT, "党建联席", town.unit(Fengqiao.STREET), town.today());
        refused("bodies.not-active", () -> town.undertakings().plan(body, draft, organizer));
        assertThatThrownBy(() -> town.bodies().approve(body, now(), "同意", organizer))
                .isInstanceOf(Forbidden.class);
        refused("bodies.wrong.status", () -> town.bodies().activate(body, now(), "运行", organizer));

        town.bodies().approve(body, now(), "同意设立", town.holding("organizer", town.unit("330402")));
        town.bodies().activate(body, now(), "揭牌", organizer);
        assertThat(town.book().must(body, now()).active()).isTrue();
        assertThat(town.told(body)).containsExactly("body.founded", "body.status-changed", "body.status-changed");
    }

    @Test
    void the_lead_s_own_secretary_plans_but_founds_and_dissolves_nothing() {
        var committee = town.unit(Fengqiao.YUNHAI + "-community-party-committee");
        var secretary = town.holding("community-secretary", committee);
        var charter = new Charter("grand-party-committee", "云海社区大党委", committee, town.area(Fengqiao.YUNHAI));
        assertThatThrownBy(() -> town.bodies().found(charter, now(), "共建", secretary))
                .isInstanceOf(Forbidden.class);
        var body = town.bodies().found(charter, now(), "共建", town.by());
        var draft = new Draft(Part.PROJECT, "共享车位", committee, town.today().plusDays(30));
        var project = town.undertakings().plan(body, draft, secretary);
        assertThatThrownBy(() -> town.bodies().dissolve(body, committee, now(), "不办了", secretary))
                .isInstanceOf(Forbidden.class);
        var stranger = town.holding("community-secretary", town.unit(Fengqiao.FURUN + "-community-party-committee"));
        assertThatThrownBy(() -> town.undertakings().finish(project, town.today(), "", stranger))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void an_area_has_one_troika_with_one_company_and_one_committee_of_owners() {
        var estate = new Charter("troika", "云海新苑三方会商", town.unit(Fengqiao.YUNHAI), town.area(Fengqiao.YUNHAI + "-1"));
        var troika = town.bodies().found(estate, now(), "物业协同", town.by());
        town.partner(troika, "云海物业", "property-company");
        refused("bodies.seats-taken", () -> town.partner(troika, "第二物业", "property-company"));
        refused("bodies.wrong.seat", () -> town.partner(troika, "居民", "king"));
        refused("bodies.one-per-area", () -> town.bodies().found(estate, now(), "又一个", town.by()));
        var owners = town.partner(troika, "云海新苑业委会", "owners-committee");
        var task = new Draft(Part.TASK, "修好单元门", owners, town.today().plusDays(3));
        assertThat(town.the(UndertakingBook.class)
                        .find(town.undertakings().plan(troika, task, town.by()))
                        .unit())
                .isEqualTo(owners);
    }

    @Test
    void on_the_last_day_of_a_task_force_what_it_has_in_hand_goes_to_the_named_unit() {
        var street = town.unit(Fengqiao.STREET);
        var heir = town.unit(Fengqiao.YUNHAI);
        var charter = new Charter(
                "task-force",
                "防汛专班",
                street,
                town.area(Fengqiao.STREET),
                null,
                null,
                "",
                town.today().plusDays(10),
                heir);
        refused(
                "bodies.needs-end",
                () -> town.bodies()
                        .found(
                                new Charter("task-force", "专班", street, town.area(Fengqiao.STREET)),
                                now(),
                                "汛期",
                                town.by()));
        var force = town.bodies().found(charter, now(), "汛期", town.by());
        var open = town.undertakings().plan(force, new Draft(Part.TASK, "加固河堤", null, town.today()), town.by());
        var done = town.undertakings().plan(force, new Draft(Part.TASK, "清沟", null, town.today()), town.by());
        town.undertakings().finish(done, town.today(), "清好了", town.by());
        var sweep = town.the(EndingSweep.class);
        assertThat(sweep.run()).isZero();
        assertThat(town.book().must(force, now().plus(Duration.ofDays(11))).ended())
                .as("asked ahead")
                .isTrue();

        days(10);
        var undertakings = town.the(UndertakingBook.class);
        assertThat(undertakings.find(open).unit()).as("nobody has looked yet").isNull();
        assertThat(sweep.run()).isEqualTo(1);
        assertThat(sweep.run()).isZero();
        assertThat(undertakings.find(open).unit()).isEqualTo(heir);
        assertThat(undertakings.find(open).open()).isTrue();
        assertThat(undertakings.find(done).unit()).isNull();
        assertThat(town.told(force)).endsWith("body.handed-over", "body.dissolved");
        assertThat(town.book().must(force, now()).ended()).isTrue();
        var heirs = town.holding("community-secretary", town.unit(Fengqiao.YUNHAI + "-community-party-committee"));
        assertThatThrownBy(() -> town.undertakings().finish(open, town.today(), "", heirs))
                .isInstanceOf(Forbidden.class);
        town.undertakings().finish(open, town.today(), "加固完成", town.holding("organizer", heir));
        assertThat(undertakings.find(open).doneLate()).isTrue();
    }

    @Test
    void a_last_day_can_be_put_off_and_a_body_dissolved_at_once_hands_over_at_once() {
        var street = town.unit(Fengqiao.STREET);
        var charter = new Charter(
                "task-force",
                "创建专班",
                street,
                town.area(Fengqiao.STREET),
                null,
                null,
                "",
                town.today().plusDays(5),
                street);
        var force = town.bodies().found(charter, now(), "创建", town.by());
        town.bodies().dissolve(force, street, now().plus(Duration.ofDays(40)), "延期", town.by());
        days(6);
        assertThat(town.the(EndingSweep.class).run()).isZero();
        assertThat(town.book().must(force, now()).active()).isTrue();
        var task = town.undertakings().plan(force, new Draft(Part.TASK, "收尾", null, town.today()), town.by());
        town.bodies().dissolve(force, town.unit(Fengqiao.FURUN), now(), "提前完成", town.by());
        assertThat(town.the(UndertakingBook.class).find(task).unit()).isEqualTo(town.unit(Fengqiao.FURUN));
        refused("bodies.ended", () -> town.bodies().dissolve(force, street, now(), "再来", town.by()));
    }

    @Test
    void when_a_unit_is_merged_its_successor_leads_what_it_led_and_sits_where_it_sat_but_once() {
        var yunhai = town.unit(Fengqiao.YUNHAI);
        var furun = town.unit(Fengqiao.FURUN);
        var led = town.founded("grand-party-committee", "云海社区大党委", Fengqiao.YUNHAI);
        var both = town.founded("grand-working-committee", "东栅街道大工委", Fengqiao.STREET);
        town.bodies().admit(both, yunhai, "full-time", now(), "加入", town.by());
        town.bodies().admit(both, furun, "full-time", now(), "加入", town.by());
        var project = town.undertakings()
                .plan(both, new Draft(Part.PROJECT, "口袋公园", yunhai, town.today().plusDays(9)), town.by());
        days(1);
        town.the(Units.class).merge(yunhai, furun, now(), "撤并", Actor.SYSTEM);

        assertThat(town.book().must(led, now()).lead()).isEqualTo(furun);
        assertThat(seated(both, now())).containsExactly(furun);
        assertThat(town.the(UndertakingBook.class).find(project).unit()).isEqualTo(furun);
        assertThat(town.book().must(led, now().minus(Duration.ofHours(2))).lead())
                .isEqualTo(yunhai);
    }

    @Test
    void a_pledge_is_given_bit_by_bit_and_is_kept_when_all_of_it_is_given() {
        var axis = town.the(Axes.class).axisOf(town.area(Fengqiao.YUNHAI), now(), town.by());
        var bank = town.partner(axis, "云海银行", "resident-unit");
        var pledge = town.undertakings()
                .plan(axis, Draft.pledge("会议室", bank, town.today().plusDays(5), new BigDecimal("10"), "小时"), town.by());
        var undertakings = town.the(UndertakingBook.class);
        town.undertakings().give(pledge, new BigDecimal("4"), town.by());
        assertThat(undertakings.find(pledge).percent()).isEqualTo(40);
        refused("bodies.pledge-is-given", () -> town.undertakings().finish(pledge, town.today(), "", town.by()));
        refused("bodies.wrong.amount", () -> town.undertakings().give(pledge, new BigDecimal("-1"), town.by()));
        days(7);
        assertThat(undertakings.find(pledge).late(town.today())).isTrue();
        town.undertakings().give(pledge, new BigDecimal("6"), town.by());
        assertThat(undertakings.find(pledge).doneLate()).isTrue();
        assertThat(town.told(axis)).endsWith("body.fulfilled", "body.fulfilled", "body.done");
    }

    @Test
    void a_pairing_has_one_partner_and_a_review_that_becomes_late_and_is_followed_by_the_next() {
        var pairing = town.founded("pairing", "三星云海结对", Fengqiao.TOWN + "201");
        town.bodies().admit(pairing, town.unit(Fengqiao.YUNHAI), "partner", now(), "结对", town.by());
        refused(
                "bodies.seats-taken",
                () -> town.bodies().admit(pairing, town.unit(Fengqiao.FURUN), "partner", now(), "结对", town.by()));
        var undertakings = town.the(UndertakingBook.class);
        var review = undertakings.of(pairing, now()).getFirst();
        assertThat(review.part()).isEqualTo(Part.REVIEW);
        assertThat(review.due()).hasToString("2026-12-31");
        days(310);
        assertThat(undertakings.find(review.id()).late(town.today())).isTrue();
        town.undertakings().finish(review.id(), town.today(), "续签", town.by());
        assertThat(undertakings.openOf(pairing)).extracting(Undertaking::due).hasToString("[2027-12-31]");
    }

    @Test
    void a_unit_from_outside_only_takes_a_seat_for_guests_and_never_leads() {
        var cluster = town.founded("urban-cluster", "长三角城镇圈", "330402");
        var qingpu =
                town.the(Partners.class).join(cluster, "青溪区委", "outside-committee", "guest", now(), "共建", town.by());
        assertThat(town.the(Trees.class).now().path(qingpu)).containsExactly(qingpu.number());
        refused("bodies.stranger", () -> town.bodies().changeLead(cluster, qingpu, now(), "轮值", town.by()));
        var committee = town.founded("grand-working-committee", "东栅街道大工委", Fengqiao.STREET);
        refused("bodies.stranger", () -> town.bodies().admit(committee, qingpu, "part-time", now(), "加入", town.by()));

        var guests = new int[] {qingpu.number()};
        assertThat(town.book().sharedWith(guests, now()))
                .as("nothing is shared yet")
                .isEmpty();
        town.bodies().agree(cluster, "共建协议", "一年三件事", Set.of("plan", "project"), town.by());
        assertThat(town.book().sharedWith(guests, now())).extracting(Body::id).containsExactly(cluster);
        refused("bodies.wrong.part", () -> town.bodies().agree(cluster, "", "", Set.of("duty"), town.by()));
    }
}
