package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import lianxin.cases.CaseReaders.Extent;
import lianxin.cases.rules.DutyList;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Posts;
import lianxin.platform.Forbidden;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who sees how much of a case: units their own, departments what they were given, lines their line, riders the street. */
class CaseReadersTests {

    @AutoClose
    static final Cast cast = new Cast();

    final CaseReaders readers = cast.the(CaseReaders.class);
    final CaseQueries queries = cast.the(CaseQueries.class);

    @Test
    void a_department_sees_what_it_was_given_and_nothing_else_of_the_street() {
        var lantern = cast.lanternDispatched();
        var crack = cast.reported("堤岸有裂缝，往外渗水");
        cast.cases().dispatch(crack, "dike-crack", cast.works, item(), cast.desk());
        var bureau = cast.worker(cast.works);

        assertThat(extent(crack, bureau)).isEqualTo(Extent.WHOLE);
        assertThatThrownBy(() -> extent(lantern, bureau)).isInstanceOf(Forbidden.class);
        assertThat(listed(bureau)).contains(crack).doesNotContain(lantern);
    }

    @Test
    void a_department_that_was_relieved_still_sees_what_it_had() {
        var crack = cast.reported("堤岸又有裂缝");
        cast.cases().dispatch(crack, "dike-crack", cast.works, item(), cast.desk());
        var bureau = cast.worker(cast.works);
        cast.cases().askReturn(crack, item(), "不在本局范围", bureau);
        cast.cases().decide(crack, true, cast.desk());

        assertThat(extent(crack, bureau)).isEqualTo(Extent.WHOLE);
        assertThatThrownBy(() -> cast.cases().sign(crack, bureau)).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_post_limited_to_a_line_sees_and_does_nothing_in_another() {
        var lantern = cast.lanternDispatched();
        var order = inLine("order");
        var works = inLine("works");

        assertThatThrownBy(() -> extent(lantern, order)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> cast.cases().sign(lantern, order)).isInstanceOf(Forbidden.class);
        assertThat(listed(order)).doesNotContain(lantern);
        assertThat(extent(lantern, works)).isEqualTo(Extent.WHOLE);
        assertThat(listed(works)).contains(lantern);
        cast.cases().sign(lantern, works);
        cast.reports().leaveContact(lantern, "13800138000", GivenTo.HANDLER, Cast.reporter(lantern));
        var details = cast.the(CaseDetails.class);
        assertThat(details.maskedContact(lantern, cast.load(lantern), works)).isPresent();
        assertThat(details.maskedContact(lantern, cast.load(lantern), order)).isEmpty();
        assertThatThrownBy(() -> details.readContact(lantern, "appointment", order))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_rider_sees_the_street_and_no_resident() {
        var crack = cast.reported("堤岸裂缝，我家住渡口三号");
        var well = cast.reported("水井停水两天了");
        cast.cases().dispatch(crack, "dike-crack", cast.ferryCommunity, item(), cast.desk());
        cast.cases().dispatch(well, "well", cast.ferryCommunity, item(), cast.desk());
        var ferryman = cast.holding("ferryman", cast.ferryCommunity);

        assertThat(extent(crack, ferryman)).isEqualTo(Extent.PUBLIC_SPACE);
        assertThatThrownBy(() -> extent(well, ferryman)).isInstanceOf(Forbidden.class);
        assertThat(listed(ferryman)).contains(crack).doesNotContain(well);
        var row = queries.find(crack).orElseThrow();
        assertThat(readers.shown(row, ferryman).title())
                .as("not a word of the reporter")
                .isEmpty();
        assertThat(found(ferryman, "渡口三号"))
                .as("words cannot be found out by searching")
                .isEmpty();
        assertThat(found(cast.worker(cast.ferryCommunity), "渡口三号")).contains(crack);
    }

    private static String item() {
        return cast.the(DutyList.class).fallback().key();
    }

    private static Actor inLine(String line) {
        var person = cast.the(Posts.class)
                .register(List.of("钱小满"), true, Actor.SYSTEM)
                .getFirst();
        var seat = new Posts.Seat(person, cast.wharf, "liner", Cast.LONG_AGO, null, Set.of(line), "", null);
        cast.the(Posts.class).fill(seat, "test", Actor.SYSTEM);
        return cast.the(Actors.class).of(person);
    }

    private Extent extent(CaseId id, Actor actor) {
        return readers.extent(cast.load(id), actor);
    }

    private List<CaseId> listed(Actor actor) {
        return found(actor, null);
    }

    private List<CaseId> found(Actor actor, String words) {
        var filter = new Filter(Filter.View.open, words, null, null, false, 1);
        return queries.list(filter, readers.reach(actor), cast.clock.instant()).stream()
                .map(CaseRow::id)
                .toList();
    }
}
