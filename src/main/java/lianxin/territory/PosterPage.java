package lianxin.territory;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.platform.Messages;
import lianxin.platform.NotFound;
import lianxin.platform.PublicAddress;
import lianxin.platform.QrCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The poster at the door of a building, one sheet of A4: scan, say what is wrong, no account. */
@Controller
class PosterPage {
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final Town town;
    private final Messages messages;
    private final Clock clock;
    private final PublicAddress address;

    PosterPage(
            Areas areas,
            Responsibilities responsibilities,
            Trees trees,
            Town town,
            Messages messages,
            Clock clock,
            PublicAddress address) {
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.town = town;
        this.messages = messages;
        this.clock = clock;
        this.address = address;
    }

    /** A poster hangs where nobody chooses a language: Chinese large, English small below. */
    record View(
            Area building,
            String address,
            String unit,
            String url,
            String code,
            QrCode qr,
            Town town,
            Messages messages) {

        String zh(String key) {
            return messages.text(Messages.CHINESE, "territory.poster." + key);
        }

        String en(String key) {
            return messages.text(Messages.ENGLISH, "territory.poster." + key);
        }
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/areas/{number}/poster")
    ModelAndView show(@PathVariable("number") int number, HttpServletRequest request) {
        var id = new AreaId(number);
        var building = areas.find(id);
        var code = areas.posterCode(id).orElseThrow(() -> new NotFound(id.ref()));
        var url = address.whole("/r/" + code, request);
        var now = clock.instant();
        var unit = trees.at(now).unit(responsibilities.responsible(id, "", now));
        var view = new View(building, areas.address(id), unit.name(), url, code, QrCode.of(url), town, messages);
        return new ModelAndView("territory/poster", "it", view);
    }
}
