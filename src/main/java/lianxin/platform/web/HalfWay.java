package lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import lianxin.platform.Sealing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Somebody whose password was right and whose code is still to come. That is no session yet: a cookie of five minutes
 * says it, which only we can make.
 */
@Component
class HalfWay {

    private static final String COOKIE = "halfway";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Sealing sealing;
    private final Clock clock;

    HalfWay(Sealing sealing, Clock clock) {
        this.sealing = sealing;
        this.clock = clock;
    }

    void begin(String name, HttpServletRequest request, HttpServletResponse response) {
        var until = clock.instant().plus(PATIENCE).getEpochSecond();
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        send(encoded + "." + until + "." + sum(encoded, until), PATIENCE, request, response);
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        send("", Duration.ZERO, request, response);
    }

    private static void send(String value, Duration keep, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/sign-in")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(keep)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    Optional<String> name(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || !cookie.getValue().matches("[\\w-]+\\.\\d{1,12}\\.[\\w-]+")) return Optional.empty();
        var parts = cookie.getValue().split("\\.", 3);
        var until = Long.parseLong(parts[1]);
        var right = sum(parts[0], until).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(right, parts[2].getBytes(StandardCharsets.US_ASCII))) return Optional.empty();
        if (clock.instant().getEpochSecond() >= until) return Optional.empty();
        return Optional.of(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
    }

    private String sum(String name, long until) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.sum("half-way", name + " " + until));
    }
}
