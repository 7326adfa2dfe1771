package lianxin.places;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lianxin.platform.FormGuard;
import lianxin.platform.NotFound;
import lianxin.platform.PublicAddress;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The private page of a group: what became of what it asked for, and the button that withdraws it. */
@Controller
class BookingAskedPage {
    private final BookingLinks links;
    private final BookingBook book;
    private final Bookings bookings;
    private final PlaceBook places;
    private final Rooms rooms;
    private final PlaceRules rules;
    private final Areas areas;
    private final Days days;
    private final FormGuard guard;
    private final PublicAddress addresses;

    BookingAskedPage(
            BookingLinks links,
            BookingBook book,
            Bookings bookings,
            PlaceBook places,
            Rooms rooms,
            PlaceRules rules,
            Areas areas,
            Days days,
            FormGuard guard,
            PublicAddress addresses) {
        this.links = links;
        this.book = book;
        this.bookings = bookings;
        this.places = places;
        this.rooms = rooms;
        this.rules = rules;
        this.areas = areas;
        this.days = days;
        this.guard = guard;
        this.addresses = addresses;
    }

    /** @param withdraw where the button sends to; null when there is nothing left to withdraw */
    record View(
            Booking booking,
            Place place,
            String around,
            @Nullable Room room,
            String purpose,
            String link,
            @Nullable String withdraw,
            @Nullable String problem,
            PlaceRules rules) {}

    @GetMapping("/r/v/{id}/{token}")
    ModelAndView show(
            @PathVariable("id") UUID id,
            @PathVariable("token") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        return page(links.opened(id, token), null, request, response, shell);
    }

    @PostMapping("/r/v/{id}/{token}")
    ModelAndView withdraw(
            @PathVariable("id") UUID id,
            @PathVariable("token") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var booking = links.opened(id, token);
        var problem = guard.holds(request) ? withdrawn(booking, shell) : shell.t("places.booking.again");
        if (problem != null) {
            var page = page(booking, problem, request, response, shell);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var to = new RedirectView(links.path(booking), true);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        to.setExposeModelAttributes(false);
        return new ModelAndView(to);
    }

    private @Nullable String withdrawn(UUID booking, Shell shell) {
        try {
            bookings.withdraw(booking);
            return null;
        } catch (RuleBroken no) {
            return shell.t(no.key(), no.details());
        }
    }

    private ModelAndView page(
            UUID id, @Nullable String problem, HttpServletRequest request, HttpServletResponse response, Shell shell) {
        var booking = book.find(id).orElseThrow(() -> new NotFound("booking"));
        var place = places.find(booking.place(), days.now()).orElseThrow(() -> new NotFound("place"));
        var path = links.path(id);
        boolean may = booking.state().holds() && booking.begins().isAfter(days.local());
        var view = new View(
                booking,
                place,
                areas.address(place.area()),
                booking.room() == null ? null : rooms.ever(place.id()).get(booking.room()),
                rules.functionName(booking.purpose(), shell.locale()),
                addresses.whole(path, request),
                may ? path + "?" + FormGuard.PARAMETER + "=" + guard.issue(request, response) : null,
                problem,
                rules);
        return new ModelAndView("places/booking-asked", "it", view);
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    ModelAndView lost() {
        var page = new ModelAndView("places/booking-lost");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
