package lianxin.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.Chair;
import lianxin.organization.Posts;
import lianxin.organization.Units;
import lianxin.organization.Watch;
import lianxin.platform.Forbidden;
import lianxin.platform.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 沈知秋 leads 南湖区's organization work and keeps in touch with the branch of 云海社区. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkTests {

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
        assertThat(town.amiss("contacts")).extracting(Watch.Amiss::key).containsExactly("linkage.vacant");
        assertThatThrownBy(() -> town.visited(link, town.today(), before.actor()))
                .isInstanceOf(Forbidden.class);

        var after = town.seat("顾明", town.unit(Nanhu.COUNTY), "leadership-member", "组织工作", now);
        assertThat(town.amiss("contacts")).isEmpty();
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
        assertThat(town.amiss("contacts")).isEmpty();

        town.clock.moveTo("2026-06-03T00:30");
        var never = town.amiss("contacts").getFirst();
        assertThat(never.key()).isEqualTo("linkage.never");
        assertThat(never.details()).contains("云海社区党委", LocalDate.of(2026, 6, 2));
        assertThat(never.url()).isEqualTo("/links/" + link);

        town.visited(link, LocalDate.of(2026, 3, 20), leader.actor());
        assertThat(kept(link).due())
                .as("20 June 2026 is a Saturday: the next working day counts, behind the Dragon Boat holiday")
                .isEqualTo(LocalDate.of(2026, 6, 22));
        assertThat(town.amiss("contacts")).isEmpty();
        town.clock.moveTo("2026-06-23T09:00");
        assertThat(town.amiss("contacts")).extracting(Watch.Amiss::key).containsExactly("linkage.idle");
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
        Nanhu.refused(
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
        Nanhu.refused("linkage.tied-already", () -> town.tied("经济工作", Nanhu.BRANCH));
        assertThat(town.the(LinkedUnits.class)
                        .first(new Integer[] {town.unit(Nanhu.BRANCH).number()}))
                .as("a list that brought the branch in is not taken back")
                .contains(town.unit(Nanhu.BRANCH));
        Nanhu.refused("linkage.nobody-sits", () -> town.tied("没有的席位", Nanhu.BRANCH));
        Nanhu.refused("linkage.wrong.kind", () -> town.tied("经济工作", "330402005"));
        var elsewhere = new Chair(town.unit("330402005"), "leader", "");
        Nanhu.refused(
                "linkage.wrong.seat",
                () -> town.links().tie(Nanhu.draft(elsewhere, town.unit(Nanhu.BRANCH)), now, "安排", Actor.SYSTEM));
        assertThatThrownBy(() ->
                        town.links().tie(Nanhu.draft(chair, town.unit(Nanhu.OTHER_BRANCH)), now, "安排", leader.actor()))
                .as("whoever sits there does not choose the contact points")
                .isInstanceOf(Forbidden.class);
        Nanhu.refused("linkage.tomorrow", () -> town.visited(link, town.today().plusDays(1), leader.actor()));
        Nanhu.refused(
                "linkage.before-tied", () -> town.visited(link, town.today().minusDays(1), leader.actor()));
        var numbers = new Contacts.Draft(town.today(), "telephone", "老王 13800138000 说的");
        Nanhu.refused("linkage.no-numbers", () -> town.contacts().log(link, numbers, leader.actor()));
        town.clock.forward(Duration.ofSeconds(1));
        town.links().end(link, town.clock.instant(), Actor.SYSTEM);
        Nanhu.refused("linkage.over-already", () -> town.visited(link, town.today(), leader.actor()));
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
        assertThat(town.told(both)).containsExactly("link.tied");
        assertThat(town.told(twice)).endsWith("link.ended");
        assertThat(town.told(one)).endsWith("link.handed-over");
        assertThat(town.book().must(one, merged).since()).isBefore(merged);

        var county = town.unit(Nanhu.OTHER_COUNTY);
        town.the(Units.class).merge(town.unit(Nanhu.COUNTY), county, merged.plusSeconds(60), "并区", Actor.SYSTEM);
        town.clock.forward(Duration.ofMinutes(2));
        assertThat(link(one).seat()).isEqualTo(new Chair(county, "leadership-member", "城乡建设"));
        assertThat(town.amiss("contacts")).as("whoever sat there sits there").isEmpty();
        town.close();
        town = new Nanhu().settled();
    }

    private Frequency.Kept kept(LinkId id) {
        return town.the(Frequency.class).on(town.clock.instant()).of(link(id));
    }

    private Link link(LinkId id) {
        return town.book().must(id, town.clock.instant());
    }
}
