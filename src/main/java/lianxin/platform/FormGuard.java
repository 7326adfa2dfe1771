package lianxin.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Proves that a form without an account came from our own page, without a session: a random cookie, and in the address
 * the form is sent to a token that only we can make from it. {@code action="/r/report?form=${token}"}.
 */
@Component
public class FormGuard {

    /** The request parameter that carries the token. */
    public static final String PARAMETER = "form";

    private static final String COOKIE = "form";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    FormGuard(Secrets secrets) {
        this.key = new SecretKeySpec(secrets.secret("form"), "HmacSHA256");
    }

    /** The token for a form on the page being written; gives this browser its cookie if it has none. */
    public String issue(HttpServletRequest request, HttpServletResponse response) {
        var value = cookie(request);
        if (value == null) {
            var random = new byte[16];
            RANDOM.nextBytes(random);
            value = HexFormat.of().formatHex(random);
            var made = ResponseCookie.from(COOKIE, value)
                    .path("/")
                    .httpOnly(true)
                    .sameSite("Lax")
                    .secure(request.isSecure())
                    .maxAge(Duration.ofDays(1))
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, made.toString());
        }
        return tokenFor(value);
    }

    public String tokenFor(String cookie) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var sum = mac.doFinal(cookie.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Refuses a form that was not opened in this browser, with a sentence that says to open the page again. */
    public void check(HttpServletRequest request) {
        if (!holds(request)) {
            throw new RuleBroken("platform.form-stale");
        }
    }

    public boolean holds(HttpServletRequest request) {
        var cookie = cookie(request);
        var token = request.getParameter(PARAMETER);
        return cookie != null
                && token != null
                && MessageDigest.isEqual(
                        tokenFor(cookie).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE) && cookie.getValue().matches("[0-9a-f]{32}")) {
                return cookie.getValue();
            }
        }
        return null;
    }
}
