package lianxin.cases;

import java.time.Clock;
import java.util.List;
import lianxin.cases.rules.Categories;
import lianxin.linkage.GridTeam;
import lianxin.organization.DutyDesks;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Shell;
import lianxin.platform.WorkingCalendar;
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
    private final DutyDesks duty;
    private final GridTeam teams;
    private final Units units;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ResidentPage(
            Doors doors,
            ResidentQueries queries,
            Categories categories,
            DutyDesks duty,
            GridTeam teams,
            Units units,
            WorkingCalendar calendar,
            Clock clock) {
        this.doors = doors;
        this.queries = queries;
        this.categories = categories;
        this.duty = duty;
        this.teams = teams;
        this.units = units;
        this.calendar = calendar;
        this.clock = clock;
    }

    record Home(
            String code,
            String around,
            String place,
            boolean demonstration,
            String desk,
            @Nullable Call call,
            GridTeam.@Nullable Shown team,
            List<DutyDesks.Reachable> workers,
            List<Done> lately) {}

    /** @param desk which desk answers, where another does it at this hour; null for the desk of the place */
    record Call(@Nullable String desk, String telephone) {}

    /** @param sentence the one the unit released */
    record Done(String sentence, String category, String when) {}

    @GetMapping("/r/{code}")
    ModelAndView home(@PathVariable String code, Shell shell) {
        var door = doors.behind(code);
        var team = teams.around(door.building(), clock.instant()).orElse(null);
        var home = new Home(
                code,
                door.around(),
                door.place(),
                door.demonstration(),
                door.deskName(),
                call(door.desk()),
                team,
                duty.reachable(door.desk(), clock.instant()).stream()
                        .filter(it -> team == null || !team.reaches(it.telephone()))
                        .toList(),
                lately(door, shell));
        return new ModelAndView("cases/resident-home", "home", home);
    }

    /** The desk itself; while no office works, the one with somebody on duty, if it has a number. */
    private @Nullable Call call(UnitId desk) {
        var now = clock.instant();
        var answering = calendar.working(now) ? desk : duty.answering(desk, now);
        if (!answering.equals(desk)) {
            var there = duty.telephone(answering, now);
            if (there.isPresent()) return new Call(units.find(answering).name(), there.get());
        }
        return duty.telephone(desk, now).map(it -> new Call(null, it)).orElse(null);
    }

    private List<Done> lately(Doors.Door door, Shell shell) {
        return queries.solvedLately(door.desk(), categories, clock.instant()).stream()
                .map(it -> new Done(
                        it.sentence(),
                        categories.find(it.category()).name().in(shell.locale()),
                        ThirdOfMonth.of(it.closedAt().atZone(clock.getZone()), shell)))
                .toList();
    }
}
