package lianxin.territory;

import java.util.List;
import java.util.Locale;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.AsOf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** To the bottom and to the edge (到底到边): every building and area that no grid has, with what to do about it. */
@Controller
@Needs(May.LOOK_UP)
class GapsPage {
    private static final int SHOWN = 200;

    private final GroundGaps gaps;
    private final Areas areas;
    private final Town town;

    GapsPage(GroundGaps gaps, Areas areas, Town town) {
        this.gaps = gaps;
        this.areas = areas;
        this.town = town;
    }

    record View(AsOf asOf, int grids, int buildings, int all, List<Line> lines, Town town) {}

    record Line(GroundGaps.Gap gap, String address) {

        /** The last part of the keys of its messages. */
        String key() {
            return gap.missing().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GetMapping("/areas/gaps")
    ModelAndView show(AsOf asked) {
        var asOf = asked.knownNow();
        var check = gaps.at(asOf.at());
        var lines = check.gaps().stream()
                .limit(SHOWN)
                .map(it -> new Line(it, areas.address(it.area().id(), asOf.at())))
                .toList();
        var view = new View(asOf, check.grids(), check.buildings(), check.gaps().size(), lines, town);
        return new ModelAndView("territory/gaps", "it", view);
    }
}
