package lianxin.platform.web;

import lianxin.platform.SecondFactor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;

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
        "/r/**",
        "/stories/**",
        "/topics/**",
        "/api/**",
        "/app/**",
        "/webjars/**",
        "/error",
        "/csp-report",
        "/favicon.ico",
        "/robots.txt",
        "/actuator/health/**"
    };

    /** Before anybody is signed in: their forms prove themselves without a session. */
    private static final String[] DOOR = {"/sign-in", "/sign-in/code"};

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
    SecurityFilterChain staff(
            HttpSecurity http,
            UserDetailsService accounts,
            ObjectProvider<PasswordEncoder> passwords,
            ObjectProvider<SecondFactor> second,
            SignInDoor door,
            Admission admission,
            Denied denied,
            Problems problems,
            @Value("${spring.servlet.multipart.max-request-size:10MB}") DataSize largest)
            throws Exception {
        return http.authenticationManager(new ProviderManager(new PasswordFirst(accounts, passwords, second)))
                .authorizeHttpRequests(
                        to -> to.requestMatchers(DOOR).permitAll().anyRequest().authenticated())
                .formLogin(form ->
                        form.loginPage("/sign-in").successHandler(admission).failureHandler(door::refused))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .csrf(csrf -> csrf.ignoringRequestMatchers(DOOR))
                .requestCache(cache -> cache.requestCache(admission.wanted()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(denied).accessDeniedHandler(denied))
                .addFilterBefore(new TooLarge(problems, largest), CsrfFilter.class)
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
}
