package lianxin.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lianxin.bodies.Bodies.Charter;
import lianxin.directives.JointProjects;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndingTests {

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
        Fengqiao.refused(
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
    void whoever_inherits_a_task_finds_it_among_its_work_and_may_settle_it_though_the_body_is_over() {
        var street = town.unit(Fengqiao.STREET);
        var heir = town.unit(Fengqiao.YUNHAI);
        var ends = town.today().plusDays(3);
        var charter = new Charter("task-force", "创建专班", street, town.area(Fengqiao.STREET), null, null, "", ends, heir);
        var force = town.bodies().found(charter, now(), "创建", town.by());
        var task = town.undertakings().plan(force, new Draft(Part.TASK, "补种行道树", null, ends), town.by());
        days(3);
        town.the(EndingSweep.class).run();
        assertThat(town.the(ProjectsInHand.class).openOf(heir, now()))
                .extracting(JointProjects.Project::title, JointProjects.Project::with)
                .containsExactly(tuple("补种行道树", "创建专班"));
        var it = town.the(UndertakingBook.class).find(task);
        var over = town.book().must(force, now());
        assertThat(BodyGuard.maySettle(it, over, town.holding("organizer", heir)))
                .isTrue();
        assertThat(BodyGuard.maySettle(it, over, town.holding("organizer", town.unit(Fengqiao.FURUN))))
                .isFalse();
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
        Fengqiao.refused("bodies.ended", () -> town.bodies().dissolve(force, street, now(), "再来", town.by()));
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
        town.bodies().dissolve(both, yunhai, now().plus(Duration.ofDays(90)), "到期", town.by());
        days(1);
        town.the(Units.class).merge(yunhai, furun, now(), "撤并", Actor.SYSTEM);

        assertThat(town.book().must(led, now()).lead()).isEqualTo(furun);
        assertThat(seated(both, now())).containsExactly(furun);
        assertThat(town.the(UndertakingBook.class).find(project).unit()).isEqualTo(furun);
        assertThat(town.book().must(led, now().minus(Duration.ofHours(2))).lead())
                .isEqualTo(yunhai);
        assertThat(town.told(led)).endsWith("body.lead-changed", "body.handed-over");
        assertThat(town.told(both))
                .as("nothing goes over silently")
                .endsWith("body.left", "body.handed-over", "body.heir-changed");
    }

    @Test
    void the_seat_of_a_merged_unit_is_its_successor_s_and_the_time_line_says_so() {
        var street = town.founded("grand-working-committee", "东栅街道大工委", Fengqiao.STREET);
        town.bodies().admit(street, town.unit(Fengqiao.YUNHAI), "full-time", now(), "加入", town.by());
        days(1);
        town.the(Units.class).merge(town.unit(Fengqiao.YUNHAI), town.unit(Fengqiao.FURUN), now(), "撤并", Actor.SYSTEM);
        assertThat(seated(street, now())).containsExactly(town.unit(Fengqiao.FURUN));
        assertThat(town.told(street)).endsWith("body.admitted", "body.seat-handed-over");
    }
}
