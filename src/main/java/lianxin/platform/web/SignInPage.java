package lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lianxin.platform.FormGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The door for people with an account. Looking at it makes no session. */
@Controller
class SignInPage {

    private final FormGuard guard;

    SignInPage(FormGuard guard) {
        this.guard = guard;
    }

    record View(String action, @Nullable String notice, boolean wrong) {}

    @GetMapping("/sign-in")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        var action = "/sign-in?" + FormGuard.PARAMETER + "=" + guard.issue(request, response);
        var asked = request.getParameterMap();
        View view;
        if (asked.containsKey("wrong")) {
            view = new View(action, "platform.sign-in.wrong", true);
        } else if (asked.containsKey("wait")) {
            view = new View(action, "platform.sign-in.wait", true);
        } else if (asked.containsKey("stale")) {
            view = new View(action, "platform.form-stale", true);
        } else {
            view = new View(action, asked.containsKey("out") ? "platform.sign-in.out" : null, false);
        }
        return new ModelAndView("platform/web/sign-in", "it", view);
    }
}
