package lianxin.platform.web;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import lianxin.platform.AnyStaff;
import lianxin.platform.CspReports;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where browsers tell what they blocked. Anybody may call it, so little is read and little is kept. */
@RestController
class CspPage {

    private static final int LONGEST = 8192;

    private final CspReports reports;
    private final Bucket bucket;
    private final JsonMapper json = JsonMapper.builder().build();

    CspPage(CspReports reports, Clock clock) {
        this.reports = reports;
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(60).refillGreedy(60, Duration.ofMinutes(1)))
                .withCustomTimePrecision(new SignInThrottle.ByClock(clock))
                .build();
    }

    @AnyStaff(always = true)
    @PostMapping("/csp-report")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(HttpServletRequest request) throws IOException {
        if (!bucket.tryConsume(1)) {
            return;
        }
        try {
            var report =
                    json.readTree(request.getInputStream().readNBytes(LONGEST)).path("csp-report");
            var directive = report.path("effective-directive")
                    .asString(report.path("violated-directive").asString("?"));
            reports.add(new CspReports.Blocked(
                    word(directive), origin(report.path("blocked-uri").asString("?"))));
        } catch (JacksonException unreadable) {
            reports.add(new CspReports.Blocked("?", "unreadable"));
        }
    }

    /** Only whose it was; a full address may hold what is private. */
    private static String origin(String blocked) {
        try {
            var uri = URI.create(blocked);
            return word(uri.getHost() == null ? blocked.split("[:/?]", 2)[0] : uri.getScheme() + "://" + uri.getHost());
        } catch (IllegalArgumentException odd) {
            return "?";
        }
    }

    private static String word(String said) {
        var plain = said.replaceAll("[^A-Za-z0-9:/.\\- ]", "");
        return plain.substring(0, Math.min(plain.length(), 80));
    }
}
