package lianxin.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lianxin.platform.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.stereotype.Component;

/** Lets somebody in: the session begins here and nowhere else, and the page that was wanted opens. */
@Component
class Admission implements AuthenticationSuccessHandler {

    private final SignInThrottle throttle;
    private final UserDetailsService accounts;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CookieRequestCache wanted = wantedPage();
    private final SavedRequestAwareAuthenticationSuccessHandler welcome =
            new SavedRequestAwareAuthenticationSuccessHandler();

    Admission(SignInThrottle throttle, UserDetailsService accounts) {
        this.throttle = throttle;
        this.accounts = accounts;
        this.welcome.setRequestCache(wanted);
    }

    CookieRequestCache wanted() {
        return wanted;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        throttle.succeeded(who.getName(), request.getRemoteAddr());
        request.getSession().setAttribute(SignedIn.BROWSER, Browsers.kind(request.getHeader("User-Agent")));
        welcome.onAuthenticationSuccess(request, response, who);
    }

    /** After the code: what the sign-in form does by itself when there is no second question. */
    void admit(String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var account = accounts.loadUserByUsername(name);
        var who = UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
        if (request.getSession(false) != null) request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        onAuthenticationSuccess(request, response, who);
    }

    /** The page asked for before signing in waits in a cookie; a stranger at the door makes no session. */
    private static CookieRequestCache wantedPage() {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(Admission::isPage);
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cache;
    }

    private static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && !Problems.wantsJson(request);
    }
}
