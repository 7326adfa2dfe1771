package lianxin.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import lianxin.cases.CaseId;
import lianxin.cases.Cases;
import lianxin.cases.ResidentAnswer;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.organization.DutyDesks;
import lianxin.organization.Posts;
import lianxin.organization.Watch;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.playbook.Playbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What 沈知秋 and the team of a grid in 云海社区 take along. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeedTests {

    private Nanhu town;

    @BeforeAll
    void open() {
        town = new Nanhu().settled();
    }

    @AfterAll
    void close() {
        town.close();
    }

    /** A Monday in March; what other tests have tied is over. */
    @BeforeEach
    void nobody_is_tied() {
        var now = town.clock.instant();
        for (var link : town.book().all(now)) town.links().end(link.id(), now, Actor.SYSTEM);
        town.clock.forward(Duration.ofSeconds(1));
    }

    @Test
    void a_need_is_answered_at_once_or_becomes_a_case_and_only_the_resident_calls_it_solved() {
        var leader = town.leader("沈知秋", "党的建设");
        var link = town.tied("党的建设", Nanhu.BRANCH);
        var contact = town.visited(link, town.today(), leader.actor());
        var lamp = town.need("三单元楼道灯坏了一个多星期", "");
        town.contacts().take(contact, lamp, leader.actor());
        town.contacts().take(contact, lamp, leader.actor());
        town.contacts().take(contact, town.need("活动室能不能开到九点", "下周起开到九点"), leader.actor());

        var open = needs(link).stream().filter(it -> it.became() != null).toList();
        assertThat(open).singleElement().satisfies(it -> {
            assertThat(it.words()).as("its words stand in the case only").isNull();
            assertThat(became(it).state()).isEqualTo(NeedCases.State.OPEN);
        });
        var id = new CaseId(lamp.id().value());
        town.the(Cases.class).dispatch(id, "streetlight", town.unit(Nanhu.YUNHAI), "lighting-and-roads", Actor.SYSTEM);
        town.the(Cases.class).finish(id, "换了灯", null, Actor.SYSTEM);
        assertThat(became(needs(link, lamp)).state()).isEqualTo(NeedCases.State.OPEN);
        var yes = new ResidentAnswer(true, 5, 5, false, "", "phone");
        town.the(Cases.class).answer(id, yes, Actor.reporter(id.ref()));
        assertThat(became(needs(link, lamp)).state()).isEqualTo(NeedCases.State.SOLVED);

        town.contacts().tellBack(contact, town.today(), "灯换好了，活动室下周起开到九点", leader.actor());
        Nanhu.refused(
                "linkage.told-already", () -> town.contacts().tellBack(contact, town.today(), "再说一次", leader.actor()));
        assertThat(town.told(link))
                .containsExactly("link.tied", "link.contacted", "link.need-taken", "link.need-taken", "link.told-back");
    }

    @Test
    void a_contact_logged_in_error_is_taken_back_and_the_next_is_judged_as_if_it_had_never_been() {
        var leader = town.leader("沈知秋", "民政");
        var link = town.tied("民政", Nanhu.BRANCH);
        var tied = town.today();
        town.clock.forward(Duration.ofDays(80));
        var wrong = town.visited(link, town.today(), leader.actor());
        var lamp = town.need("楼道灯坏了", "");
        town.contacts().take(wrong, lamp, leader.actor());
        town.contacts().take(wrong, town.need("几点关门", "九点"), leader.actor());
        town.clock.forward(Duration.ofDays(5));
        assertThat(kept(link).last()).isEqualTo(tied.plusDays(80));
        Nanhu.refused("linkage.wrong.reason", () -> retractions().takeBack(wrong, " ", leader.actor()));
        retractions().takeBack(wrong, "记到别的支部了", leader.actor());
        assertThat(kept(link).last()).as("frequency is computed anew").isNull();
        assertThat(voided(link)).containsExactly("link.contacted", "link.need-taken");
        assertThat(became(needs(link, lamp)).state())
                .as("a need that became a case stays a case")
                .isEqualTo(NeedCases.State.OPEN);
        Nanhu.refused("linkage.taken-back-already", () -> retractions().takeBack(wrong, "再撤", leader.actor()));
        assertThatThrownBy(() -> town.contacts().take(wrong, town.need("x", "y"), leader.actor()))
                .isInstanceOf(NotFound.class);

        var early = town.visited(link, town.today(), leader.actor());
        town.clock.forward(Duration.ofDays(30));
        var next = town.visited(link, town.today(), leader.actor());
        assertThat(inTime(link, next)).isTrue();
        Nanhu.refused("linkage.too-late-to-take-back", () -> retractions().takeBack(early, "记错了", leader.actor()));
        var beside = town.seat("周", Nanhu.COUNTY, "organizer", "");
        assertThatThrownBy(() -> retractions().takeBack(early, "记错了", beside.actor()))
                .as("the seat's own unit is not the unit above")
                .isInstanceOf(Forbidden.class);
        retractions()
                .takeBack(
                        early, "核实没有去", town.seat("林", "3304", "organizer", "").actor());
        assertThat(inTime(link, next))
                .as("115 days after it was tied, and none before")
                .isFalse();
        assertThat(town.visited(link, town.today(), leader.actor()))
                .as("written once")
                .isEqualTo(next);
    }

    @Test
    void the_team_of_a_grid_is_shown_with_names_as_the_playbook_says_and_numbers_from_ten_on() {
        var grid = town.area(Nanhu.GRID);
        assertThat(town.amiss("service-teams")).extracting(Watch.Amiss::key).containsExactly("linkage.no-team");
        var secretary = town.seat("沈家宝", Nanhu.GRID + "-grid-branch", "grid-branch-secretary", "");
        var worker = town.seat("周小渡", Nanhu.YUNHAI, "grid-worker", "");
        var doctor = town.seat("陆医生", Nanhu.GRID + "-grid-branch", "group-head", "");
        var now = town.clock.instant();
        town.teams().join(grid, "head", secretary.post(), now, Actor.SYSTEM);
        assertThat(town.amiss("service-teams")).extracting(Watch.Amiss::key).containsExactly("linkage.team-short");
        Nanhu.refused("linkage.team-full", () -> town.teams().join(grid, "head", worker.post(), now, Actor.SYSTEM));
        town.teams().join(grid, "grid-worker", worker.post(), now, Actor.SYSTEM);
        town.teams().join(grid, "specialist", doctor.post(), now, Actor.SYSTEM);
        assertThat(town.amiss("service-teams")).isEmpty();
        Nanhu.refused("linkage.in-team", () -> town.teams().join(grid, "volunteer", doctor.post(), now, Actor.SYSTEM));

        assertThat(shown().servers())
                .extracting(GridTeam.Server::name, GridTeam.Server::telephone)
                .containsExactly(tuple("沈家宝", null), tuple("周小渡", null), tuple("", null));
        town.the(DutyDesks.class).showOwnTelephone("0000-1000 0003", worker.actor());
        assertThat(shown().servers().get(1).telephone()).isNotNull();

        for (int i = 0; i < 9; i++) town.teams().take(grid, town.need("怎么办老年卡", "到服务点"), worker.actor());
        assertThat(shown().taken()).as("nine are too few to tell").isNull();
        town.teams().take(grid, town.need("路灯不亮", ""), secretary.actor());
        assertThat(shown().taken()).isEqualTo(10);
        assertThat(shown().solved()).isNull();
        assertThatThrownBy(() -> town.teams()
                        .take(grid, town.need("x", ""), town.leader("丁", "外事").actor()))
                .isInstanceOf(Forbidden.class);

        town.the(Posts.class).end(worker.post(), now.plusSeconds(1), "离岗", Actor.SYSTEM);
        town.clock.forward(Duration.ofSeconds(2));
        assertThat(shown().servers()).hasSize(2);
        town.teams().leave(grid, doctor.post(), town.clock.instant(), Actor.SYSTEM);
        assertThat(town.the(TeamBook.class).members(grid, now))
                .as("as of the day before")
                .hasSize(3);
        assertThat(town.the(Journal.class).about(grid.ref()))
                .extracting(it -> it.kind())
                .contains("team.left");
        town.teams().leave(grid, secretary.post(), town.clock.instant(), Actor.SYSTEM);
        assertThat(town.the(GridTeam.class).around(town.area(Nanhu.BUILDING), town.clock.instant()))
                .isEmpty();
    }

    @Test
    void another_town_names_its_own_systems_and_a_town_may_have_none() {
        var linjiang = Playbook.open("src/test/resources/playbooks/linjiang").bind("linkage.yaml", LinkageRules.class);
        assertThat(linjiang.system("two-piers").category("pier").perSeat()).isEqualTo(2);
        assertThat(linjiang.theTeams().roles())
                .extracting(LinkageRules.TeamRole::key)
                .containsExactly("ferryman");
    }

    private List<ContactBook.Need> needs(LinkId link) {
        return town.the(ContactBook.class).of(link, town.today()).getFirst().needs();
    }

    private ContactBook.Need needs(LinkId link, Needed need) {
        return needs(link).stream()
                .filter(it -> it.id().equals(need.id()))
                .findFirst()
                .orElseThrow();
    }

    private static NeedCases.Became became(ContactBook.Need need) {
        return Objects.requireNonNull(need.became());
    }

    private Retractions retractions() {
        return town.the(Retractions.class);
    }

    private Frequency.Kept kept(LinkId id) {
        var now = town.clock.instant();
        return town.the(Frequency.class).on(now).of(town.book().must(id, now));
    }

    private List<String> voided(LinkId link) {
        return town.the(Journal.class).about(link.ref()).stream()
                .filter(Recorded::voided)
                .map(Recorded::kind)
                .toList();
    }

    private boolean inTime(LinkId link, ContactId contact) {
        return town.the(Journal.class).about(link.ref()).stream()
                .filter(it -> !it.voided()
                        && it.fact() instanceof LinkFact.Contacted fact
                        && fact.contact().equals(contact))
                .map(it -> ((LinkFact.Contacted) it.fact()).inTime())
                .findFirst()
                .orElseThrow();
    }

    private GridTeam.Shown shown() {
        return town.the(GridTeam.class)
                .around(town.area(Nanhu.BUILDING), town.clock.instant())
                .orElseThrow();
    }
}
