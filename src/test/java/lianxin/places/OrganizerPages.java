package lianxin.places;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.util.List;
import lianxin.organization.Accounts;
import lianxin.organization.Actor;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.Units;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Borders;
import lianxin.territory.Jiaxing;
import lianxin.territory.Responsibilities;
import lianxin.territory.Spot;
import lianxin.territory.Surveying;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Zhou Yuan organizes one county, in which one station for truck drivers is open day and night. */
@SpringBootTest
@AutoConfigureMockMvc
public abstract class OrganizerPages {

    @Autowired
    protected MockMvcTester browser;

    @Autowired
    protected Areas areas;

    @Autowired
    protected Places places;

    @Autowired
    protected PlaceBook book;

    @Autowired
    protected Clock clock;

    @Autowired
    private Units units;

    @Autowired
    private OrganizationRules rules;

    @Autowired
    private Divisions divisions;

    @Autowired
    private Surveying surveying;

    @Autowired
    private Borders borders;

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private Posts posts;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void settle() {
        if (book.at(clock.instant()).stream().anyMatch(it -> it.name().equals("小红象驿站"))) return;
        if (areas.byCode("3304").isEmpty()) {
            var list = Jiaxing.resource("/divisions/jiaxing.csv");
            units.importUnits(rules.unitsOf(divisions.ofTown(list)), Jiaxing.LONG_AGO, "divisions", Actor.SYSTEM);
            var charge = units.byCode("3304").orElseThrow().id();
            surveying.importAreas(Jiaxing.divisions(), Jiaxing.LONG_AGO, charge, Actor.SYSTEM);
            borders.importBorders(Jiaxing.coverage(), Jiaxing.LONG_AGO, charge, Actor.SYSTEM);
            responsibilities.assignUnitsOfAreas(Jiaxing.LONG_AGO, Actor.SYSTEM);
        }
        var person = posts.register(List.of("周远"), true, Actor.SYSTEM).getFirst();
        accounts.open(person, "zhou-places", "long enough 1", Actor.SYSTEM);
        var county = units.byCode("330402").orElseThrow().id();
        posts.fill(new Posts.Seat(person, county, "organizer", Jiaxing.LONG_AGO, null), "term", Actor.SYSTEM);
        var spot = new Spot(120.7553, 30.7461, false);
        places.open(
                new PlaceDetails(
                        "小红象驿站",
                        "driver-home",
                        "township",
                        PlaceStatus.OPEN,
                        id("330402007"),
                        "物流园东门",
                        spot,
                        OpeningHours.ALWAYS,
                        List.of("toilet", "shower"),
                        List.of("certificates"),
                        List.of("rest"),
                        false),
                Jiaxing.LONG_AGO,
                Actor.SYSTEM);
    }

    protected MockHttpServletResponse post(String url, String... fields) {
        var request = browser.post().uri(url).with(user("zhou-places")).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return request.exchange().getResponse();
    }

    protected String opened(String url) {
        var answer = browser.get().uri(url).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer.getResponse());
    }

    protected String page(String url) {
        var answer = browser.get().uri(url).with(user("zhou-places")).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer.getResponse());
    }

    protected static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), UTF_8);
    }

    protected AreaId id(String code) {
        return areas.byCode(code).orElseThrow().id();
    }
}
