package lianxin.places;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lianxin.platform.FormGuard;
import lianxin.platform.Ids;
import lianxin.platform.NotFound;
import lianxin.platform.PrivateLinks;
import lianxin.platform.RateLimits;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Behind the code on a place's door: a group asks for a visit or an hour of a room. The address the form is sent to names the
 * future booking, as that of a report does.
 */
@Controller
class BookingAskPage {
    private static final String SEAL = "booking form";
    private static final int ASKED_PER_MINUTE = 10;
    private static final int HALF_HOURS = 48;
    private static final int HELD_SHOWN = 20;

    private final PlaceBook places;
    private final Rooms rooms;
    private final BookingBook book;
    private final Bookings bookings;
    private final BookingLinks own;
    private final PlaceRules rules;
    private final Areas areas;
    private final Days days;
    private final FormGuard guard;
    private final PrivateLinks links;
    private final Ids ids;
    private final RateLimits limits;

    BookingAskPage(
            PlaceBook places,
            Rooms rooms,
            BookingBook book,
            Bookings bookings,
            BookingLinks own,
            PlaceRules rules,
            Areas areas,
            Days days,
            FormGuard guard,
            PrivateLinks links,
            Ids ids,
            RateLimits limits) {
        this.places = places;
        this.rooms = rooms;
        this.book = book;
        this.bookings = bookings;
        this.own = own;
        this.rules = rules;
        this.areas = areas;
        this.days = days;
        this.guard = guard;
        this.links = links;
        this.ids = ids;
        this.limits = limits;
    }

    /** The form as it was typed. */
    record Form(
            String what,
            String day,
            String time,
            String hours,
            String people,
            String purpose,
            String called,
            String telephone) {

        static final Form BLANK = new Form("visit", "", "", "1", "", "", "", "");

        Form(
                @Nullable String what,
                @Nullable String day,
                @Nullable String time,
                @Nullable String hours,
                @Nullable String people,
                @Nullable String purpose,
                @Nullable String called,
                @Nullable String telephone) {
            this.what = said(what);
            this.day = said(day);
            this.time = said(time);
            this.hours = said(hours);
            this.people = said(people);
            this.purpose = said(purpose);
            this.called = said(called);
            this.telephone = said(telephone);
        }

        private static String said(@Nullable String typed) {
            return typed == null ? "" : typed.replaceAll("\\p{Cc}", " ").strip();
        }
    }

    /**
     * @param rooms those to be had
     * @param held hours that others have
     * @param field which field the problem is about
     */
    record View(
            Place place,
            String around,
            List<Room> rooms,
            List<PlaceRules.Tag> purposes,
            List<String> times,
            List<Booking> held,
            LocalDate first,
            LocalDate last,
            String action,
            Form form,
            @Nullable String field,
            @Nullable String problem,
            PlaceRules rules) {

        String what(Booking it, Shell shell) {
            return rooms.stream()
                    .filter(room -> it.room() != null && room.number() == it.room())
                    .map(Room::name)
                    .findFirst()
                    .orElse(shell.t("places.booking.visit"));
        }

        boolean wrong(String name) {
            return name.equals(field);
        }
    }

    @GetMapping({"/r/p/{code}/ask", "/r/p/{code}/ask/{id}"})
    ModelAndView blank(@PathVariable("code") String code, HttpServletRequest request, HttpServletResponse response) {
        var place = behind(code);
        return page(place, action(place, ids.next(), request, response), Form.BLANK, null, null);
    }

    @PostMapping("/r/p/{code}/ask/{id}")
    ModelAndView ask(
            @PathVariable("code") String code,
            @PathVariable("id") UUID id,
            @ModelAttribute Form form,
            @RequestParam(name = "seal", defaultValue = "") String seal,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var place = behind(code);
        if (!guard.holds(request) || !links.opens(seal, SEAL, sealed(place, id, request), 1))
            return refused(page(
                    place,
                    action(place, ids.next(), request, response),
                    form,
                    "send",
                    shell.t("places.booking.again")));
        var action = action(place, id, request, response);
        if (!limits.allow("booking", request.getRemoteAddr(), ASKED_PER_MINUTE))
            return refused(page(place, action, form, "send", shell.t("places.booking.too-many")));
        try {
            bookings.ask(read(id, place, form));
        } catch (RuleBroken no) {
            return refused(page(place, action, form, field(no.key()), sentence(no, shell)));
        }
        var to = new RedirectView(own.path(id), true);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        to.setExposeModelAttributes(false);
        return new ModelAndView(to);
    }

