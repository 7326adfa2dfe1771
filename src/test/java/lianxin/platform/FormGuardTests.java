package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import lianxin.platform.database.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FormGuardTests {

    @AutoClose
    static final TestDatabase town = TestDatabase.fresh();

    private final FormGuard guard = new FormGuard(new Secrets(town.sql(), Clock.systemUTC()));

    @Test
    void a_form_opened_before_a_restart_or_on_another_node_is_still_good() {
        var restarted = new FormGuard(new Secrets(town.sql(), Clock.systemUTC()));
        assertThat(restarted.tokenFor("lamp")).isEqualTo(guard.tokenFor("lamp")).isNotEqualTo(guard.tokenFor("bench"));
    }

    @Test
    void only_the_browser_that_opened_the_form_may_send_it() {
        var page = new MockHttpServletResponse();
        var token = guard.issue(new MockHttpServletRequest(), page);
        var cookie = page.getCookie("form");
        assertThat(cookie).isNotNull();
        assertThat(cookie.isHttpOnly()).isTrue();

        guard.check(sent(token, cookie));
        assertThatThrownBy(() -> guard.check(sent(token, new Cookie("form", "0".repeat(32)))))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> guard.check(sent("", cookie))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> guard.check(new MockHttpServletRequest())).isInstanceOf(RuleBroken.class);
    }

    private static MockHttpServletRequest sent(String token, Cookie cookie) {
        var request = new MockHttpServletRequest("POST", "/r/report");
        request.setParameter(FormGuard.PARAMETER, token);
        request.setCookies(cookie);
        return request;
    }
}
