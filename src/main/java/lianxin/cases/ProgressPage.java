package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lianxin.platform.FormGuard;
import lianxin.platform.RateLimits;
import lianxin.platform.Shell;
import lianxin.platform.ShortCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the nine characters of a receipt are typed in. They open a case only at the building where it was reported. */
@Controller
class ProgressPage {

    private static final int TRIES_A_MINUTE = 6;

    private final Doors doors;
    private final Receipts receipts;
    private final ResidentQueries queries;
    private final FormGuard guard;
    private final RateLimits limits;

    ProgressPage(Doors doors, Receipts receipts, ResidentQueries queries, FormGuard guard, RateLimits limits) {
        this.doors = doors;
        this.receipts = receipts;
        this.queries = queries;
        this.guard = guard;
        this.limits = limits;
    }

    record Search(
            String code,
            String place,
            String action,
            String typed,
            @Nullable String problem) {}

    @GetMapping("/r/{code}/progress")
    ModelAndView ask(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        return page(doors.behind(code), "", null, request, response);
    }

    @PostMapping("/r/{code}/progress")
    ModelAndView look(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String receipt,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var door = doors.behind(code);
        var typed = Typed.line(receipt).strip();
        if (!guard.holds(request)) {
            return wrong(
                    door,
                    typed,
                    shell.t("resident.progress.again"),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    request,
                    response);
        }
        if (!limits.allow("receipt code", request.getRemoteAddr(), TRIES_A_MINUTE)) {
            return wrong(
                    door, typed, shell.t("resident.progress.busy"), HttpStatus.TOO_MANY_REQUESTS, request, response);
        }
        return ShortCode.parse(typed)
                .flatMap(it -> queries.byCode(it, door.building()))
                .map(it -> SeeOther.at(receipts.tracking(it)))
                .orElseGet(() -> wrong(
                        door,
                        typed,
                        shell.t("resident.progress.wrong"),
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        response));
    }

    private ModelAndView wrong(
            Doors.Door door,
            String typed,
            String problem,
            HttpStatus status,
            HttpServletRequest request,
            HttpServletResponse response) {
        var page = page(door, typed, problem, request, response);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(
            Doors.Door door,
            String typed,
            @Nullable String problem,
            HttpServletRequest request,
            HttpServletResponse response) {
        var action = "/r/" + door.code() + "/progress?" + FormGuard.PARAMETER + "=" + guard.issue(request, response);
        return new ModelAndView(
                "cases/resident-progress", "search", new Search(door.code(), door.place(), action, typed, problem));
    }
}
