package lianxin.bodies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lianxin.organization.Accounts;
import lianxin.organization.Actor;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.territory.AreaId;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.Estates;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** 林知远 organizes the county; what the pages of joint bodies answer. */
@SpringBootTest
@AutoConfigureMockMvc
abstract class BodyPages {

    static final Instant LONG_AGO = Fengqiao.LONG_AGO;
    static final String ORGANIZER = "lin-bodies";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Units units;

    @Autowired
    OrganizationRules rules;

    @Autowired
    Surveying surveying;

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    Areas areas;

    @Autowired
    Estates estates;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    @Autowired
    Bodies bodies;

    @Autowired
    Partners partners;

    @Autowired
    Undertakings undertakings;

    @Autowired
    BodyBook book;

    @Autowired
    Clock clock;

    @BeforeEach
    void settle() {
        if (areas.byCode("3304").isPresent()) return;
        units.importUnits(rules.unitsOf(Fengqiao.areas()), LONG_AGO, "名单", Actor.SYSTEM);
        var rows = new ArrayList<AreaRow>();
        Fengqiao.areas()
                .forEach(
                        it -> rows.add(new AreaRow(0, it.level(), it.code(), it.name(), it.parentCode(), null, false)));
        surveying.importAreas(rows, LONG_AGO, unit("3304"), Actor.SYSTEM);
        responsibilities.assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        var person = posts.register(List.of("林知远"), true, Actor.SYSTEM).getFirst();
        accounts.open(person, ORGANIZER, "long enough 1", Actor.SYSTEM);
        posts.fill(new Posts.Seat(person, unit("330402"), "organizer", LONG_AGO, null), "term", Actor.SYSTEM);
    }

    UnitId unit(String code) {
        return units.byCode(code).orElseThrow().id();
    }

    AreaId area(String code) {
        return areas.byCode(code).orElseThrow().id();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    MockHttpServletResponse post(String url, String... fields) {
        var request = browser.post().uri(url).with(user(ORGANIZER)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return request.exchange().getResponse();
    }

    int status(String who, String url) {
        return browser.get().uri(url).with(user(who)).exchange().getResponse().getStatus();
    }

    String as(String who, String url) {
        var answer = browser.get().uri(url).with(user(who)).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer.getResponse());
    }

    String page(String url) {
        return as(ORGANIZER, url);
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), UTF_8);
    }

    static RequestPostProcessor organizer() {
        return user(ORGANIZER);
    }
}
