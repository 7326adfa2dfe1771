package lianxin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;

/** One page at a time is made. */
class TurnsTest {

    private final Turns patient = new Turns(1, Duration.ofHours(1));

    @AutoClose
    private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();

    @Test
    void the_next_page_is_begun_when_the_one_before_is_made_and_not_sooner() throws Exception {
        var first = asked(patient, "GET", "page");
        var second = visitors.submit(() -> asked(patient, "GET", "page"));
        assertThat(second).isNotDone();
        patient.over(first);
        patient.afterCompletion(first, new MockHttpServletResponse(), "", null);
        second.get(1, TimeUnit.MINUTES);
        var third = visitors.submit(() -> asked(patient, "GET", "page"));
        assertThat(third).isNotDone();
        patient.over(second.get());
        patient.over(third.get(1, TimeUnit.MINUTES));
    }

    @Test
    void nobody_waits_long_behind_a_heavy_page() throws Exception {
        var hasty = new Turns(1, Duration.ofMillis(1));
        asked(hasty, "GET", "page");
        asked(hasty, "GET", "page");
    }

    @Test
    void a_step_or_a_file_takes_no_turn() throws Exception {
        asked(patient, "POST", "page");
        asked(patient, "GET", "file");
        asked(patient, "GET", "page");
    }

    private MockHttpServletRequest asked(Turns turns, String method, String what) throws Exception {
        var request = new MockHttpServletRequest(method, "/cases");
        var handler = new HandlerMethod(this, getClass().getDeclaredMethod(what));
        assertThat(turns.preHandle(request, new MockHttpServletResponse(), handler))
                .isTrue();
        return request;
    }

    ModelAndView page() {
        return new ModelAndView();
    }

    byte[] file() {
        return new byte[0];
    }
}
