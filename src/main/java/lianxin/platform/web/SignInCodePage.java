package lianxin.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lianxin.platform.AnyStaff;
import lianxin.platform.FormGuard;
import lianxin.platform.SecondFactor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second question at the door, for whoever gave the right password to an account with a second factor. */
@Controller
@AnyStaff(always = true)
class SignInCodePage {

    private final HalfWay halfWay;
    private final FormGuard guard;
    private final SignInThrottle throttle;
    private final Admission admission;
    private final ObjectProvider<SecondFactor> second;

    SignInCodePage(
            HalfWay halfWay,
            FormGuard guard,
            SignInThrottle throttle,
            Admission admission,
            ObjectProvider<SecondFactor> second) {
        this.halfWay = halfWay;
        this.guard = guard;
        this.throttle = throttle;
        this.admission = admission;
        this.second = second;
    }

    record View(String action, boolean wrong) {}

    @GetMapping("/sign-in/code")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        if (halfWay.name(request).isEmpty()) return new ModelAndView("redirect:/sign-in?stale");
        var action = "/sign-in/code?" + FormGuard.PARAMETER + "=" + guard.issue(request, response);
        var wrong = request.getParameterMap().containsKey("wrong");
        return new ModelAndView("platform/web/sign-in-code", "it", new View(action, wrong));
    }

    @PostMapping("/sign-in/code")
    void answer(@RequestParam String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var name = halfWay.name(request).orElse("");
        var factor = second.getIfAvailable();
        if (name.isEmpty() || factor == null || !guard.holds(request)) {
            response.sendRedirect("/sign-in?stale");
            return;
        }
        var wait = throttle.wait(name, request.getRemoteAddr());
        if (wait.isPositive()) {
            halfWay.end(request, response);
            response.sendRedirect(SignInDoor.waiting(wait));
        } else if (factor.takes(name, code)) {
            halfWay.end(request, response);
            admission.admit(name, request, response);
        } else {
            throttle.failed(name, request.getRemoteAddr());
            response.sendRedirect("/sign-in/code?wrong");
        }
    }
}
