package lianxin.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import lianxin.Lianxin;
import lianxin.organization.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What stands at the border: a token or nothing, JSON with a sentence, and no session. */
@SpringBootTest(classes = Lianxin.class, properties = "lianxin.demo=false")
@AutoConfigureMockMvc
class ExchangeApiTests {

    @Autowired
    MockMvcTester system;

    @Autowired
    PartnerSystems partners;

    private MockHttpServletResponse report(String token, String body) {
        return system.post()
                .uri("/api/v1/reports")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse();
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void without_a_token_nothing_opens_and_with_one_what_is_wrong_is_said() {
        assertThat(report("guess", "{}").getStatus()).isEqualTo(401);
        var token = partners.make("line", "热线", true, Actor.SYSTEM);
        var nowhere = report(token, "{\"number\":\"A1\",\"words\":\"灯不亮\",\"place\":\"火星\"}");
        assertThat(nowhere.getStatus()).isEqualTo(422);
        assertThat(text(nowhere)).contains("imports.cases.place-unknown", "火星");
        assertThat(report(token, "{nonsense").getStatus()).isEqualTo(400);
        var events = system.get()
                .uri("/api/v1/events")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse();
        assertThat(events.getStatus()).isEqualTo(200);
        assertThat(text(events)).contains("\"events\":[]", "\"cursor\":\"");
        assertThat(events.getHeader("Set-Cookie")).isNull();
        var unknown = system.get()
                .uri("/api/v1/reports/A9")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse();
        assertThat(unknown.getStatus()).isEqualTo(404);
    }

    @Test
    void guessing_tokens_is_slowed_down() {
        var last = 0;
        for (int i = 0; i < 25; i++) last = report("guess-" + i, "{}").getStatus();
        assertThat(last).isEqualTo(429);
    }
}
