package lianxin.organization;

import static lianxin.organization.FilingTests.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import lianxin.facts.Journal;
import lianxin.organization.Delegations.Absence;
import lianxin.organization.Posts.Seat;
import lianxin.platform.Forbidden;
import lianxin.platform.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PostTests {

    @AutoClose
    static final Cast cast = new Cast().settled();

    final UnitId dongzha = cast.unit("330402005");
    final UnitId yunhai = cast.unit("330402005001");
    final UnitId gridBranch = cast.unit("330402005001-1-grid-branch");
    final Posts posts = cast.the(Posts.class);
    final Delegations delegations = cast.the(Delegations.class);

    @Test
    void the_catalog_of_the_playbook_has_the_part_time_posts_with_what_they_are_for() {
        var rules = cast.the(OrganizationRules.class);
        for (var key :
                new String[] {"area-head", "group-head", "neighbor-head", "workshop-commissar", "rider-grid-worker"}) {
            var role = rules.role(key);
            assertThat(role.partTime()).as(key).isTrue();
            assertThat(role.duty()).as(key).isNotNull();
        }
        assertThat(rules.role("rider-grid-worker").may())
                .as("hazards in public space, no resident")
                .containsExactly(May.READ_PUBLIC_SPACE);
        assertThat(rules.roles())
                .filteredOn(it -> it.may().contains(May.MANAGE_ACCOUNTS))
                .as("configuration, no business data")
                .allSatisfy(it -> assertThat(it.may()).doesNotContain(May.READ, May.READ_CONTACT, May.HANDLE));
    }

    @Test
    void a_post_stands_only_in_the_units_it_is_meant_for() {
        refused("posts.not-here", () -> posts.fill(seat("rider-grid-worker", dongzha), "招募", Actor.SYSTEM));
        refused("posts.not-here", () -> posts.fill(seat("system-administrator", yunhai), "任命", Actor.SYSTEM));
    }

    @Test
    void a_term_ends_by_itself() {
        var from = MovableClock.city("2026-01-01T00:00");
        var secretary = posts.fill(
                new Seat(cast.person("林小树"), gridBranch, "grid-branch-secretary", from, null), "选举", Actor.SYSTEM);
        assertThat(posts.held(secretary, now()).to()).isEqualTo(MovableClock.city("2029-01-01T00:00"));
        refused(
                "posts.taken",
                () -> posts.fill(
                        new Seat(cast.person("周小满"), gridBranch, "grid-branch-secretary", now(), null),
                        "另一人",
                        Actor.SYSTEM));
        posts.fill(
                new Seat(
                        cast.person("方小竹"),
                        gridBranch,
                        "grid-branch-secretary",
                        MovableClock.city("2029-01-01T00:00"),
                        null),
                "下一届",
                Actor.SYSTEM);
    }

    @Test
    void one_person_holds_several_posts_and_has_the_rights_of_all() {
        var person = cast.person("丁小禾");
        posts.fill(new Seat(person, yunhai, "handler", Cast.LONG_AGO, null), "任命", Actor.SYSTEM);
        posts.fill(new Seat(person, dongzha, "dispatcher", Cast.LONG_AGO, null), "兼任", Actor.SYSTEM);
        var actor = cast.the(Actors.class).of(person);

        assertThat(actor.posts()).hasSize(2);
        assertThat(actor.may(May.HANDLE, yunhai)).isTrue();
        assertThat(actor.may(May.DISPATCH, yunhai)).isTrue();
        assertThat(actor.may(May.HANDLE, dongzha)).isFalse();
    }

    @Test
    void a_post_limited_to_lines_of_work_gives_nothing_in_others() {
        refused("posts.lines-missing", () -> posts.fill(seat("line-officer", dongzha), "任命", Actor.SYSTEM));
        refused("posts.no-lines", () -> posts.fill(inLines("handler", Set.of("water")), "任命", Actor.SYSTEM));
        refused("posts.line", () -> posts.fill(inLines("line-officer", Set.of("moon")), "任命", Actor.SYSTEM));
        var seat = inLines("line-officer", Set.of("civil-affairs"));
        posts.fill(seat, "任命", Actor.SYSTEM);
        var officer = cast.the(Actors.class).of(seat.person());

        assertThat(officer.may(May.HANDLE, dongzha, "civil-affairs")).isTrue();
        assertThat(officer.may(May.HANDLE, dongzha, "urban-management")).isFalse();
        assertThat(officer.may(May.READ, dongzha)).as("whatever the line").isFalse();
        assertThat(officer.may(May.LOOK_UP, dongzha)).isTrue();
        assertThat(officer.where(May.READ)).isEmpty();
        assertThat(officer.whereInLines(May.READ)).containsOnlyKeys("civil-affairs");
        assertThat(officer.may(May.READ)).isFalse();
        assertThat(officer.mayInSomeLine(May.READ)).isTrue();
    }

    @Test
    void nobody_gives_a_post_to_themselves() {
        var officer = cast.holding("organization-officer", dongzha);
        refused("posts.own", () -> posts.fill(new Seat(id(officer), dongzha, "organizer", now(), null), "自荐", officer));
    }

    @Test
    void somebody_new_is_in_the_book_only_with_the_post() {
        var officer = cast.holding("organization-officer", dongzha);
        var wish = new Appointing.Wish(dongzha, "no-such-post", null, "施小荷", now(), null, Set.of(), "", "任命");
        refused("organization.unknown-role", () -> cast.the(Appointing.class).appoint(wish, officer));
        assertThat(cast.the(DSLContext.class).fetchValue("SELECT count(*) FROM organization.person WHERE name = '施小荷'"))
                .isEqualTo(0L);
    }

    @Test
    void a_name_is_a_name_and_no_number() {
        var officer = cast.holding("organization-officer", dongzha);
        refused("posts.name-only", () -> posts.register("钱小满 13812345678", dongzha, officer));
        refused("posts.name", () -> posts.register(" ", dongzha, officer));
        assertThatThrownBy(() -> posts.register("钱小满", cast.unit("330402"), officer))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void while_the_holder_is_away_a_colleague_has_what_was_given_and_never_more() {
        var leader = cast.holding("leader", dongzha);
        var post = leader.posts().getFirst().id();
        var colleague = cast.holding("desk-officer", dongzha);
        var monday = now();
        var friday = monday.plus(Duration.ofDays(5));

        refused(
                "posts.delegate.not-yours",
                () -> delegations.give(
                        new Absence(post, id(colleague), Set.of(May.EVALUATE), monday, friday, "年休假"), leader));
        refused(
                "posts.delegate.long",
                () -> delegations.give(
                        new Absence(
                                post,
                                id(colleague),
                                Set.of(May.SUPERVISE),
                                monday,
                                monday.plus(Duration.ofDays(90)),
                                "x"),
                        leader));
        refused(
                "posts.delegate.no-colleague",
                () -> delegations.give(
                        new Absence(
                                post, id(cast.holding("leader", yunhai)), Set.of(May.SUPERVISE), monday, friday, "x"),
                        leader));
        delegations.give(new Absence(post, id(colleague), Set.of(May.SUPERVISE), monday, friday, "年休假"), leader);

        assertThat(colleague.may(May.SUPERVISE, yunhai)).isTrue();
        assertThat(colleague.may(May.READ, yunhai)).as("was not given").isFalse();
        assertThat(colleague.posts()).as("still one own post").hasSize(1);
        assertThatThrownBy(() -> delegations.give(
                        new Absence(post, id(leader), Set.of(May.SUPERVISE), monday, friday, "on"), colleague))
                .as("no chains")
                .isInstanceOf(Forbidden.class);
        assertThat(cast.the(Journal.class).about(post.ref()))
                .extracting(it -> it.kind())
                .contains("post.delegated");

        cast.clock.forward(Duration.ofDays(6));
        assertThat(colleague.may(May.SUPERVISE, yunhai)).as("over by the clock").isFalse();
        cast.clock.back(Duration.ofDays(6));
    }

    @Test
    void a_delegation_ends_with_the_post_it_hangs_on() {
        var person = cast.person("宋小桥");
        var post = posts.fill(new Seat(person, dongzha, "dispatcher", Cast.LONG_AGO, null), "任命", Actor.SYSTEM);
        var colleague = cast.holding("handler", dongzha);
        var giver = cast.the(Actors.class).of(person);
        delegations.give(
                new Absence(post, id(colleague), Set.of(May.DISPATCH), now(), now().plus(Duration.ofDays(5)), "病假"),
                giver);
        assertThat(colleague.may(May.DISPATCH, yunhai)).isTrue();

        posts.end(post, now(), "调离", Actor.SYSTEM);
        assertThat(colleague.may(May.DISPATCH, yunhai)).isFalse();
    }

    @Test
    void the_post_under_the_name_is_told_in_the_reader_s_language() {
        var person = cast.person("柳小青");
        cast.the(Accounts.class).open(person, "liu.xiaoqing", "long enough 1", Actor.SYSTEM);
        posts.fill(new Seat(person, dongzha, "leader", Cast.LONG_AGO, null), "任命", Actor.SYSTEM);
        var actors = cast.the(Actors.class);

        assertThat(actors.who(() -> "liu.xiaoqing", Locale.ENGLISH).role()).isEqualTo("Leader");
        assertThat(actors.who(() -> "liu.xiaoqing", Locale.SIMPLIFIED_CHINESE).role())
                .isEqualTo("负责人");
    }

    private Seat inLines(String role, Set<String> lines) {
        return new Seat(cast.person("钱小满"), dongzha, role, Cast.LONG_AGO, null, lines, "", null);
    }

    private static Seat seat(String role, UnitId unit) {
        return new Seat(cast.person("钱小满"), unit, role, Cast.LONG_AGO, null);
    }

    private static PersonId id(Actor actor) {
        return actor.person().orElseThrow();
    }

    private static Instant now() {
        return cast.clock.instant();
    }
}
