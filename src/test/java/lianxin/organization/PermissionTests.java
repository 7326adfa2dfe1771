package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import lianxin.facts.Journal;
import lianxin.facts.Ref;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class PermissionTests {

    @AutoClose
    static final Cast cast = new Cast().settled();

    final UnitId nanhu = cast.unit("330402");
    final UnitId dongzha = cast.unit("330402005");
    final UnitId yunhai = cast.unit("330402005001");

    @Test
    void a_dispatcher_reaches_everything_below_and_a_desk_officer_the_own_unit_only() {
        var dispatcher = cast.holding("dispatcher", dongzha);
        var deskOfficer = cast.holding("desk-officer", dongzha);

        assertThat(dispatcher.may(May.DISPATCH, yunhai)).isTrue();
        assertThat(dispatcher.may(May.DISPATCH, nanhu)).isFalse();
        assertThat(dispatcher.may(May.HANDLE, dongzha)).isFalse();
        assertThat(deskOfficer.may(May.DISPATCH, dongzha)).isTrue();
        assertThat(deskOfficer.may(May.DISPATCH, yunhai)).isFalse();
        assertThat(deskOfficer.where(May.DISPATCH)).containsExactly(dongzha.number());
        assertThat(dispatcher.where(May.DISPATCH)).contains(dongzha.number(), yunhai.number());
        assertThatThrownBy(() -> deskOfficer.must(May.EVALUATE, dongzha)).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_post_ends_by_the_clock_without_a_message() {
        var person = cast.person("孙小河");
        var evening = cast.clock.instant().plus(Duration.ofHours(8));
        cast.the(Posts.class)
                .fill(new Posts.Seat(person, dongzha, "handler", Cast.LONG_AGO, evening), "term", Actor.SYSTEM);
        var handler = cast.the(Actors.class).of(person);

        assertThat(handler.may(May.HANDLE, dongzha)).isTrue();
        cast.clock.forward(Duration.ofHours(9));
        assertThat(handler.may(May.HANDLE, dongzha)).isFalse();
        assertThat(handler.posts()).isEmpty();
    }

    @Test
    void a_post_that_was_ended_gives_nothing_from_then_on_and_is_told() {
        var person = cast.person("周小舟");
        var post = cast.the(Posts.class)
                .fill(new Posts.Seat(person, dongzha, "handler", Cast.LONG_AGO, null), "term", Actor.SYSTEM);
        assertThat(cast.the(Actors.class).of(person).may(May.HANDLE, dongzha)).isTrue();

        cast.the(Posts.class).end(post, cast.clock.instant(), "moved away", Actor.SYSTEM);

        assertThat(cast.the(Actors.class).of(person).may(May.HANDLE, dongzha)).isFalse();
        assertThat(cast.the(Journal.class).about(post.ref())).hasSize(2);
    }

    @Test
    void a_post_in_a_party_body_gives_no_permission_about_cases() {
        var committee = cast.unit("330402005-party-working-committee");
        var secretary = cast.holding("dispatcher", committee);

        assertThat(secretary.may(May.DISPATCH, committee)).isFalse();
        assertThat(secretary.may(May.READ, committee)).isTrue();
        assertThat(secretary.where(May.DISPATCH)).isEmpty();
    }

    @Test
    void when_a_street_moves_the_county_it_left_has_no_say_any_more() {
        var xincheng = cast.unit("330411001");
        var leader = cast.holding("leader", cast.unit("330411"));
        assertThat(leader.may(May.SUPERVISE, xincheng)).isTrue();

        cast.units().move(xincheng, nanhu, cast.clock.instant(), "区划调整", Actor.SYSTEM);

        assertThat(leader.may(May.SUPERVISE, xincheng)).isFalse();
    }

    @Test
    void a_reporter_may_nothing_and_only_the_system_may_without_a_unit() {
        var reporter = Actor.reporter(new Ref("case", "7"));
        assertThat(reporter.ref()).isEqualTo(new Ref("reporter", "7"));
        assertThat(reporter.may(May.READ, dongzha)).isFalse();
        assertThatThrownBy(() -> cast.holding("organizer", dongzha).must(May.MANAGE_UNITS, null))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        cast.units().rename(nanhu, "x", cast.clock.instant(), "x", cast.holding("organizer", dongzha)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void an_account_signs_in_with_its_password_and_is_the_person_with_the_posts() {
        var person = cast.person("李青禾");
        var accounts = cast.the(Accounts.class);
        accounts.open(person, "Li.Qinghe", "long enough 1", Actor.SYSTEM);
        cast.the(Posts.class)
                .fill(new Posts.Seat(person, dongzha, "leader", Cast.LONG_AGO, null), "term", Actor.SYSTEM);

        assertThat(accounts.loadUserByUsername("li.qinghe").getPassword()).startsWith("{bcrypt}");
        assertThat(cast.the(Actors.class).of("LI.qinghe").person()).contains(person);
        assertThat(cast.the(Actors.class).who(() -> "li.qinghe", Locale.ENGLISH).unit())
                .isEqualTo("东栅街道办事处");
        accounts.close(person, Actor.SYSTEM);
        assertThatThrownBy(() -> accounts.loadUserByUsername("li.qinghe"))
                .isInstanceOf(UsernameNotFoundException.class);
        assertThatThrownBy(() -> cast.the(Actors.class).of("li.qinghe")).isInstanceOf(NotFound.class);
    }
}
