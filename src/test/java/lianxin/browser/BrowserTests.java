package lianxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lianxin.Lianxin;
import lianxin.platform.CspReports;
import lianxin.platform.Messages;
import lianxin.platform.database.OneTown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Walks through one street of Jiaxing with one browser. Every state is looked at, photographed, and searched for barriers;
 * each walk brings people of its own and leaves alone what the others work on.
 */
@NeedsChromium
@OneTown
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
        classes = {Lianxin.class, BrowserTests.Machine.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class BrowserTests {

    /** Closed with the town hall. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Machine {
        @Bean
        Chromium chromium() {
            return new Chromium();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Chromium chromium;

    @Autowired
    Messages messages;

    @Autowired
    CspReports blocked;

    final List<Screen> screens = new ArrayList<>();

    Street street;
    Walk walk;
    Album album;

    @BeforeAll
    void the_street_is_there() {
        street = Street.in(context);
    }

    final void takes(Walk chosen) {
        walk = chosen;
        album = new Album(chosen);
    }

    @BeforeEach
    void nothing_was_blocked_so_far() {
        blocked.clear();
    }

    @AfterEach
    void no_page_had_a_fault() {
        screens.forEach(Screen::close);
        screens.clear();
        assertThat(album.faults()).isEmpty();
        assertThat(blocked.recent()).isEmpty();
    }

    /** @param lookedAt what the picture of the sign-in page is called, or null for none */
    final Officer officer(String name, @Nullable String lookedAt) {
        var officer = new Officer(screen(true));
        officer.screen().open("/sign-in?lang=" + (walk.english() ? "en" : "zh"));
        if (lookedAt != null) officer.screen().look(lookedAt);
        officer.signIn(name);
        return officer;
    }

    final Screen signedIn(String name) {
        return officer(name, null).screen();
    }

    final Screen screen(boolean scripts) {
        var inspector = scripts ? null : chromium.window(walk, true);
        var screen = new Screen(walk, "http://localhost:" + port, chromium.window(walk, scripts), inspector, album);
        screens.add(screen);
        return screen;
    }

    final String say(String key, Object... details) {
        return messages.text(walk.language(), key, details);
    }
}