    private static Bookings.Ask read(UUID id, Place place, Form form) {
        var begins =
                parsed("places.booking.when", () -> LocalDate.parse(form.day).atTime(LocalTime.parse(form.time)));
        int hours = parsed("places.booking.when", () -> Integer.parseInt(form.hours));
        if (hours < 1 || hours > 24) throw new RuleBroken("places.booking.when");
        var room = form.what.equals("visit") ? null : parsed("places.booking.room", () -> Integer.valueOf(form.what));
        int people = parsed("places.booking.people", () -> Integer.parseInt(form.people), Bookings.MOST_PEOPLE);
        return new Bookings.Ask(
                id,
                place.id(),
                room,
                begins,
                begins.plusHours(hours),
                people,
                form.purpose,
                form.called,
                form.telephone);
    }

    private static <T> T parsed(String otherwise, Supplier<T> read, Object... details) {
        try {
            return read.get();
        } catch (NumberFormatException | DateTimeException notUnderstood) {
            throw new RuleBroken(otherwise, details);
        }
    }

    private static String field(String key) {
        return switch (key) {
            case "places.booking.people", "places.booking.seats" -> "people";
            case "places.booking.called", "places.booking.called-number" -> "called";
            case "places.booking.telephone" -> "telephone";
            case "places.booking.purpose" -> "purpose";
            case "places.booking.room", "places.booking.not-here" -> "what";
            case "places.booking.shut-hours", "places.booking.taken" -> "time";
            default -> "day";
        };
    }

    /** Days as people write them. */
    private static String sentence(RuleBroken no, Shell shell) {
        var details = no.details();
        for (int i = 0; i < details.length; i++) if (details[i] instanceof LocalDate day) details[i] = shell.day(day);
        return shell.t(no.key(), details);
    }

    private String action(Place place, UUID id, HttpServletRequest request, HttpServletResponse response) {
        var token = guard.issue(request, response);
        var seal = links.token(SEAL, place.code() + id + token, 1);
        return "/r/p/" + place.code() + "/ask/" + id + "?" + FormGuard.PARAMETER + "=" + token + "&seal=" + seal;
    }

    private static String sealed(Place place, UUID id, HttpServletRequest request) {
        return place.code() + id + request.getParameter(FormGuard.PARAMETER);
    }

    private ModelAndView page(Place place, String action, Form form, @Nullable String field, @Nullable String problem) {
        var had = List.copyOf(rooms.of(place.id()).values());
        var keys = new LinkedHashSet<>(bookings.purposes(place, null));
        for (var it : had) keys.addAll(bookings.purposes(place, it));
        var view = new View(
                place,
                areas.address(place.area()),
                had,
                rules.places().functions().stream()
                        .filter(it -> keys.contains(it.key()))
                        .toList(),
                IntStream.range(0, HALF_HOURS)
                        .mapToObj(it -> "%02d:%02d".formatted(it / 2, it % 2 * 30))
                        .toList(),
                book.held(place.id()).stream().limit(HELD_SHOWN).toList(),
                days.today(),
                days.today().plusDays(rules.bookings().daysAhead()),
                action,
                form,
                field,
                problem,
                rules);
        return new ModelAndView("places/booking-ask", "it", view);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private Place behind(String code) {
        return places.behind(code, days.now())
                .filter(it -> rules.visits(it.type()))
                .orElseThrow(() -> new NotFound("place code"));
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    ModelAndView lost() {
        var page = new ModelAndView("places/place-lost");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
