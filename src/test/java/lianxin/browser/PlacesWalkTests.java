package lianxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.places.OpeningHours;
import lianxin.places.PlaceDetails;
import lianxin.places.PlaceGoals;
import lianxin.places.PlaceStatus;
import lianxin.places.Places;
import lianxin.territory.AreaId;
import lianxin.territory.Spot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 雅琴 keeps the register of places; a driver scans the code at the door of one. */
class PlacesWalkTests extends BrowserTests {

    @BeforeAll
    void the_town_wakes_up() {
        street.hire("yaqin", "吴雅琴", "organizer", "3304");
        var longAgo = context.getBean(Clock.class).instant().minusSeconds(30L * 24 * 3600);
        var stations = new ArrayList<PlaceDetails>();
        for (int i = 1; i <= 30; i++) stations.add(station(i, street.area(Street.COMMUNITY)));
        context.getBean(Places.class).openAll(stations, longAgo, Actor.SYSTEM);
        context.getBean(PlaceGoals.class)
                .set(street.area("3304"), "warm-station", 40, LocalDate.of(2021, 6, 30), longAgo, Actor.SYSTEM);
    }

    private static PlaceDetails station(int number, AreaId area) {
        return new PlaceDetails(
                "温暖嘉" + number + "号驿站",
                "warm-station",
                "community",
                PlaceStatus.OPEN,
                area,
                "",
                new Spot(120.74 + 0.004 * (number % 6), 30.74 + 0.004 * (number / 6), true),
                OpeningHours.read("周一至周日 6:00-22:00").orElseThrow(),
                List.of("toilet", "water", "charging"),
                List.of("certificates"),
                List.of("rest", "recharge", "listening", "volunteering"),
                true);
    }

    @Test
    void the_register_is_kept_at_a_desk_in_chinese() {
        keepsTheRegister(new Walk("places-desktop", 1440, 900, Walk.AT_A_DESK.language(), false, true));
    }

    @Test
    void the_register_is_kept_by_phone_in_english() {
        keepsTheRegister(new Walk("places-phone", 390, 844, Walk.WITH_A_PHONE.language(), false, true));
    }

    private void keepsTheRegister(Walk chosen) {
        takes(chosen);
        var screen = signedIn("yaqin");
        screen.open("/places").look("places");
        screen.open("/places?near=120.7553,30.7461&amenity=toilet").look("nearest-toilet");
        assertThat(screen.text()).contains("温暖嘉");
        screen.open("/places?amenity=shower").look("none");
        screen.open("/places/atlas?type=service-center").look("atlas");
        screen.open("/places/new").look("new");
        screen.fill("#name", walk.english() ? "Driver stop" : "司机之家");
        screen.fill("#area", Street.COMMUNITY);
        screen.fill("#hours", "24h");
        screen.press("form.place-form button[type=submit]");
        screen.look("opened");
        screen.open("/places/1").look("place");
        var door = screen.at("a[href^='/r/p/']").getAttribute("href");
        screen.open("/places/1/poster").look("poster");
        screen.open(door).look("door");
        screen.press("form[action$='/here'] button");
        screen.look("here");
        screen.press("a.tile.main");
        screen.look("report");
    }
}
