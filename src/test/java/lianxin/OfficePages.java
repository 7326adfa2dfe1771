package lianxin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Pages as somebody who is signed in opens them and presses on them. */
public record OfficePages(MockMvcTester browser) {

    public MockHttpServletResponse post(String who, String url, String... fields) {
        var request = browser.post().uri(url).with(user(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return request.exchange().getResponse();
    }

    public int status(String who, String url) {
        return browser.get().uri(url).with(user(who)).exchange().getResponse().getStatus();
    }

    public String as(String who, String url) {
        var answer = browser.get().uri(url).with(user(who)).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer.getResponse());
    }

    public static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), UTF_8);
    }
}
