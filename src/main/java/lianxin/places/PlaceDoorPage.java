package lianxin.places;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lianxin.organization.Trees;
import lianxin.platform.NotFound;
import lianxin.platform.RateLimits;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import lianxin.territory.Responsibilities;
import lianxin.territory.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** The page behind the code on a place's door: what it offers and when; to say "I was here", and what is wrong here. */
@Controller
class PlaceDoorPage {
    /** Many people share one address of the network. */
    private static final int HERE_PER_MINUTE = 20;

    /** A total is published from so many on. */
    private static final int LEAST_TOLD = 10;

    private final PlaceBook book;
    private final PlaceVisits visits;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final PlaceRules rules;
    private final Town town;
    private final Days days;
    private final OpenDoors doors;
    private final DoorDuty duty;
    private final RateLimits limits;

    PlaceDoorPage(
            PlaceBook book,
            PlaceVisits visits,
            Areas areas,
            Responsibilities responsibilities,
            Trees trees,
            PlaceRules rules,
            Town town,
            Days days,
            OpenDoors doors,
            DoorDuty duty,
            RateLimits limits) {
        this.book = book;
        this.visits = visits;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.rules = rules;
        this.town = town;
        this.days = days;
        this.doors = doors;
        this.duty = duty;
        this.limits = limits;
    }

    /**
     * What a visitor reads.
     *
     * @param turns when it shuts, or opens next; null when it never does
     * @param closures today's and later ones
     * @param closure why it is shut today out of turn
     * @param holidayUntold whether today is a public holiday about which nothing is registered
     * @param report the address of the form for what is wrong here; null where nothing can be reported
     * @param duty who is on duty behind the door, of which a visitor reads the desk and never the name; null without a roster
     * @param here what became of "I was here": done or later, or empty
     */
    record View(
            Place place,
            LocalDate now,
            String around,
            String desk,
            boolean openNow,
            @Nullable LocalDateTime turns,
            List<Closure> closures,
            @Nullable Closure closure,
            boolean holidayUntold,
            int today,
            @Nullable String report,
            DoorDuty.@Nullable Now duty,
            String here,
            PlaceRules rules,
            Town town) {

        /** The weekday says enough within six days. */
        public boolean turnsSoon() {
            return turns != null && turns.toLocalDate().isBefore(now.plusDays(7));
        }

        /** Few visitors could be told apart. */
        public boolean todayIsTold() {
            return today >= LEAST_TOLD;
        }
    }

    @GetMapping("/r/p/{code}")
    ModelAndView show(@PathVariable("code") String code, @RequestParam(name = "here", defaultValue = "") String here) {
        var place = behind(code);
        var now = doors.now(place.id());
        var moment = days.now();
        var unit = trees.at(moment).unit(responsibilities.responsible(place.area(), "", moment));
        var view = new View(
                place,
                now.time().toLocalDate(),
                areas.address(place.area()),
                unit.name(),
                now.open(place),
                now.turns(place).orElse(null),
                now.closures(place),
                now.closure(place),
                now.untold(place),
                visits.since(place.id(), days.today()).getFirst().count(),
                areas.posterCode(place.area()).map(it -> report(it, place)).orElse(null),
                duty.at(place, unit, moment).orElse(null),
                here,
                rules,
                town);
        return new ModelAndView("places/place-door", "it", view);
    }

    private static String report(String areaCode, Place place) {
        return UriComponentsBuilder.fromPath("/r/{code}/report")
                .queryParam("at", "{name}")
                .encode()
                .buildAndExpand(areaCode, place.name())
                .toUriString();
    }

    @PostMapping("/r/p/{code}/here")
    ModelAndView here(@PathVariable("code") String code, HttpServletRequest request) {
        var place = behind(code);
        boolean counts = limits.allow("here", request.getRemoteAddr(), HERE_PER_MINUTE);
        if (counts) visits.count(place.id());
        var to = new RedirectView("/r/p/" + place.code() + "?here=" + (counts ? "done" : "later"), true);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(to);
    }

    private Place behind(String code) {
        return book.behind(code, days.now()).orElseThrow(() -> new NotFound("place code"));
    }

    @ExceptionHandler(NotFound.class)
    ModelAndView lost() {
        return nowhere();
    }

    static ModelAndView nowhere() {
        var page = new ModelAndView("places/place-lost");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
