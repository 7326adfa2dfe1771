package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.PhotoId;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lantern at the wharf shines again, and the street tells everybody so. */
class StoryTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Stories stories = cast.the(Stories.class);
    private final StoryRows rows = cast.the(StoryRows.class);
    private Actor worker;
    private Actor head;

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
        worker = cast.worker(cast.wharf);
        head = cast.holding("head", cast.wharf);
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    private CaseId lanternSolved() {
        var lantern = cast.lanternDispatched();
        cast.reports().addPicture(lantern, Lane.photo(300), Moment.REPORT, Cast.reporter(lantern));
        cast.reports().addPicture(lantern, Lane.photo(310), Moment.BEFORE, worker);
        cast.reports().addPicture(lantern, Lane.photo(320), Moment.AFTER, worker);
        cast.cases().finish(lantern, "换了新灯笼", null, worker);
        cast.cases().answer(lantern, new ResidentAnswer(true, 5, 5, false, "", "link"), Cast.reporter(lantern));
        return lantern;
    }

    private Set<PhotoId> pictures(CaseId id) {
        return cast.the(CaseDetails.class).pictures(id).stream()
                .map(CaseDetails.Picture::photo)
                .collect(Collectors.toSet());
    }

    private List<CaseId> told() {
        return rows.told(0, 100).stream().map(it -> it.story().caseId()).toList();
    }

    @Test
    void the_unit_writes_another_one_releases_a_week_later_and_takes_it_back() {
        var lantern = lanternSolved();
        stories.write(lantern, "灯笼亮了", "换了新灯笼，台阶看得见了。", Set.of(), worker);
        refused("case.story-early", () -> stories.release(lantern, head));
        cast.clock.forward(Duration.ofDays(8));
        assertThat(told()).doesNotContain(lantern);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> stories.release(lantern, worker));
        stories.release(lantern, head);
        assertThat(told()).contains(lantern);
        refused("case.story-public", () -> stories.write(lantern, "灯笼", "又亮了", Set.of(), worker));
        stories.takeBack(lantern, cast.desk());
        assertThat(told()).doesNotContain(lantern);
        assertThat(cast.facts(lantern))
                .contains(
                        new StoryFact.StoryWritten(lantern, cast.wharf),
                        new StoryFact.StoryReleased(lantern, cast.wharf),
                        new StoryFact.StoryTakenBack(lantern, cast.wharf));
    }

    @Test
    void a_picture_goes_out_only_when_somebody_has_seen_it_masked_and_the_reporters_never() {
        var lantern = lanternSolved();
        stories.write(lantern, "灯笼亮了", "换了新灯笼。", pictures(lantern), worker);
        var story = rows.of(lantern).orElseThrow();
        assertThat(story.pictures())
                .extracting(CaseDetails.Picture::moment)
                .containsExactlyInAnyOrder(Moment.BEFORE, Moment.AFTER);
        assertThat(cast.facts(lantern))
                .contains(new StoryFact.StoryPictureMasked(lantern, cast.wharf, "BEFORE"))
                .contains(new StoryFact.StoryPictureMasked(lantern, cast.wharf, "AFTER"));
        var after = story.of(Moment.AFTER).getFirst().photo();
        stories.write(lantern, "灯笼亮了", "换了新灯笼。", Set.of(after), worker);
        assertThat(rows.of(lantern).orElseThrow().pictures())
                .extracting(CaseDetails.Picture::photo)
                .containsExactly(after);
        cast.clock.forward(Duration.ofDays(8));
        stories.release(lantern, head);
        stories.takeBack(lantern, head);
        assertThat(rows.of(lantern).orElseThrow().pictures())
                .as("looked at anew before it is public again")
                .isEmpty();
    }

    @Test
    void a_photo_of_the_report_sent_again_as_one_of_the_work_is_not_offered() {
        var lantern = lanternSolved();
        cast.reports().addPicture(lantern, Lane.photo(300), Moment.AFTER, worker);
        assertThat(rows.ofTheWork(lantern)).hasSize(2);
    }

    @Test
    void nobody_releases_what_he_wrote_and_only_what_is_solved_is_told() {
        var lantern = lanternSolved();
        var alone = cast.holding("lamp-keeper", cast.wharf);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> stories.write(lantern, "灯笼", "亮了", Set.of(), cast.desk()));
        stories.write(lantern, "灯笼亮了", "换了新灯笼。", Set.of(), alone);
        cast.clock.forward(Duration.ofDays(8));
        refused("case.story-title", () -> stories.write(lantern, " ", "亮了", Set.of(), worker));
        refused("case.story-long", () -> stories.write(lantern, "灯笼", "亮".repeat(301), Set.of(), worker));
        var unsolved = cast.lanternFinished();
        refused("case.story-which", () -> stories.write(unsolved, "灯笼", "亮了", Set.of(), worker));
        refused("case.story-none", () -> stories.release(cast.lanternFinished(), head));
    }
}
