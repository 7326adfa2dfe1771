package lianxin.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lianxin.bodies.Ballot.Vote;
import lianxin.bodies.VoteRule.Of;
import lianxin.bodies.VoteRule.Share;
import lianxin.organization.UnitId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The grand Party committee of 富润 decides by vote: half of its units must take part, more than half of all be in favor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoteTests {

    private Fengqiao town;
    private Votes votes;
    private UndertakingBook book;
    private BodyId committee;
    private UndertakingId meeting;
    private UnitId lead;
    private UnitId school;
    private UnitId clinic;
    private UnitId absent;

    @BeforeAll
    void settle() {
        town = new Fengqiao().settled();
        votes = town.the(Votes.class);
        book = town.the(UndertakingBook.class);
        committee = town.founded("grand-party-committee", "富润社区大党委", Fengqiao.FURUN);
        lead = town.unit(Fengqiao.FURUN);
        school = town.partner(committee, "富润小学", "part-time");
        clinic = town.partner(committee, "富润医院", "part-time");
        absent = town.partner(committee, "富润银行", "part-time");
        meeting = planned(new Draft(Part.MEETING, "季度会议", null, town.today()));
    }

    @AfterAll
    void close() {
        town.close();
    }

    private UndertakingId planned(Draft draft) {
        return town.undertakings().plan(committee, draft, town.by());
    }

    private UndertakingId proposed(String title) {
        return planned(Draft.resolution(title, school, town.today().plusDays(30), meeting));
    }

    private void held() {
        if (book.find(meeting).open())
            town.the(Meetings.class).hold(meeting, town.today(), List.of(lead, school, clinic), "", town.by());
    }

    private void vote(UndertakingId resolution, Map<UnitId, Vote> cast) {
        votes.take(resolution, meeting, cast, town.by());
    }

    @Test
    void a_resolution_is_a_proposal_until_more_than_half_of_all_units_are_in_favor() {
        var yard = proposed("开放操场");
        assertThat(book.find(yard).proposed()).isTrue();
        assertThat(town.the(ResolutionWatch.class).look(town.clock.instant(), it -> true))
                .as("nothing is to be carried out yet")
                .isEmpty();
        if (book.find(meeting).open())
            Fengqiao.refused("bodies.vote-at-meeting", () -> vote(yard, Map.of(lead, Vote.IN_FAVOR)));
        held();
        Fengqiao.refused("bodies.needs-vote", () -> town.undertakings().finish(yard, town.today(), "", town.by()));
        Fengqiao.refused("bodies.vote-of-others", () -> vote(yard, Map.of(lead, Vote.IN_FAVOR, absent, Vote.OPPOSED)));
        Fengqiao.refused("bodies.no-quorum", () -> vote(yard, Map.of(lead, Vote.IN_FAVOR)));
        vote(yard, Map.of(lead, Vote.IN_FAVOR, school, Vote.IN_FAVOR, clinic, Vote.IN_FAVOR));
        assertThat(book.find(yard).open()).isTrue();
        assertThat(book.find(yard).ballot())
                .isEqualTo(new Ballot(meeting, List.of(lead, school, clinic), List.of(), List.of(), 3));
        Fengqiao.refused("bodies.voted-already", () -> vote(yard, Map.of(lead, Vote.OPPOSED, school, Vote.OPPOSED)));
        town.undertakings().finish(yard, town.today(), "周末开放", town.by());
        assertThat(town.told(committee)).contains("body.voted");
    }

    @Test
    void half_of_four_is_not_more_than_half_and_what_was_voted_down_is_settled() {
        held();
        var fee = proposed("收保洁费");
        vote(fee, Map.of(lead, Vote.IN_FAVOR, school, Vote.IN_FAVOR, clinic, Vote.ABSTAINED));
        assertThat(book.find(fee).refused()).isTrue();
        assertThat(book.find(fee).stateKey()).isEqualTo("bodies.state.refused");
        Fengqiao.refused("bodies.closed-already", () -> town.undertakings().finish(fee, town.today(), "", town.by()));
        var withdrawn = proposed("改名");
        town.undertakings().drop(withdrawn, "撤回", town.by());
        assertThat(book.find(withdrawn).stateKey()).isEqualTo("bodies.state.dropped");
    }

    @Test
    void where_no_vote_is_asked_for_a_resolution_is_written_down_as_agreed() {
        var grand = town.founded("grand-working-committee", "东栅街道大工委", Fengqiao.STREET);
        town.bodies().admit(grand, lead, "full-time", town.clock.instant(), "加入", town.by());
        var agreed = town.undertakings().plan(grand, new Draft(Part.MEETING, "会议", null, town.today()), town.by());
        var lamps = town.undertakings().plan(grand, Draft.resolution("换路灯", lead, town.today(), agreed), town.by());
        assertThat(book.find(lamps).open()).isTrue();
        Fengqiao.refused("bodies.no-vote", () -> votes.take(lamps, agreed, Map.of(lead, Vote.IN_FAVOR), town.by()));
    }

    @Test
    void a_share_says_how_many_votes_that_is() {
        var twoThirds = new Share("2/3", null, Of.DECIDED);
        var half = new Share(null, "1/2", Of.VOTERS);
        assertThat(List.of(twoThirds.of(3), twoThirds.of(4), half.of(3), half.of(4)))
                .containsExactly(2, 3, 2, 3);
        assertThat(new VoteRule(half, twoThirds).needed(9, 5, 2))
                .as("of three that decided")
                .isEqualTo(2);
        assertThat(new VoteRule(half, half).needed(9, 5, 2))
                .as("of five that took part")
                .isEqualTo(3);
    }
}
