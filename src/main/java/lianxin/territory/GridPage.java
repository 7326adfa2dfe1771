package lianxin.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Flash;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps on a grid's page: what a line asks of it, what there is on it, when its service point is open, its names. */
@Controller
@Needs(May.MANAGE_UNITS)
@RequestMapping("/areas/{number}")
class GridPage {
    private final GridWork work;
    private final AreaNames names;
    private final Days days;

    GridPage(GridWork work, AreaNames names, Days days) {
        this.work = work;
        this.names = names;
        this.days = days;
    }

    private Instant from(@Nullable LocalDate day) {
        return days.startOf(days.or(day));
    }

    @PostMapping("/tasks")
    String ask(
            @PathVariable("number") int number,
            @RequestParam("line") String line,
            @RequestParam("task") String task,
            @RequestParam("every") String every,
            @RequestParam(name = "from", required = false) @Nullable LocalDate from,
            Actor actor,
            RedirectAttributes redirect) {
        work.ask(new AreaId(number), line, task, every(every), from(from), actor);
        return back(number, "territory.task.asked", redirect);
    }

    private static GridRules.Every every(String typed) {
        for (var it : GridRules.Every.values()) {
            if (it.name().toLowerCase(Locale.ROOT).equals(typed)) return it;
        }
        throw new RuleBroken("territory.task.every");
    }

    @PostMapping("/tasks/end")
    String endTask(
            @PathVariable("number") int number,
            @RequestParam("line") String line,
            @RequestParam("task") String task,
            Actor actor,
            RedirectAttributes redirect) {
        work.endTask(new AreaId(number), line, task, days.now(), actor);
        return back(number, "territory.task.ended", redirect);
    }

    @PostMapping("/counts")
    String count(
            @PathVariable("number") int number,
            @RequestParam("what") String what,
            @RequestParam("count") int count,
            @RequestParam(name = "from", required = false) @Nullable LocalDate from,
            Actor actor,
            RedirectAttributes redirect) {
        work.count(new AreaId(number), what, count, from(from), actor);
        return back(number, "territory.count.done", redirect);
    }

    @PostMapping("/hours")
    String open(
            @PathVariable("number") int number,
            @RequestParam("place") String place,
            @RequestParam("hours") String hours,
            @RequestParam(name = "from", required = false) @Nullable LocalDate from,
            Actor actor,
            RedirectAttributes redirect) {
        work.open(new AreaId(number), place, hours, from(from), actor);
        return back(number, "territory.hours.done", redirect);
    }

    @PostMapping("/names")
    String name(
            @PathVariable("number") int number,
            @RequestParam("name") String name,
            @RequestParam(name = "kind", defaultValue = "alias") String kind,
            Actor actor,
            RedirectAttributes redirect) {
        names.add(new AreaId(number), name, kind(kind), days.now(), actor);
        return back(number, "territory.name.done", redirect);
    }

    private static AreaNames.Kind kind(String typed) {
        for (var it : AreaNames.Kind.values()) if (it.key().equals(typed)) return it;
        return AreaNames.Kind.ALIAS;
    }

    @PostMapping("/names/end")
    String endName(
            @PathVariable("number") int number,
            @RequestParam("name") String name,
            Actor actor,
            RedirectAttributes redirect) {
        names.end(new AreaId(number), name, days.now(), actor);
        return back(number, "territory.name.ended", redirect);
    }

    private static String back(int number, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(done));
        return "redirect:/areas/" + number;
    }
}
