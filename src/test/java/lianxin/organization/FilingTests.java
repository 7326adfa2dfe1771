package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lianxin.facts.Fact;
import lianxin.facts.Journal;
import lianxin.facts.Ref;
import lianxin.organization.Posts.Seat;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** W-17: the street proposes the secretary of a community, the county files it or returns it; before that nothing counts. */
class FilingTests {

    @AutoClose
    static final Cast cast = new Cast().settled();

    static final String SECRETARY = "community-secretary";

    final UnitId nanhu = cast.unit("330402");
    final UnitId dongzha = cast.unit("330402005");
    final Actor street = cast.holding("organization-officer", dongzha);
    final Actor county = cast.holding("filing-officer", nanhu);
    final Filings filings = cast.the(Filings.class);

    @Test
    void without_a_number_no_verb_fills_the_post() {
        var seat = seat(yunhai(), "沈小舟");
        refused("posts.needs-filing", () -> cast.the(Posts.class).fill(seat, "换届", street));
        refused("posts.needs-filing", () -> cast.the(Posts.class).fill(seat, "换届", Actor.SYSTEM));
        refused("posts.needs-filing", () -> cast.the(Posts.class).fillAll(List.of(seat), "名单", Actor.SYSTEM));
    }

    @Test
    void filed_with_a_number_the_appointment_counts_from_then_on() {
        var branch = yunhai();
        var seat = seat(branch, "陆小满");
        var id = filings.proposeFilling(seat, "换届选举产生", street);
        assertThat(held(branch)).isEmpty();
        assertThat(may(seat)).isFalse();

        cast.clock.forward(Duration.ofDays(2));
        var number = filings.file(id, county);

        assertThat(number).matches("330402-2026-\\d{4}");
        assertThat(may(seat)).isTrue();
        assertThat(held(branch)).singleElement().satisfies(it -> {
            assertThat(it.filedAs()).isEqualTo(number);
            assertThat(it.from()).as("never from before it was filed").isEqualTo(cast.clock.instant());
            assertThat(it.to()).as("the term of the playbook").isNotNull();
        });
        assertThat(facts(id)).extracting(it -> it.getClass().getSimpleName()).containsExactly("Proposed", "Filed");
        dismiss(branch);
    }

    @Test
    void the_county_returns_it_with_a_reason_and_nothing_changed() {
        var branch = furun();
        var id = filings.proposeFilling(seat(branch, "姚小雨"), "届中调整", street);
        refused("posts.no-reason", () -> filings.sendBack(id, " ", county));
        filings.sendBack(id, "缺少民主推荐材料", county);

        assertThat(held(branch)).isEmpty();
        assertThat(cast.the(FilingQueries.class).lately(new int[] {branch.number()}, new int[0]))
                .filteredOn(it -> it.id().equals(id))
                .singleElement()
                .satisfies(it -> assertThat(it.answer()).isEqualTo("缺少民主推荐材料"));
        assertThat(facts(id)).last().isInstanceOf(PostFact.Returned.class);
        refused("posts.filing-decided", () -> filings.file(id, county));
    }

    @Test
    void the_dismissal_is_filed_too() {
        var branch = furun();
        filings.file(filings.proposeFilling(seat(branch, "范小江"), "换届", street), county);
        var post = held(branch).getFirst().id();
        refused("posts.needs-filing", () -> cast.the(Posts.class).end(post, now(), "调离", street));

        var id = filings.proposeEnd(post, now(), "调离", street);
        assertThat(held(branch)).hasSize(1);
        filings.file(id, county);
        assertThat(held(branch)).isEmpty();
    }

    @Test
    void nobody_files_what_they_proposed_and_only_the_level_above_files() {
        var branch = yunhai();
        var both = cast.holding("organization-officer", nanhu);
        cast.the(Posts.class)
                .fill(
                        new Seat(both.person().orElseThrow(), nanhu, "filing-officer", Cast.LONG_AGO, null),
                        "兼",
                        Actor.SYSTEM);
        var id = filings.proposeFilling(seat(branch, "严小山"), "换届", both);

        refused("posts.filing-own", () -> filings.file(id, both));
        assertThatThrownBy(() -> filings.file(id, street)).isInstanceOf(Forbidden.class);
        refused("posts.filing-waits", () -> filings.proposeFilling(same(branch, id), "再报一次", street));
        filings.sendBack(id, "重报", county);
    }

    @Test
    void there_is_one_secretary_at_a_time() {
        var branch = furun();
        filings.file(filings.proposeFilling(seat(branch, "戴小溪"), "换届", street), county);
        var second = filings.proposeFilling(seat(branch, "薛小田"), "换届", street);

        refused("posts.taken", () -> filings.file(second, county));
        dismiss(branch);
        filings.file(second, county);
        assertThat(held(branch))
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("薛小田"));
        dismiss(branch);
    }

    @Test
    void an_imported_secretary_carries_the_number_of_old() {
        var branch = cast.unit("330402005002-community-party-committee");
        var seat = seat(branch, "贾小禾").filedAs("旧-2024-17");
        cast.the(Posts.class).fillAll(List.of(seat), "现任名单", Actor.SYSTEM);
        assertThat(held(branch)).extracting(PostQueries.Held::filedAs).contains("旧-2024-17");
        dismiss(branch);
    }

    private Seat same(UnitId branch, FilingId id) {
        var proposed = cast.the(FilingQueries.class).ofUnit(branch).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new Seat(proposed.person(), branch, SECRETARY, now(), null);
    }

    private void dismiss(UnitId branch) {
        for (var it : held(branch)) filings.file(filings.proposeEnd(it.id(), now(), "卸任", street), county);
    }

    private static Seat seat(UnitId branch, String name) {
        return new Seat(cast.person(name), branch, SECRETARY, now().minus(Duration.ofDays(1)), null);
    }

    private static boolean may(Seat seat) {
        return cast.the(Actors.class).of(seat.person()).may(May.LOOK_UP, seat.unit());
    }

    private static List<PostQueries.Held> held(UnitId unit) {
        return cast.the(PostQueries.class).inUnit(unit, now());
    }

    private static List<Fact> facts(FilingId id) {
        return cast.the(Journal.class).about(Ref.of("filing", id.id())).stream()
                .map(it -> it.fact())
                .toList();
    }

    private static UnitId yunhai() {
        return cast.unit("330402005001-community-party-committee");
    }

    private static UnitId furun() {
        return cast.unit("330402005002-community-party-committee");
    }

    private static Instant now() {
        return cast.clock.instant();
    }

    static void refused(String key, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo(key));
    }
}
