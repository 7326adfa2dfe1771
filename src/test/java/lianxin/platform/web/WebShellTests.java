package lianxin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import lianxin.platform.CspReports;
import lianxin.platform.Flash;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RateLimited;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@SpringBootTest(
        classes = WebTown.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.servlet.multipart.max-file-size=1MB", "spring.servlet.multipart.max-request-size=1MB"})
class WebShellTests {

    @LocalServerPort
    int port;

    @Autowired
    CspReports reports;

    @Autowired
    DSLContext sql;

    private Browser resident;
    private Browser li;

    @BeforeEach
    void two_people_open_their_browsers() {
        resident = new Browser(port);
        li = new Browser(port);
    }

    @Test
    void every_answer_tells_the_browser_what_it_may_load() {
        li.signIn("lijianguo", "bamboo");
        for (var path : new String[] {"/", "/sign-in", "/r/gone", "/app/staff.css", "/nowhere", "/crash"}) {
            assertThat(li.get(path).headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValue(Security.CSP);
            assertThat(li.get(path).headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .hasValue("nosniff");
        }
        assertThat(resident.get("/r/gone").headers().firstValue("Referrer-Policy"))
                .hasValue("no-referrer");
    }

    @Test
    void no_page_carries_a_style_or_a_script_of_its_own() {
        li.signIn("lijianguo", "bamboo");
        for (var path : new String[] {"/", "/sign-in", "/r/gone", "/crash"}) {
            assertThat(li.get(path).body())
                    .as(path)
                    .doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]+src=)");
        }
    }

    @Test
    void only_signing_in_makes_a_session() {
        var before = sessions();
        resident.get("/r/gone");
        resident.get("/r/crash");
        resident.post("/r/broken", "words=lamp");
        resident.get("/sign-in");
        resident.get("/");
        resident.signIn("lijianguo", "wrong");
        assertThat(resident.cookieNames()).doesNotContain("JSESSIONID", "lianxin", "SESSION");
        assertThat(sessions()).isEqualTo(before);

        var page = li.signIn("lijianguo", "bamboo");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(li.cookieNames()).contains("lianxin");
        assertThat(sessions()).isEqualTo(before + 1);
    }

    @Test
    void who_signs_in_comes_to_the_page_that_was_wanted() {
        assertThat(li.get("/gone").uri().getPath()).isEqualTo("/sign-in");
        var page = li.signIn("lijianguo", "bamboo");
        assertThat(page.uri().getPath()).isEqualTo("/gone");
        assertThat(li.get("/").body()).contains("李建国", "示例街道");
        li.post("/sign-out", li.csrf());
        assertThat(li.get("/").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_has_to_wait() {
        for (int i = 0; i < 5; i++) {
            assertThat(li.signIn("wangmin", "wrong").uri().getQuery()).isEqualTo("wrong");
        }
        var answer = li.signIn("wangmin", "wrong");
        assertThat(answer.uri().getQuery()).isEqualTo("wait=1");
        assertThat(answer.body()).contains("请等 1 分钟");
    }

    @Test
    void a_sign_in_form_from_elsewhere_is_refused() {
        assertThat(li.post("/sign-in", "username=lijianguo&password=bamboo")
                        .uri()
                        .getQuery())
                .isEqualTo("stale");
    }

    @Test
    void a_form_without_its_token_changes_nothing_and_says_so() {
        li.signIn("lijianguo", "bamboo");
        var answer = li.post("/done", "");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("请重新打开页面");
    }

    @Test
    void a_broken_rule_is_a_sentence() {
        var answer = resident.post("/r/broken", "");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请 7 分钟后再试").contains("<!doctype html>");
    }

    @Test
    void a_broken_rule_is_a_fragment_where_only_a_part_of_the_page_was_asked_for() {
        var answer = resident.post("/r/broken", "", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("#problem");
        assertThat(answer.body()).contains("请 7 分钟后再试").doesNotContain("<html");
    }

    @Test
    void a_program_gets_json() {
        var answer = resident.post("/r/broken", "", "Accept", "application/json");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":422");
    }

    @Test
    void what_nobody_expected_gets_a_reference_and_no_inner_words() {
        var answer = resident.get("/r/crash");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).containsPattern("编号 [2-9A-Z]{4}-[2-9A-Z]{4}").doesNotContain("13800000000");
    }

    @Test
    void each_refusal_has_its_number() {
        li.signIn("lijianguo", "bamboo");
        assertThat(li.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(li.get("/gone").statusCode()).isEqualTo(404);
        assertThat(li.get("/forbidden").statusCode()).isEqualTo(403);
        assertThat(resident.get("/r/nowhere").statusCode()).isEqualTo(404);
        assertThat(resident.get("/r/often").statusCode()).isEqualTo(429);
        assertThat(resident.get("/r/number/seven").statusCode()).isEqualTo(400);
        assertThat(resident.get("/r/photo").statusCode()).isEqualTo(405);
        assertThat(resident.get("/r/%2e%2e/x").statusCode()).isEqualTo(400);
    }

    @Test
    void a_photo_that_is_far_too_large_is_answered_in_words() {
        var answer = resident.upload("/r/photo", 40_000_000);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大");
        assertThat(resident.upload("/r/photo", 1000).body()).isEqualTo("got 1000");
    }

    @Test
    void a_list_that_is_far_too_large_is_answered_in_words_to_whoever_is_signed_in() {
        li.signIn("lijianguo", "bamboo");
        var answer = li.upload("/gone", 4_000_000);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大", "60 MB").doesNotContain("/sign-in");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValue(Security.CSP);
    }

    @Test
    void the_language_and_the_type_size_are_remembered() {
        assertThat(resident.get("/sign-in").body()).contains("lang=\"zh-CN\"");
        assertThat(resident.get("/sign-in?lang=en&size=large").body()).contains("lang=\"en\" class=\"large\"");
        assertThat(resident.get("/sign-in").body()).contains("lang=\"en\" class=\"large\"", "Password");
        assertThat(resident.get("/sign-in?lang=zh&size=normal").body()).contains("密码");
    }

    @Test
    void a_step_done_is_told_once_on_the_next_page() {
        li.signIn("lijianguo", "bamboo");
        assertThat(li.post("/done", li.csrf()).body()).contains("编号 DT-7");
        assertThat(li.get("/").body()).doesNotContain("DT-7");
    }

    @Test
    void own_files_may_be_kept_for_a_year_under_their_sum() {
        var address = Browser.found(resident.get("/sign-in").body(), "href=\"(/app/[0-9a-f]{12}/staff.css)\"");
        var file = resident.get(address);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000", "immutable");
        assertThat(resident.get("/app/staff.css").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
        assertThat(resident.get("/webjars/htmx.org/2.0.10/dist/htmx.min.js").statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_a_browser_blocked_is_kept_without_addresses() {
        reports.clear();
        var answer = resident.post("/csp-report", """
                {"csp-report": {"document-uri": "http://town/r/c/secret", "effective-directive": "script-src-elem",
                 "blocked-uri": "https://evil.example/x.js?secret"}}""", "Accept", "*/*");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(reports.recent()).containsExactly(new CspReports.Blocked("script-src-elem", "https://evil.example"));
    }

    private int sessions() {
        return sql.fetchCount(DSL.table("platform.spring_session"));
    }

    /** Pages on which things go wrong. */
    @Controller
    static class Pages {

        @PostMapping({"/r/broken", "/broken"})
        void broken() {
            throw new RuleBroken("platform.error.rate.text", 7);
        }

        @GetMapping({"/r/gone", "/gone"})
        void gone() {
            throw new NotFound("lamp");
        }

        @GetMapping("/forbidden")
        void forbidden() {
            throw new Forbidden("lamp");
        }

        @GetMapping("/r/often")
        void often() {
            throw new RateLimited("reports", Duration.ofMinutes(3));
        }

        @GetMapping({"/r/crash", "/crash"})
        void crash() throws IOException {
            throw new IOException("secret telephone 13800000000");
        }

        @GetMapping("/r/number/{number}")
        void number(@PathVariable int number) {}

        @PostMapping("/r/photo")
        @ResponseBody
        String photo(@RequestParam MultipartFile photo) {
            return "got " + photo.getSize();
        }

        @PostMapping("/done")
        String done(RedirectAttributes next) {
            next.addFlashAttribute("flash", Flash.of("platform.error.reference", "DT-7"));
            return "redirect:/";
        }
    }
}
