package lianxin.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lianxin.bodies.Bodies.Charter;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
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
        Fengqiao.refused("bodies.not-active", () -> town.undertakings().plan(body, draft, organizer));
        assertThatThrownBy(() -> town.bodies().approve(body, now(), "同意", organizer))
                .isInstanceOf(Forbidden.class);
        Fengqiao.refused("bodies.wrong.status", () -> town.bodies().activate(body, now(), "运行", organizer));

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
        var estate = town.troika("云海新苑");
        var troika = town.bodies().found(estate, now(), "物业协同", town.by());
        town.partner(troika, "云海物业", "property-company");
        Fengqiao.refused("bodies.seats-taken", () -> town.partner(troika, "第二物业", "property-company"));
        Fengqiao.refused("bodies.wrong.seat", () -> town.partner(troika, "居民", "king"));
        Fengqiao.refused("bodies.one-per-area", () -> town.bodies().found(estate, now(), "又一个", town.by()));
        var owners = town.partner(troika, "云海新苑业委会", "owners-committee");
        var task = new Draft(Part.TASK, "修好单元门", owners, town.today().plusDays(3));
        assertThat(town.the(UndertakingBook.class)
                        .find(town.undertakings().plan(troika, task, town.by()))
                        .unit())
                .isEqualTo(owners);
    }

    @Test
    void a_body_stands_on_ground_of_the_levels_that_its_kind_names_and_on_no_other() {
        var grid = town.area(Fengqiao.YUNHAI + "-1");
        var street = town.unit(Fengqiao.STREET);
        for (var kind : List.of("grand-working-committee", "grand-party-committee", "troika", "one-axis"))
            Fengqiao.refused(
                    "bodies.wrong.level",
                    () -> town.bodies().found(new Charter(kind, "放错了地方", street, grid), now(), "共建", town.by()));
        town.founded("grand-working-committee", "东栅街道大工委", Fengqiao.STREET);
        town.founded("zone-committee", "哪一级都行", Fengqiao.YUNHAI);
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
        Fengqiao.refused(
                "bodies.pledge-is-given", () -> town.undertakings().finish(pledge, town.today(), "", town.by()));
        Fengqiao.refused(
                "bodies.wrong.amount", () -> town.undertakings().give(pledge, new BigDecimal("-1"), town.by()));
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
        Fengqiao.refused(
                "bodies.seats-taken",
                () -> town.bodies().admit(pairing, town.unit(Fengqiao.FURUN), "partner", now(), "结对", town.by()));
        var undertakings = town.the(UndertakingBook.class);
        var review = undertakings.of(pairing, now()).getFirst();
        assertThat(review.part()).isEqualTo(Part.REVIEW);
        assertThat(review.due()).hasToString("2026-12-31");
        days(310);
        assertThat(undertakings.find(review.id()).late(town.today())).isTrue();
        Fengqiao.refused(
                "bodies.needs-findings", () -> town.undertakings().finish(review.id(), town.today(), " ", town.by()));
        town.undertakings().finish(review.id(), town.today(), "续签", town.by());
        assertThat(undertakings.openOf(pairing)).extracting(Undertaking::due).hasToString("[2027-12-31]");
    }

    @Test
    void a_review_held_before_its_day_or_called_off_is_followed_by_the_one_after_it_and_none_stands_twice() {
        var pairing = town.founded("pairing", "三星云海结对", Fengqiao.TOWN + "201");
        var undertakings = town.the(UndertakingBook.class);
        var early = undertakings.openOf(pairing).getFirst();
        town.undertakings().finish(early.id(), town.today(), "互访四次", town.by());
        assertThat(undertakings.openOf(pairing)).extracting(Undertaking::due).hasToString("[2027-12-31]");

        var lead = town.unit(Fengqiao.TOWN + "201");
        var extra = new Draft(Part.REVIEW, "年中加看一次", lead, town.today());
        town.undertakings().finish(town.undertakings().plan(pairing, extra, town.by()), town.today(), "正常", town.by());
        assertThat(undertakings.openOf(pairing)).extracting(Undertaking::due).hasToString("[2027-12-31]");
        town.undertakings().drop(undertakings.openOf(pairing).getLast().id(), "合并进行", town.by());
        assertThat(undertakings.openOf(pairing)).extracting(Undertaking::due).hasToString("[2028-12-31]");
    }

    @Test
    void a_place_at_which_a_body_meets_is_one_that_is_known() {
        var charter = new Charter(
                "zone-committee",
                "云海联合党委",
                town.unit(Fengqiao.YUNHAI),
                town.area(Fengqiao.YUNHAI),
                99_999_999,
                null,
                "",
                null,
                null);
        Fengqiao.refused("bodies.unknown-place", () -> town.bodies().found(charter, now(), "共建", town.by()));
    }

    @Test
    void a_unit_from_outside_only_takes_a_seat_for_guests_and_never_leads() {
        var cluster = town.founded("urban-cluster", "长三角城镇圈", "330402");
        var qingpu =
                town.the(Partners.class).join(cluster, "青溪区委", "outside-committee", "guest", now(), "共建", town.by());
        assertThat(town.the(Trees.class).now().path(qingpu)).containsExactly(qingpu.number());
        Fengqiao.refused("bodies.stranger", () -> town.bodies().changeLead(cluster, qingpu, now(), "轮值", town.by()));
        var committee = town.founded("grand-working-committee", "东栅街道大工委", Fengqiao.STREET);
        Fengqiao.refused(
                "bodies.stranger", () -> town.bodies().admit(committee, qingpu, "part-time", now(), "加入", town.by()));

        var guests = new int[] {qingpu.number()};
        assertThat(town.book().sharedWith(guests, now()))
                .as("nothing is shared yet")
                .isEmpty();
        town.bodies().agree(cluster, "共建协议", "一年三件事", Set.of("plan", "project"), town.by());
        assertThat(town.book().sharedWith(guests, now())).extracting(Body::id).containsExactly(cluster);
        Fengqiao.refused("bodies.wrong.part", () -> town.bodies().agree(cluster, "", "", Set.of("duty"), town.by()));
    }
}
