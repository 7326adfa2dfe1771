package lianxin.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** To the bottom and to the edge (到底到边): every building and area that no grid has, with what to do about it. */
@Controller
class GapsPage {
    private static final int SHOWN = 200;

    private final GroundGaps gaps;
    private final Areas areas;
    private final Town town;
    private final Days days;

    GapsPage(GroundGaps gaps, Areas areas, Town town, Days days) {
        this.gaps = gaps;
        this.areas = areas;
        this.town = town;
        this.days = days;
    }

    record View(LocalDate day, boolean today, int grids, int buildings, int all, List<Line> lines, Town town) {}

    record Line(GroundGaps.Gap gap, String address) {

        /** The last part of the keys of its messages. */
        String key() {
            return gap.missing().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GetMapping("/areas/gaps")
    ModelAndView show(@RequestParam(name = "at", required = false) @Nullable LocalDate asked) {
        var day = days.or(asked);
        var check = gaps.at(days.endOf(day));
        var lines = check.gaps().stream()
                .limit(SHOWN)
                .map(it -> new Line(it, areas.address(it.area().id())))
                .toList();
        var view = new View(
                day,
                day.equals(days.today()),
                check.grids(),
                check.buildings(),
                check.gaps().size(),
                lines,
                town);
        return new ModelAndView("territory/gaps", "it", view);
    }
}
