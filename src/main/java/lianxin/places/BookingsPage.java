package lianxin.places;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Flash;
import lianxin.platform.NotFound;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import lianxin.territory.Responsibilities;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was asked of one place, for whoever keeps it: to confirm, to decline, to say how many came; and its rooms. */
@Controller
@Needs(May.MANAGE_UNITS)
class BookingsPage {
    private final Bookings bookings;
    private final BookingBook book;
    private final Rooms rooms;
    private final PlaceBook places;
    private final PlaceRules rules;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Days days;

    BookingsPage(
            Bookings bookings,
            BookingBook book,
            Rooms rooms,
            PlaceBook places,
            PlaceRules rules,
            Areas areas,
            Responsibilities responsibilities,
            Days days) {
        this.bookings = bookings;
        this.book = book;
        this.rooms = rooms;
        this.places = places;
        this.rules = rules;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.days = days;
    }

    /**
     * @param day the one asked for; null from today on
     * @param had rooms to be had now
     * @param read whose telephone was asked for, and what it is
     */
    record View(
            Place place,
            List<Area> path,
            @Nullable LocalDate day,
            List<Booking> bookings,
            Map<Integer, Room> rooms,
            List<Room> had,
            @Nullable UUID read,
            @Nullable String telephone,
            LocalDateTime now,
            PlaceRules rules) {

        @Nullable
        Room room(Booking it) {
            return it.room() == null ? null : rooms.get(it.room());
        }

        boolean over(Booking it) {
            return it.begins().isBefore(now);
        }
    }

    @GetMapping("/places/{number}/bookings")
    ModelAndView show(
            @PathVariable("number") int number,
            @RequestParam(name = "day", required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Actor actor) {
        return page(kept(number, actor), day, null, null);
    }

    @PostMapping("/places/{number}/bookings/{booking}/{step:confirm|decline|took-place}")
    String answer(
            @PathVariable("number") int number,
            @PathVariable("booking") UUID booking,
            @PathVariable("step") String step,
            @RequestParam(name = "sentence", defaultValue = "") String sentence,
            @RequestParam(name = "came", defaultValue = "0") int came,
            Actor actor,
            RedirectAttributes redirect) {
        var id = new PlaceId(number);
        switch (step) {
            case "confirm" -> bookings.confirm(id, booking, sentence, actor);
            case "decline" -> bookings.decline(id, booking, sentence, actor);
            default -> bookings.tookPlace(id, booking, came, actor);
        }
        return back(number, "places.booking.done." + step, redirect);
    }

    /** The page with one whole number on it, once. */
    @PostMapping("/places/{number}/bookings/{booking}/telephone")
    ModelAndView telephone(@PathVariable("number") int number, @PathVariable("booking") UUID booking, Actor actor) {
        var place = kept(number, actor);
        var telephone = bookings.readTelephone(place.id(), booking, actor);
        return page(place, null, booking, telephone);
    }

    @PostMapping("/places/{number}/rooms")
    String add(
            @PathVariable("number") int number,
            @RequestParam("name") String name,
            @RequestParam("seats") int seats,
            @RequestParam(name = "functions", required = false) @Nullable List<String> functions,
            Actor actor,
            RedirectAttributes redirect) {
        rooms.add(new PlaceId(number), name, seats, functions == null ? List.of() : functions, actor);
        return back(number, "places.room.added", redirect);
    }

    @PostMapping("/places/{number}/rooms/{room}/remove")
    String remove(
            @PathVariable("number") int number,
            @PathVariable("room") int room,
            Actor actor,
            RedirectAttributes redirect) {
        rooms.remove(new PlaceId(number), room, actor);
        return back(number, "places.room.removed", redirect);
    }

    private ModelAndView page(Place place, @Nullable LocalDate day, @Nullable UUID read, @Nullable String telephone) {
        var ever = rooms.ever(place.id());
        var view = new View(
                place,
                areas.path(place.area(), days.now()),
                day,
                book.of(place.id(), day),
                ever,
                List.copyOf(rooms.of(place.id()).values()),
                read,
                telephone,
                days.local(),
                rules);
        return new ModelAndView("places/bookings", "it", view);
    }

    private Place kept(int number, Actor actor) {
        var id = new PlaceId(number);
        var now = days.now();
        var place =
                places.find(id, now).filter(it -> rules.visits(it.type())).orElseThrow(() -> new NotFound(id.ref()));
        actor.must(May.MANAGE_UNITS, responsibilities.responsible(place.area(), "", now));
        return place;
    }

    private static String back(int number, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(done));
        return "redirect:/places/" + number + "/bookings";
    }
}
