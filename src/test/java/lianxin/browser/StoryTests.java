package lianxin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import lianxin.platform.Messages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A dark stairway in 百福弄社区, from Mrs. Wang's door to the league: 小渡 at the desk of the community, 老周 who mends lamps,
 * 阿梁 who evaluates for the county. Every state is looked at, photographed, and searched for barriers.
 */
class StoryTests extends BrowserTests {

    @BeforeAll
    void the_town_wakes_up() {
        street.hire("xiaodu", "沈小渡", "desk-officer", Street.COMMUNITY);
        street.hire("laozhou", "周福根", "handler", Street.LAMPS);
        street.hire("aliang", "梁静怡", "evaluator", Street.COUNTY);
    }

    @Test
    void a_dark_stairway_told_and_mended_at_a_desk_in_chinese() {
        theWholeStory(Walk.AT_A_DESK, "3 单元楼道灯不亮，老人下楼看不清");
    }

    @Test
    void a_dark_stairway_told_in_large_type_without_scripts_and_mended_by_phone_in_english() {
        theWholeStory(Walk.WITH_A_PHONE, "Entrance 3: 路灯不亮, the street lamp is out");
    }

    @Test
    void a_page_with_barriers_would_not_go_unnoticed() {
        walk = new Walk("barriers", 390, 844, Messages.ENGLISH, false, true);
        var noticed = new Album(walk);
        album = new Album(walk);
        try (var window = chromium.window(walk, true)) {
            new Screen(walk, "", window, null, noticed)
                    .show("<main><img src='data:,'><button></button><p style='width: 900px'>wide</p></main>")
                    .look("barriers");
        }
        assertThat(noticed.faults())
                .anyMatch(it -> it.contains("image-alt"))
                .anyMatch(it -> it.contains("button-name"))
                .anyMatch(it -> it.contains("too small for a thumb"))
                .anyMatch(it -> it.contains("scroll sideways"));
    }

    private void theWholeStory(Walk chosen, String words) {
        takes(chosen);
        var wang = new Resident(screen(walk.residentHasScripts()));
        var link = wangReports(wang, words);
        var xiaodu = officer("xiaodu", "sign-in");
        dispatchedByTheDutyList(xiaodu, words);
        var laozhou = officer("laozhou", null);
        workedOnAndFinished(laozhou, words);
        notSolvedAndFinishedAgain(wang, laozhou, link);
        solvedAndRated(wang, link);
        onlyTheLevelAboveSeesTheRating(laozhou, link);
        theOtherPages();
    }

    private String wangReports(Resident wang, String words) {
        wang.screen().open(street.door() + choices()).look("building");
        assertThat(wang.screen().text()).contains(say("resident.home.report"), "110", "百福弄社区");
        wang.report(words, "3 单元");
        wang.screen().look("receipt");
        assertThat(wang.screen().text()).contains(say("resident.receipt.received"));
        assertThat(wang.screen().at(".qr svg")).isVisible();
        assertThat(wang.screen().at(".receipt-code")).hasText(Pattern.compile("[0-9A-Z -]{9,}"));
        var link = wang.privateLink();
        wang.add(Snapshot.darkStairway(), "138 0000 1234");
        wang.screen().look("receipt-with-photo");
        assertThat(wang.screen().text()).contains(say("resident.more.saved.photo"), "138****1234");
        wang.screen().open(link).look("reported");
        assertThat(wang.screen().text()).contains(say("resident.track.headline.reported"), words);
        return link;
    }

    private void dispatchedByTheDutyList(Officer xiaodu, String words) {
        xiaodu.screen().open("/").look("home");
        xiaodu.screen().open("/cases").look("inbox");
        xiaodu.openFromInbox(words);
        xiaodu.screen().look("case-to-dispatch");
        assertThat(xiaodu.screen().text()).as("kept for the call-back desk").doesNotContain("138****1234");
        xiaodu.dispatch("streetlight");
        xiaodu.screen().look("case-dispatched");
        assertThat(xiaodu.screen().text()).contains("南湖区综合行政执法局");
    }

    private void workedOnAndFinished(Officer laozhou, String words) {
        laozhou.screen().open("/cases").look("inbox-of-the-handler");
        laozhou.openFromInbox(words);
        laozhou.screen().look("case-to-sign");
        laozhou.sign();
        laozhou.screen().look("case-signed");
        laozhou.tellProgress("已派电工上门，今天换灯", Snapshot.darkStairway(), Snapshot.litStairway());
        laozhou.screen().look("case-progress");
        assertThat(laozhou.screen().at(".photos img")).hasCount(3);
        laozhou.finish("换了 3 楼声控灯", "百福弄社区楼道灯修好了");
        laozhou.screen().look("case-finished");
    }

    private void notSolvedAndFinishedAgain(Resident wang, Officer laozhou, String link) {
        wang.screen().open(link).look("asked");
        assertThat(wang.screen().text()).contains(say("resident.answer.solved.question"), "换了 3 楼声控灯");
        wang.saysNotSolved("4 楼还是不亮");
        wang.screen().look("not-solved");
        assertThat(wang.screen().text()).contains(say("resident.track.thanks.unsolved"));
        laozhou.screen().open(casePage(link)).look("case-sent-back");
        assertThat(laozhou.screen().text()).contains(say("cases.answer.not-solved"), "4 楼还是不亮");
        laozhou.finish("4 楼也换了，逐层试过", "百福弄社区楼道灯修好了");
        laozhou.screen().look("case-finished-again");
    }

    private void solvedAndRated(Resident wang, String link) {
        wang.screen().open(link).look("asked-again");
        wang.saysSolvedAndWasPressed("satisfied", "mostlySatisfied");
        wang.screen().look("solved");
        assertThat(wang.screen().text())
                .contains(say("resident.track.headline.solved"), say("resident.rating.mostlySatisfied"));
    }

    private void onlyTheLevelAboveSeesTheRating(Officer laozhou, String link) {
        var ratings =
                List.of(say("cases.answer.result", 4), say("cases.answer.service", 3), say("cases.answer.pressed"));
        laozhou.screen().open(casePage(link)).look("case-closed-for-the-handler");
        assertThat(laozhou.screen().text()).contains(say("cases.answer.solved")).doesNotContain(ratings);
        var aliang = signedIn("aliang");
        aliang.open(casePage(link)).look("case-closed-for-the-evaluator");
        assertThat(aliang.text()).contains(say("cases.answer.solved")).contains(ratings);
        aliang.open("/leagues").look("league");
    }

    private void theOtherPages() {
        var aliang = signedIn("aliang");
        aliang.open("/units").look("units");
        aliang.open("/map").look("map");
        aliang.open("/map?area=" + street.area(Street.COUNTY).number()).look("map-of-the-county");
        aliang.open("/areas/" + street.area(Street.DOOR).number()).look("area");
        aliang.open("/areas/" + street.area(Street.DOOR).number() + "/poster").look("poster");
        aliang.open("/cases?q=nothing-like-it").look("nothing-found");
    }

    private String choices() {
        return "?lang=" + (walk.english() ? "en" : "zh") + "&size=" + (walk.largeType() ? "large" : "normal");
    }

    /** The number of a case is in the middle of its private link. */
    private static String casePage(String link) {
        return "/cases/" + link.replaceFirst(".*/r/t/([^/]+)/.*", "$1");
    }
}
