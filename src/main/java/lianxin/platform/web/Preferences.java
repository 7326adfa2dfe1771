package lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import lianxin.platform.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Language and type size, as the reader last chose them: by the address ({@code ?lang=en}, {@code ?size=large}), then
 * kept in a cookie of their own. Chinese until somebody chooses; what the browser would prefer is not asked, because a
 * shared screen should not change its language with the machine behind it.
 */
@Component
class Preferences implements HandlerInterceptor {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final Set<String> SIZES = Set.of("large", "normal");

    Locale language(HttpServletRequest request) {
        return "en".equals(choice(request, "lang", LANGUAGES)) ? Messages.ENGLISH : Messages.CHINESE;
    }

    boolean large(HttpServletRequest request) {
        return "large".equals(choice(request, "size", SIZES));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("GET")) {
            remember(request, response);
        }
        return true;
    }

    void remember(HttpServletRequest request, HttpServletResponse response) {
        keep(request, response, "lang", LANGUAGES);
        keep(request, response, "size", SIZES);
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, Set<String> known) {
        var asked = request.getParameter(name);
        if (asked == null || !known.contains(asked)) {
            return;
        }
        var cookie = ResponseCookie.from(name, asked)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static @Nullable String choice(HttpServletRequest request, String name, Set<String> known) {
        var asked = request.getMethod().equals("GET") ? request.getParameter(name) : null;
        if (asked != null && known.contains(asked)) {
            return asked;
        }
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }
}
