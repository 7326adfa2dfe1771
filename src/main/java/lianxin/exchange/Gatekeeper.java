package lianxin.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import lianxin.platform.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks for the token before anything else of a call is looked at; guesses are slowed down, and so is who calls too often. */
@Configuration(proxyBeanMethods = false)
class Gatekeeper implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final int CALLS_A_MINUTE = 600;
    private static final int WRONG_TOKENS_A_MINUTE = 20;
    private static final String BEARER = "Bearer ";

    private final PartnerSystems partners;
    private final RateLimits limits;

    Gatekeeper(PartnerSystems partners, RateLimits limits) {
        this.partners = partners;
        this.limits = limits;
    }

    /** Nobody we know: no token, a wrong one, or one that was revoked. */
    static final class Unknown extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Partner.class;
    }

    @Override
    public Partner resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var known = header == null || !header.startsWith(BEARER)
                ? null
                : partners.of(header.substring(BEARER.length()).strip()).orElse(null);
        if (known == null) {
            var call = request.getNativeRequest(HttpServletRequest.class);
            limits.must("partner token", call == null ? "" : call.getRemoteAddr(), WRONG_TOKENS_A_MINUTE);
            throw new Unknown();
        }
        limits.must("partner", known.key(), CALLS_A_MINUTE);
        return known;
    }
}
