package lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import lianxin.platform.AnyStaff;
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

    record View(String action, @Nullable String notice, boolean wrong, int minutes) {}

    @AnyStaff(always = true)
    @GetMapping("/sign-in")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        var action = "/sign-in?" + FormGuard.PARAMETER + "=" + guard.issue(request, response);
        var asked = request.getParameterMap();
        View view;
        if (asked.containsKey("wrong")) {
            view = new View(action, "platform.sign-in.wrong", true, 0);
        } else if (asked.containsKey("wait")) {
            view = new View(action, "platform.sign-in.wait", true, minutes(request.getParameter("wait")));
        } else if (asked.containsKey("stale")) {
            view = new View(action, "platform.form-stale", true, 0);
        } else {
            view = new View(action, notice(asked), false, 0);
        }
        return new ModelAndView("platform/web/sign-in", "it", view);
    }

    private static @Nullable String notice(Map<String, String[]> asked) {
        if (asked.containsKey("out")) return "platform.sign-in.out";
        return asked.containsKey("again") ? "platform.sign-in.again" : null;
    }

    private static int minutes(@Nullable String wait) {
        return wait != null && wait.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(wait)) : 1;
    }
}
