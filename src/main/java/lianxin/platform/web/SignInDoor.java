package lianxin.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import lianxin.platform.FormGuard;
import lianxin.platform.RateLimits;
import lianxin.platform.web.PasswordFirst.CodeWanted;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the sign-in: only our own form comes through, and nobody may guess on and on. */
@Component
class SignInDoor extends OncePerRequestFilter {

    private static final int TRIES_A_MINUTE = 30;

    private final FormGuard guard;
    private final SignInThrottle throttle;
    private final RateLimits limits;
    private final HalfWay halfWay;

    SignInDoor(FormGuard guard, SignInThrottle throttle, RateLimits limits, HalfWay halfWay) {
        this.guard = guard;
        this.throttle = throttle;
        this.limits = limits;
        this.halfWay = halfWay;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getMethod().equals("POST") && request.getServletPath().equals("/sign-in"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!guard.holds(request)) {
            response.sendRedirect("/sign-in?stale");
            return;
        }
        var wait = limits.allow("sign-in", request.getRemoteAddr(), TRIES_A_MINUTE)
                ? throttle.wait(name(request), request.getRemoteAddr())
                : Duration.ofMinutes(1);
        if (wait.isPositive()) response.sendRedirect(waiting(wait));
        else chain.doFilter(request, response);
    }

    /** The same answer, and after the same time, whether the name or the password was wrong. */
    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof CodeWanted right) {
            halfWay.begin(right.name(), request, response);
            response.sendRedirect("/sign-in/code");
        } else {
            throttle.failed(name(request), request.getRemoteAddr());
            response.sendRedirect("/sign-in?wrong");
        }
    }

    static String waiting(Duration wait) {
        return "/sign-in?wait=" + Math.max(1, wait.plusSeconds(59).toMinutes());
    }

    private static String name(HttpServletRequest request) {
        @Nullable String name = request.getParameter("username");
        return name == null ? "" : name.strip();
    }

    /** Belongs to the security chain only. */
    @Configuration(proxyBeanMethods = false)
    static class NotForEveryPath {
        @Bean
        FilterRegistrationBean<SignInDoor> doorStandsInTheChain(SignInDoor door) {
            var registration = new FilterRegistrationBean<>(door);
            registration.setEnabled(false);
            return registration;
        }
    }
}
