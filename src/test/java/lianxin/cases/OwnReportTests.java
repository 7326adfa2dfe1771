package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A helper and the ferryman of 渡口社区 report what they see; the boatyard says what it needs. */
class OwnReportTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private static @Nullable UnitId boatyard;

    private final OwnReports reports = cast.the(OwnReports.class);

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
        if (boatyard != null) return;
        var draft = new Units.NewUnit("老顺船坊", "boatyard", "community", "Y1", cast.ferryCommunity, null);
        boatyard = cast.the(Units.class).create(draft, Instant.EPOCH.plusSeconds(1_700_000_000), "list", Actor.SYSTEM);
    }

    private static Report report(String words, @Nullable String category) {
        return new Report(new CaseId(UUID.randomUUID()), cast.yard, words, "", "", category, null);
    }

    private CaseId send(Report report, Actor by) {
        return reports.report(report, "", null, List.of(), by);
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    @Test
    void a_picture_of_what_was_seen_comes_with_it_or_nothing_does() {
        var helper = cast.holding("helper", cast.ferryCommunity);
        var seen = report("码头的灯不亮", null);
        var photo = List.of(new Reports.Image(Lane.photo(), Moment.REPORT));
        reports.report(seen, "", null, photo, helper);
        reports.report(seen, "", null, photo, helper);
        assertThat(cast.the(CaseDetails.class).pictures(seen.id()))
                .extracting(CaseDetails.Picture::moment)
                .containsExactly(Moment.REPORT);

        var other = report("台阶松了", null);
        var text = List.of(new Reports.Image("no picture".getBytes(StandardCharsets.UTF_8), Moment.REPORT));
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> reports.report(other, "", null, text, helper));
        assertThat(cast.the(CaseRepository.class).find(other.id())).isEmpty();
    }

    @Test
    void a_helper_reports_by_the_channel_of_the_post_and_the_desk_of_the_place_has_it() {
        var helper = cast.holding("helper", cast.ferryCommunity);
        var id = send(report("码头的灯不亮", null), helper);
        assertThat(cast.load(id).channel).isEqualTo("volunteer");
        assertThat(cast.load(id).holder).isEqualTo(cast.ferryCommunity);
        assertThat(reports.isOf(id, helper)).isTrue();
        assertThat(reports.isOf(id, cast.desk())).isFalse();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> send(report("灯不亮", null), cast.desk()));
    }

    @Test
    void a_rider_reports_public_space_and_nothing_else() {
        var ferryman = cast.holding("ferryman", cast.ferryCommunity);
        send(report("堤上有裂缝", "dike-crack"), ferryman);
        for (var other : List.of("meal", "well", "nonsense"))
            refused("intake.public-space-only", () -> send(report("有事", other), ferryman));
        refused("intake.public-space-only", () -> send(report("有事", null), ferryman));
    }

    /** P-02, P-03: examples of what is not taken. */
    @Test
    void nothing_about_persons_is_taken_from_those_who_walk_around() {
        var helper = cast.holding("helper", cast.ferryCommunity);
        for (var words :
                List.of("三楼这个人叫王五，常有人来", "二号院有人信教，周末聚在一起", "他家老人要去上访", "请打13800138000找他", "身份证330402199001011230的住户"))
            refused("intake.about-persons", () -> send(report(words, null), helper));
    }

    @Test
    void an_enterprise_says_what_it_needs_and_the_duty_list_finds_who_answers() {
        var boatman = cast.holding("boatman", boatyard);
        var id = send(report("船坊门口的灯不亮，夜里装货看不见", null), boatman);
        var taken = cast.the(TakenDownRows.class).find(id).orElseThrow();
        assertThat(taken.concerned()).isEqualTo(Concerned.enterprise);
        assertThat(taken.enterprise()).isEqualTo(boatyard);
        assertThat(cast.load(id).channel).isEqualTo("enterprise");
        cast.cases().dispatch(id, "lantern", cast.desk());
        assertThat(cast.load(id).holder).isEqualTo(cast.wharf);
        cast.cases().finish(id, "换了灯", null, cast.worker(cast.wharf));
        cast.cases().answer(id, new ResidentAnswer(true, 5, 4, false, "", "link"), Cast.reporter(id));
        assertThat(cast.load(id).outcome).isEqualTo(Outcome.closedSolved);
    }

    @Test
    void staff_write_down_the_need_of_an_enterprise_and_of_no_office() {
        var said = new Said("self", Concerned.enterprise, boatyard, "", null);
        var counter = new Report(new CaseId(UUID.randomUUID()), cast.yard, "要修码头的灯", "", "enterprise");
        var id = cast.the(OnBehalf.class).take(counter, said, cast.desk());
        assertThat(cast.the(TakenDownRows.class).find(id).orElseThrow().enterprise())
                .isEqualTo(boatyard);
        var office = new Said("self", Concerned.enterprise, cast.wharf, "", null);
        refused(
                "intake.enterprise",
                () -> cast.the(OnBehalf.class)
                        .take(
                                new Report(new CaseId(UUID.randomUUID()), cast.yard, "灯", "", "enterprise"),
                                office,
                                cast.desk()));
    }

    /** P-22: how a need stands is kept, and no figure of the enterprise has a column. */
    @Test
    void no_column_holds_a_financial_statement() {
        var columns = cast.the(DSLContext.class)
                .fetch("SELECT column_name FROM information_schema.columns WHERE table_schema = 'cases'")
                .getValues(0, String.class);
        assertThat(columns)
                .isNotEmpty()
                .noneMatch(it ->
                        it.matches(".*(amount|revenue|turnover|profit|tax|loan|credit|debt|balance|salary|bank).*"));
    }
}
