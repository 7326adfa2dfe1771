package lianxin.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lianxin.cases.CaseId;
import lianxin.cases.Cases;
import lianxin.cases.ResidentAnswer;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Chair;
import lianxin.organization.DutyDesks;
import lianxin.organization.Posts;
import lianxin.organization.Units;
import lianxin.organization.Watch;
import lianxin.platform.Forbidden;
import lianxin.platform.MovableClock;
import lianxin.platform.RuleBroken;
import lianxin.playbook.Playbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 沈知秋 leads 南湖区's organization work and keeps in touch with the branch of 云海社区. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkageTests {

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
    void a_contact_point_belongs_to_the_seat_and_whoever_comes_next_goes_on_with_it() {
        var before = town.leader("沈知秋", "组织工作");
        var link = town.tied("组织工作", Nanhu.BRANCH);
        town.visited(link, town.today(), before.actor());

        var now = town.clock.instant();
        town.the(Posts.class).end(before.post(), now, "交流", Actor.SYSTEM);
        assertThat(amiss("contacts")).extracting(Watch.Amiss::key).containsExactly("linkage.vacant");
        assertThatThrownBy(() -> town.visited(link, town.today(), before.actor()))
                .isInstanceOf(Forbidden.class);

        var after = town.seat("顾明", town.unit(Nanhu.COUNTY), "leadership-member", "组织工作", now);
        assertThat(amiss("contacts")).isEmpty();
        town.contacts().log(link, new Contacts.Draft(town.today(), "telephone", "接着谈活动室"), after.actor());
        assertThat(town.the(ContactBook.class).of(link, town.today())).hasSize(2);
        assertThat(town.told(link)).containsExactly("link.tied", "link.contacted", "link.contacted");
        town.the(Posts.class).end(after.post(), town.clock.instant().plusSeconds(1), "交流", Actor.SYSTEM);
    }

    @Test
    void a_link_is_idle_when_a_quarter_went_by_without_a_contact_and_not_while_it_is_young() {
        town.clock.moveTo("2026-03-02T18:00");
        var leader = town.leader("沈知秋", "宣传思想");
        var link = town.tied("宣传思想", Nanhu.BRANCH);
        town.clock.moveTo("2026-06-02T23:00");
        assertThat(kept(link).due()).isEqualTo(LocalDate.of(2026, 6, 2));
        assertThat(amiss("contacts")).isEmpty();

        town.clock.moveTo("2026-06-03T00:30");
        var never = amiss("contacts").getFirst();
        assertThat(never.key()).isEqualTo("linkage.never");
        assertThat(never.details()).contains("云海社区党委", LocalDate.of(2026, 6, 2));
        assertThat(never.url()).isEqualTo("/links/" + link);

        town.visited(link, LocalDate.of(2026, 3, 20), leader.actor());
        assertThat(kept(link).due())
                .as("20 June 2026 is a Saturday: the next working day counts, behind the Dragon Boat holiday")
                .isEqualTo(LocalDate.of(2026, 6, 22));
        assertThat(amiss("contacts")).isEmpty();
        town.clock.moveTo("2026-06-23T09:00");
        assertThat(amiss("contacts")).extracting(Watch.Amiss::key).containsExactly("linkage.idle");
        assertThat(town.the(Frequency.class)
                        .on(MovableClock.city("2026-06-10T12:00"))
                        .of(link(link))
                        .idle())
                .as("as of another day")
                .isFalse();
    }

    @Test
    void how_many_are_missing_is_counted_against_the_target_and_for_each_seat() {
        var rules = town.the(LinkageRules.class);
        town.leader("沈知秋", "统战工作");
        town.tied("统战工作", Nanhu.BRANCH);
        var branches = town.the(Gaps.class).of(rules.system("branch-contact-points"), town.clock.instant());
        assertThat(branches.wanted()).isEqualTo(109);
        assertThat(branches.missing()).isEqualTo(108);

        var seat = new Chair(town.unit("3304"), "standing-committee-member", "政法工作");
        town.seat("江月", "3304", "standing-committee-member", "政法工作");
        var street = town.unit("330402005");
        for (var project : List.of("小区改造", "河道整治"))
            town.links()
                    .tie(
                            new Links.Draft("ten-plus-two", "two", seat, street, project),
                            town.clock.instant(),
                            "安排",
                            Actor.SYSTEM);
        refused(
                "linkage.enough",
                () -> town.links()
                        .tie(
                                new Links.Draft("ten-plus-two", "two", seat, street, "第三个"),
                                town.clock.instant(),
                                "安排",
                                Actor.SYSTEM));
        var ten = town.the(Gaps.class).of(rules.system("ten-plus-two"), town.clock.instant());
        assertThat(ten.shorts())
                .containsExactly(
                        new Gaps.Lack(seat, rules.system("ten-plus-two").category("ten"), 10));
        assertThat(ten.wanted()).isEqualTo(12);
        assertThat(ten.missing()).isEqualTo(10);
    }

    @Test
    void each_refusal_is_one_sentence() {
        var leader = town.leader("沈知秋", "经济工作");
        var link = town.tied("经济工作", Nanhu.BRANCH);
        var now = town.clock.instant();
        var chair = town.chair("经济工作");
        refused("linkage.tied-already", () -> town.tied("经济工作", Nanhu.BRANCH));
        assertThat(town.the(LinkedUnits.class)
                        .first(new Integer[] {town.unit(Nanhu.BRANCH).number()}))
                .as("a list that brought the branch in is not taken back")
                .contains(town.unit(Nanhu.BRANCH));
        refused("linkage.nobody-sits", () -> town.tied("没有的席位", Nanhu.BRANCH));
        refused("linkage.wrong.kind", () -> town.tied("经济工作", "330402005"));
        var elsewhere = new Chair(town.unit("330402005"), "leader", "");
        refused(
                "linkage.wrong.seat",
                () -> town.links().tie(Nanhu.draft(elsewhere, town.unit(Nanhu.BRANCH)), now, "安排", Actor.SYSTEM));
        assertThatThrownBy(() ->
                        town.links().tie(Nanhu.draft(chair, town.unit(Nanhu.OTHER_BRANCH)), now, "安排", leader.actor()))
                .as("whoever sits there does not choose the contact points")
                .isInstanceOf(Forbidden.class);
        refused("linkage.tomorrow", () -> town.visited(link, town.today().plusDays(1), leader.actor()));
        refused("linkage.before-tied", () -> town.visited(link, town.today().minusDays(1), leader.actor()));
        var numbers = new Contacts.Draft(town.today(), "telephone", "老王 13800138000 说的");
        refused("linkage.no-numbers", () -> town.contacts().log(link, numbers, leader.actor()));
        town.clock.forward(Duration.ofSeconds(1));
        town.links().end(link, town.clock.instant(), Actor.SYSTEM);
        refused("linkage.over-already", () -> town.visited(link, town.today(), leader.actor()));
    }

    @Test
    void when_a_unit_is_merged_its_links_go_over_and_nobody_is_tied_twice() {
        town.clock.moveTo("2026-07-06T09:00");
        town.leader("沈知秋", "农业农村");
        town.leader("顾明", "城乡建设");
        var both = town.tied("农业农村", Nanhu.BRANCH);
        var twice = town.tied("农业农村", Nanhu.OTHER_BRANCH);
        var one = town.tied("城乡建设", Nanhu.OTHER_BRANCH);
        town.clock.moveTo("2026-07-07T09:00");
        var merged = town.clock.instant();
        var heir = town.unit(Nanhu.BRANCH);
        town.the(Units.class).merge(town.unit(Nanhu.OTHER_BRANCH), heir, merged, "并社区", Actor.SYSTEM);
        assertThat(town.book().in("branch-contact-points", merged))
                .extracting(Link::id, Link::object)
                .containsExactly(tuple(both, heir), tuple(one, heir));
        assertThat(town.book().must(twice, merged).until()).isEqualTo(merged);
        assertThat(town.book().must(one, merged).since()).isBefore(merged);

        var county = town.unit(Nanhu.OTHER_COUNTY);
        town.the(Units.class).merge(town.unit(Nanhu.COUNTY), county, merged.plusSeconds(60), "并区", Actor.SYSTEM);
        town.clock.forward(Duration.ofMinutes(2));
        assertThat(link(one).seat()).isEqualTo(new Chair(county, "leadership-member", "城乡建设"));
        assertThat(amiss("contacts")).as("whoever sat there sits there").isEmpty();
        town.close();
        town = new Nanhu().settled();
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
        refused("linkage.told-already", () -> town.contacts().tellBack(contact, town.today(), "再说一次", leader.actor()));
        assertThat(town.told(link))
                .containsExactly("link.tied", "link.contacted", "link.need-taken", "link.need-taken", "link.told-back");
    }

    @Test
    void the_team_of_a_grid_is_shown_with_names_as_the_playbook_says_and_numbers_from_ten_on() {
        var grid = town.area(Nanhu.GRID);
        assertThat(amiss("service-teams")).extracting(Watch.Amiss::key).containsExactly("linkage.no-team");
        var secretary = town.seat("沈家宝", Nanhu.GRID + "-grid-branch", "grid-branch-secretary", "");
        var worker = town.seat("周小渡", Nanhu.YUNHAI, "grid-worker", "");
        var doctor = town.seat("陆医生", Nanhu.GRID + "-grid-branch", "group-head", "");
        var now = town.clock.instant();
        town.teams().join(grid, "head", secretary.post(), now, Actor.SYSTEM);
        assertThat(amiss("service-teams")).extracting(Watch.Amiss::key).containsExactly("linkage.team-short");
        refused("linkage.team-full", () -> town.teams().join(grid, "head", worker.post(), now, Actor.SYSTEM));
        town.teams().join(grid, "grid-worker", worker.post(), now, Actor.SYSTEM);
        town.teams().join(grid, "specialist", doctor.post(), now, Actor.SYSTEM);
        assertThat(amiss("service-teams")).isEmpty();
        refused("linkage.in-team", () -> town.teams().join(grid, "volunteer", doctor.post(), now, Actor.SYSTEM));

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

    private List<Watch.Amiss> amiss(String watch) {
        var looked = watch.equals("contacts")
                ? town.the(ContactWatch.class).look(town.clock.instant(), it -> true)
                : town.the(TeamWatch.class).look(town.clock.instant(), it -> true);
        return looked.stream().map(Watch.Looked::amiss).filter(Objects::nonNull).toList();
    }

    private Frequency.Kept kept(LinkId id) {
        return town.the(Frequency.class).on(town.clock.instant()).of(link(id));
    }

    private Link link(LinkId id) {
        return town.book().must(id, town.clock.instant());
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

    private GridTeam.Shown shown() {
        return town.the(GridTeam.class)
                .around(town.area(Nanhu.BUILDING), town.clock.instant())
                .orElseThrow();
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo(key));
    }
}
