package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody at the ferry complains about 渡口社区, about 码头街道 above it, about 工务局, and about one who sits in two places. */
class SubjectTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Cases cases = cast.cases();
    private final CaseReaders readers = cast.the(CaseReaders.class);

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    private static CaseId about(UnitId unit) {
        var words = "窗口的人态度不好";
        return cast.reports().report(new Report(new CaseId(UUID.randomUUID()), cast.yard, words, "", "qr").about(unit));
    }

    private void assertNoneOf(UnitId subject, CaseId id) {
        for (var unit : new UnitId[] {subject, cast.ferryCommunity})
            for (var role : new String[] {"watch", "worker", "head"})
                assertThatExceptionOfType(Forbidden.class)
                        .as("%s of %s", role, unit)
                        .isThrownBy(() -> readers.extent(cast.load(id), cast.holding(role, unit)));
    }

    @Test
    void a_matter_about_a_community_is_with_the_street_and_nobody_of_the_community_reads_it() {
        var it = about(cast.ferryCommunity);
        assertThat(cast.load(it).holder).isEqualTo(cast.wharf);
        assertNoneOf(cast.ferryCommunity, it);
        assertThat(readers.extent(cast.load(it), cast.holding("watch", cast.wharf)))
                .isNotNull();
    }

    @Test
    void a_matter_about_a_street_is_with_the_county_and_nobody_of_the_street_or_below_reads_it() {
        var it = about(cast.wharf);
        assertThat(cast.load(it).holder).isEqualTo(cast.county);
        assertNoneOf(cast.wharf, it);
    }

    @Test
    void a_matter_about_a_department_is_with_the_government_above_it() {
        var it = about(cast.works);
        assertThat(cast.load(it).desk).isEqualTo(cast.county);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> readers.extent(cast.load(it), cast.worker(cast.works)));
    }

    @Test
    void neither_the_subject_nor_a_unit_below_it_is_put_to_work_on_it() {
        var it = about(cast.wharf);
        var desk = cast.holding("watch", cast.county);
        for (var unit : new UnitId[] {cast.wharf, cast.ferryCommunity})
            assertThatExceptionOfType(RuleBroken.class)
                    .isThrownBy(() -> cases.dispatch(it, "anything", unit, "last-resort", desk))
                    .withMessageContaining("case.about-itself");
        cases.dispatch(it, "anything", cast.works, "last-resort", desk);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> cast.the(Assistants.class).callIn(it, cast.wharf, "请说明", desk))
                .withMessageContaining("case.about-itself");
    }

    @Test
    void the_desk_that_reads_it_first_sends_it_above_itself() {
        var it = cast.reported("社区的小渡总不接电话");
        cases.about(it, cast.ferryCommunity, cast.desk());
        assertThat(cast.load(it).desk).isEqualTo(cast.wharf);
        assertThat(cast.load(it).due).isNotNull();
        assertThat(cast.facts(it)).contains(new ReportFact.RoutedAround(it, cast.wharf, cast.ferryCommunity));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> readers.extent(cast.load(it), cast.desk()));
        cast.clock.moveTo(cast.load(it).due.plusSeconds(30));
        cast.sweep().run();
        assertThat(cast.facts(it))
                .anyMatch(fact -> fact instanceof WorkFact.LimitReached fell
                        && fell.responsible().equals(cast.wharf));
    }

    @Test
    void whoever_sits_in_the_subject_does_not_read_it_by_another_post_either() {
        var it = about(cast.ferryCommunity);
        var both = cast.holding("head", cast.wharf);
        assertThat(readers.extent(cast.load(it), both)).isNotNull();
        assertThat(listed(both)).contains(it);
        var person = both.person().orElseThrow();
        cast.the(Posts.class)
                .fill(new Posts.Seat(person, cast.ferryCommunity, "worker", Cast.LONG_AGO, null), "兼任", Actor.SYSTEM);
        var now = cast.the(Actors.class).of(person);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> readers.extent(cast.load(it), now));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> cases.supervise(it, "请快办", now));
        assertThat(listed(now)).doesNotContain(it);
    }

    private List<CaseId> listed(Actor reader) {
        var all = new Filter(Filter.View.all, null, null, null, false, 1);
        return cast.the(CaseQueries.class).list(all, readers.reach(reader), cast.clock.instant()).stream()
                .map(CaseRow::id)
                .toList();
    }
}
