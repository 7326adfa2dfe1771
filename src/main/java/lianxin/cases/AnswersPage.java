package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import lianxin.cases.rules.Categories;
import lianxin.organization.Units;
import lianxin.platform.RateLimits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 先查一查: what units around a building answer already, for whoever would rather know than report. Reporting stays one step away. */
@Controller
class AnswersPage {

    private static final int SHOWN = 5;
    private static final int LONGEST = 100;
    private static final int ASKED_PER_MINUTE = 30;

    private final Doors doors;
    private final Knowledge knowledge;
    private final Routing routing;
    private final Categories categories;
    private final Units units;
    private final Clock clock;
    private final RateLimits limits;

    AnswersPage(
            Doors doors,
            Knowledge knowledge,
            Routing routing,
            Categories categories,
            Units units,
            Clock clock,
            RateLimits limits) {
        this.doors = doors;
        this.knowledge = knowledge;
        this.routing = routing;
        this.categories = categories;
        this.units = units;
        this.clock = clock;
        this.limits = limits;
    }

    record Found(String code, String place, String asked, List<Shown> answers) {}

    record Shown(String question, String answer, String unit, String source) {}

    @GetMapping("/r/{code}/answers")
    ModelAndView look(
            @PathVariable String code, @RequestParam(defaultValue = "") String q, HttpServletRequest request) {
        var door = doors.behind(code);
        var typed = Typed.line(q).strip();
        var asked = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        var keepers = routing.around(door.building(), clock.instant());
        var answers = asked.isEmpty() || !limits.allow("answers", request.getRemoteAddr(), ASKED_PER_MINUTE)
                ? List.<Shown>of()
                : knowledge.suggest(keepers, categories.suggest(asked).key(), asked, SHOWN).stream()
                        .map(it -> new Shown(
                                it.draft().question(),
                                it.draft().answer(),
                                units.name(it.unit()),
                                it.draft().source()))
                        .toList();
        return new ModelAndView("cases/resident-answers", "found", new Found(code, door.place(), asked, answers));
    }
}
