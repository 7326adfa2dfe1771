package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.List;
import lianxin.cases.rules.Categories;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page behind the code at a building's door: who serves this place, and the way to say what is wrong. */
@Controller
class ResidentPage {

    private final Doors doors;
    private final ResidentQueries queries;
    private final Categories categories;
    private final Clock clock;

    ResidentPage(Doors doors, ResidentQueries queries, Categories categories, Clock clock) {
        this.doors = doors;
        this.queries = queries;
        this.categories = categories;
        this.clock = clock;
    }

    record Home(String code, String around, String place, boolean demonstration, Desk desk, List<Done> lately) {}

    /** @param telephone of the desk, never of a person */
    record Desk(String name, @Nullable String telephone) {
        String dial() {
            return telephone == null ? "" : telephone.replaceAll("[^0-9+]", "");
        }
    }

    /** @param sentence the one the unit released */
    record Done(String sentence, String category, String when) {}

    @GetMapping("/r/{code}")
    ModelAndView home(@PathVariable String code, Shell shell) {
        var door = doors.behind(code);
        var home = new Home(
                code,
                door.around(),
                door.place(),
                door.demonstration(),
                new Desk(door.deskName(), null),
                lately(door, shell));
        return new ModelAndView("cases/resident-home", "home", home);
    }

    private List<Done> lately(Doors.Door door, Shell shell) {
        return queries.solvedLately(door.desk(), categories, clock.instant()).stream()
                .map(it -> new Done(
                        it.sentence(),
                        categories.find(it.category()).name().in(shell.locale()),
                        roughly(it.closedAt(), shell)))
                .toList();
    }

    /** 十一月上旬: a day would tell the neighbors whose matter it was. */
    private String roughly(Instant moment, Shell shell) {
        var day = moment.atZone(clock.getZone());
        var third = Math.min(2, (day.getDayOfMonth() - 1) / 10);
        var month = day.getMonth().getDisplayName(TextStyle.FULL, shell.locale());
        return shell.t(
                "resident.home.lately." + List.of("early", "middle", "late").get(third), month);
    }
}
