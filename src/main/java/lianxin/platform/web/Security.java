package lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/**
 * Who may open which page, and what a browser may load on it. Two worlds: everybody's pages know no session at all;
 * pages for people with an account need one, and only signing in makes it.
 */
@Configuration(proxyBeanMethods = false)
class Security {

    static final String CSP = "default-src 'self'; img-src 'self' data: blob:; form-action 'self'; object-src 'none'; "
            + "base-uri 'none'; frame-ancestors 'none'; report-uri /csp-report";

    private static final String PERMISSIONS =
            "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()";

    private static final String[] EVERYBODY = {
        "/r/**", "/app/**", "/webjars/**", "/error", "/csp-report", "/favicon.ico", "/robots.txt", "/actuator/health/**"
    };

    /** Each of some fifteen filters would measure itself at every page, and nobody reads it. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        return http.securityMatcher(EVERYBODY)
                .authorizeHttpRequests(to -> to.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> strict(headers, ReferrerPolicy.NO_REFERRER))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain staff(HttpSecurity http, SignInDoor door, Denied denied) throws Exception {
        var wanted = wantedPage();
        var welcome = new SavedRequestAwareAuthenticationSuccessHandler();
        welcome.setRequestCache(wanted);
        return http.authorizeHttpRequests(to ->
                        to.requestMatchers("/sign-in").permitAll().anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler((request, response, who) -> {
                            door.opened(request);
                            welcome.onAuthenticationSuccess(request, response, who);
                        })
                        .failureHandler((request, response, why) -> {
                            door.refused(request);
                            response.sendRedirect("/sign-in?wrong");
                        }))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .csrf(csrf -> csrf.ignoringRequestMatchers("/sign-in"))
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(denied).accessDeniedHandler(denied))
                .addFilterBefore(door, UsernamePasswordAuthenticationFilter.class)
                .headers(headers -> strict(headers, ReferrerPolicy.SAME_ORIGIN))
                .build();
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers, ReferrerPolicy referrer) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
                .referrerPolicy(policy -> policy.policy(referrer))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .contentTypeOptions(Customizer.withDefaults());
    }

    /** The page asked for before signing in waits in a cookie; a stranger at the door makes no session. */
    private static CookieRequestCache wantedPage() {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(Security::isPage);
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cache;
    }

    private static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && !Problems.wantsJson(request);
    }
}
