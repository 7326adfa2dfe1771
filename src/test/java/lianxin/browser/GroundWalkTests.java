package lianxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 志强 keeps the ground in order: asks whose a point is, draws a grid's border, takes in a file, reads an address. */
class GroundWalkTests extends BrowserTests {
    private static final String GRID = Street.COMMUNITY + "-01";

    @BeforeAll
    void the_town_wakes_up() {
        street.hire("zhiqiang", "陆志强", "organizer", "3304");
    }

    @Test
    void the_ground_is_kept_in_order_at_a_desk_in_chinese() {
        keepsTheGround(new Walk("ground-desktop", 1440, 900, Walk.AT_A_DESK.language(), false, true));
    }

    @Test
    void the_ground_is_kept_in_order_by_phone_in_english() {
        keepsTheGround(new Walk("ground-phone", 390, 844, Walk.WITH_A_PHONE.language(), false, true));
    }

    private void keepsTheGround(Walk chosen) {
        takes(chosen);
        var screen = signedIn("zhiqiang");
        asksWhoseAPointIs(screen);
        looksAtAGrid(screen);
        drawsABorder(screen);
        takesInAFile(screen);
        readsAnAddress(screen);
        screen.open("/areas/gaps").look("coverage");
        screen.open("/links").look("links");
        screen.open("/routes").look("routes");
        if (!walk.phone()) return;
        screen.at(".nav .more").click();
        screen.look("more-places");
    }

    private void asksWhoseAPointIs(Screen screen) {
        screen.open("/map?area=" + street.area(Street.COMMUNITY).number()).look("map-of-the-community");
        screen.fill("#point", "30.7461，120.7553");
        screen.press("[data-point] button[type=submit]");
        screen.look("point-answered");
        assertThat(screen.text()).contains("南湖区");
        if (walk.phone()) return;
        screen.open("/map");
        screen.at("[data-pick]").click();
        screen.press("svg.map a >> nth=0");
        assertThat(screen.address()).contains("point=");
    }

    private void looksAtAGrid(Screen screen) {
        var page = "/areas/" + street.area(GRID).number();
        screen.open(page);
        screen.at("summary >> nth=0").click();
        screen.fill("#task", "排水口巡查");
        screen.press("form[action$='/tasks'] button");
        screen.look("grid");
        assertThat(screen.text()).contains("排水口巡查");
    }

    private void drawsABorder(Screen screen) {
        var page = "/areas/" + street.area(GRID).number() + "/border";
        screen.open(page);
        screen.at("#border-map .corner >> nth=0").waitFor();
        screen.at("#border-map .neighbor-name >> nth=0").waitFor();
        screen.look("border");
        var corners = screen.at("#border").inputValue().lines().toList();
        var moved = new ArrayList<>(corners);
        var first = corners.getFirst().split(", ");
        moved.set(0, "%.7f, %s".formatted(Double.parseDouble(first[0]) + 0.0015, first[1]));
        screen.fill("#border", String.join("\n", moved));
        screen.press("button[formaction]");
        screen.at("#border-map .checked").waitFor();
        screen.look("border-checked");
        screen.fill("#reason", "沿河边修正");
        screen.press("form.border button[type=submit]:not([formaction])");
        screen.look("border-saved");
        screen.open("/areas/borders").look("borders");
        screen.press("form[action$='/back'] button >> nth=0");
        screen.look("border-taken-back");
    }

    private void takesInAFile(Screen screen) {
        var square = "{\"type\":\"Polygon\",\"coordinates\":[[[%s,30.74],[%s,30.74],[%s,30.75],[%s,30.74]]]}";
        var file = "{\"type\":\"FeatureCollection\",\"features\":["
                + "{\"type\":\"Feature\",\"id\":\"%s\",\"properties\":{\"name\":\"第1网格\"},\"geometry\":%s},"
                        .formatted(GRID, square.formatted("120.76", "120.77", "120.77", "120.76"))
                + "{\"type\":\"Feature\",\"id\":\"9999\",\"properties\":{},\"geometry\":null}]}";
        screen.open("/areas/borders");
        screen.attach(
                "#file", new FilePayload("grids.geojson", "application/json", file.getBytes(StandardCharsets.UTF_8)));
        screen.at("input[value=gcj02]").check();
        screen.fill("#reason", "新方案");
        screen.press("form[enctype] button[type=submit]");
        screen.look("file-checked");
        assertThat(screen.text()).contains("9999");
    }

    private void readsAnAddress(Screen screen) {
        screen.open("/areas/address?q=百福弄社区 2幢").look("address-uncertain");
        screen.open("/areas/address?q=南湖区建设街道百福弄社区").look("address-certain");
        screen.open("/areas/address?q=火星").look("address-unknown");
    }
}
