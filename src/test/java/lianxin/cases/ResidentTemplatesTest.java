package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lianxin.linkage.GridTeam;
import lianxin.organization.DutyDesks;
import lianxin.platform.Messages;
import lianxin.platform.QrCode;
import lianxin.platform.Shell;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What residents get to see, written out of made-up views: old eyes, small phones, and people who type HTML. */
class ResidentTemplatesTest {

    private static final String EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>灯不亮";
    private static final String LINK = "https://example.org/r/t/01a/AbCdEfGhIjKlMnOpQrStUv";
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, getClass().getClassLoader(), "lianxin");

    enum Reader {
        MRS_WANG(Messages.CHINESE, false),
        OLD_MR_CHEN(Messages.CHINESE, true),
        JANE(Messages.ENGLISH, false),
        OLD_MR_SMITH(Messages.ENGLISH, true);

        final Locale locale;
        final boolean large;

        Reader(Locale locale, boolean large) {
            this.locale = locale;
            this.large = large;
        }

        Shell shell() {
            var screen = new Shell.Screen(
                    "/r/K7",
                    it -> "/app/" + it,
                    (name, value) -> "/r/K7?" + name + "=" + value,
                    large,
                    null,
                    null,
                    List.of(),
                    null,
                    null);
            return new Shell(new Messages(), locale, Clock.fixed(NOON, ZoneId.of("Asia/Shanghai")), screen);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_people_type_is_shown_and_never_run(Reader reader) {
        for (var page : pages(reader, EVIL)) {
            assertThat(page).doesNotContain("<script>", "<img src=x");
            assertThat(page).doesNotContainPattern("(?i)<[^>]*\\s(?:style|on[a-z]+)=[^>]*>");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_page_names_its_language_and_has_one_heading_of_its_own(Reader reader) {
        for (var page : pages(reader, "楼道灯不亮")) {
            assertThat(page).contains("<html lang=\"" + (reader.locale == Messages.ENGLISH ? "en" : "zh-CN") + "\"");
            assertThat(page.split("<h1", -1)).hasSize(2);
            assertThat(page.contains("class=\"large\"")).isEqualTo(reader.large);
            assertThat(page).contains("size=large", "<main id=\"main\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_first_visit_takes_sixty_kilobytes_at_most(Reader reader) throws IOException {
        for (var page : pages(reader, "一到三楼的楼道灯不亮，晚上看不清")) {
            assertThat(bytes(page) + stylesheet()).isLessThan(60 * 1024);
        }
    }

    @Test
    void a_long_text_comes_back_whole() {
        var words = "灯".repeat(100_000);
        assertThat(report(Reader.MRS_WANG, words)).contains(words);
    }

    @Test
    void the_page_of_a_building_says_when_it_is_made_up_and_shows_no_dead_button() {
        var page = home(Reader.MRS_WANG, "百福弄社区");
        assertThat(page).contains("演示楼栋", "我要反映问题", "查进度", "110", "119", "120", "不收费");
        assertThat(page).doesNotContain("tel:0\"", "href=\"#\"");
    }

    @Test
    void solved_and_not_solved_are_two_equal_buttons_and_nothing_is_chosen_before() {
        var page = track(Reader.MRS_WANG, "灯不亮", question("", null));
        assertThat(page).contains("解决了", "没解决", "有人要求我给好评").doesNotContain(" checked");
        assertThat(page.split("name=\"result\"", -1)).hasSize(6);
        assertThat(page.split("name=\"service\"", -1)).hasSize(6);
    }

    @Test
    void a_mistake_is_told_above_with_a_way_to_the_field_and_at_the_field() {
        var page = track(Reader.JANE, "dark", question("", "solved-yes"));
        assertThat(page).contains("role=\"alert\"", "href=\"#solved-yes\"", "id=\"solved-yes\"");
        var report = report(Reader.JANE, "");
        assertThat(report).contains("href=\"#words\"", "id=\"words\"", "aria-invalid=\"true\"");
    }

    private List<String> pages(Reader reader, String said) {
        return List.of(
                home(reader, said),
                report(reader, said),
                receipt(reader, said),
                track(reader, said, question(said, "sentence")),
                track(reader, said, null),
                progress(reader, said),
                render(
                        reader,
                        "withdraw",
                        "withdrawal",
                        new OwnStepsPage.Withdrawal("/r/t/1/2", "/r/t/1/2/withdraw?form=x", false, said, said)),
                render(reader, "lost", "what", "building"),
                render(reader, "lost", "what", "link"));
    }

    private String home(Reader reader, String said) {
        var done = List.of(new ResidentPage.Done(said, said, "十一月上旬"));
        var server = new GridTeam.Server(new Label(said, said), said, 1, said);
        var home = new ResidentPage.Home(
                "K7",
                said,
                said,
                true,
                said,
                new ResidentPage.Call(said, "0573-1234567"),
                new GridTeam.Shown(said, List.of(server), 22, 12, 10),
                List.of(new DutyDesks.Reachable(said, "grid-worker", said)),
                done);
        return render(reader, "home", "home", home);
    }

    private String report(Reader reader, String said) {
        var draft = new ReportPage.Draft(
                "K7", "2幢", "/r/K7/report/1?form=x", said, said, 0, List.of(), "words", "too long");
        return render(reader, "report", "draft", draft);
    }

    private String receipt(Reader reader, String said) {
        var left = new ReceiptPage.Left(said, "handler", "telephone", said);
        var choices = List.of("callback", "handler", "anonymous");
        var receipt = new ReceiptPage.Receipt(
                "K7",
                said,
                "K7M 2P9 XQ4",
                "/r/t/1/2",
                LINK,
                QrCode.of(LINK),
                true,
                List.of(said),
                "/r",
                1,
                true,
                said,
                choices,
                left,
                List.of(said));
        return render(reader, "receipt", "receipt", receipt);
    }

    private static Tracking.Question question(String said, @Nullable String field) {
        var given = new Tracking.Given("", Rating.none, Rating.none, false, said);
        return new Tracking.Question("/r/t/1/2", "7 days", given, field, field == null ? null : "missing");
    }

    private String track(Reader reader, String said, Tracking.@Nullable Question question) {
        var photo = new ResidentStory.Photo("/r/t/1/2/photos/3", said);
        var steps = List.of(
                new ResidentStory.Step(said, said, said, NOON, false, List.of(photo)),
                new ResidentStory.Step(said, null, null, null, true, List.of()));
        var given = question == null ? new ResidentQueries.Answered(1, false, 5, 1, true, said) : null;
        var form = new OwnSteps.Form(false, said, said);
        var own = new OwnSteps.Offer("/r/t/1/2/words", form, "/r/t/1/2/urge", said, "/r/t/1/2/withdraw");
        var mood = question == null ? Tracking.Mood.dispatched : Tracking.Mood.asking;
        return render(
                reader,
                "track",
                "track",
                new Tracking.Track(
                        "/r/K7",
                        mood,
                        "1037",
                        said,
                        said,
                        steps,
                        question,
                        given,
                        said,
                        own,
                        said,
                        new OwnSteps.Dissent(true, said, Instant.EPOCH, said),
                        new OwnExclusion.Told("excluded", List.of(said, said), said, Instant.EPOCH),
                        2));
    }

    private String progress(Reader reader, String said) {
        return render(reader, "progress", "search", new ProgressPage.Search("K7", said, "/r", said, said));
    }

    private String render(Reader reader, String name, String parameter, Object value) {
        var page = new StringOutput();
        templates.render("cases/resident-" + name + ".jte", Map.of("shell", reader.shell(), parameter, value), page);
        return page.toString();
    }

    private static int bytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8).length;
    }

    private int stylesheet() throws IOException {
        try (var css = getClass().getResourceAsStream("/static/app/resident.css")) {
            return Objects.requireNonNull(css).readAllBytes().length;
        }
    }
}
