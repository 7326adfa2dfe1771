package lianxin.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lianxin.platform.FormGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the sign-in: only our own form comes through, and nobody may guess on and on. */
@Component
class SignInDoor extends OncePerRequestFilter {

    private final FormGuard guard;
    private final SignInThrottle throttle;

    SignInDoor(FormGuard guard, SignInThrottle throttle) {
        this.guard = guard;
        this.throttle = throttle;
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
        } else if (throttle.blocked(name(request), request.getRemoteAddr())) {
            response.sendRedirect("/sign-in?wait");
        } else {
            chain.doFilter(request, response);
        }
    }

    void opened(HttpServletRequest request) {
        throttle.succeeded(name(request), request.getRemoteAddr());
    }

    void refused(HttpServletRequest request) {
        throttle.failed(name(request), request.getRemoteAddr());
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
