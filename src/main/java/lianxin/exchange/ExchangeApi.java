package lianxin.exchange;

import java.time.Instant;
import java.util.Map;
import lianxin.cases.SourceStanding;
import lianxin.platform.NotFound;
import lianxin.platform.RateLimited;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** JSON over HTTP for partners, each with its token; described in docs/exchange.md. */
@Controller
@ResponseBody
@RequestMapping("/api/v1")
class ExchangeApi {

    private final Hotline hotline;
    private final Outbox outbox;

    ExchangeApi(Hotline hotline, Outbox outbox) {
        this.hotline = hotline;
        this.outbox = outbox;
    }

    /** @param event the partner's own number of what it tells */
    record Told(
            @Nullable String event,
            @Nullable Instant due,
            @Nullable Boolean granted,
            @Nullable Boolean solved,
            @Nullable Integer result,
            @Nullable Integer service) {

        String name() {
            return event == null ? "" : event.strip();
        }
    }

    @PostMapping("/reports")
    SourceStanding report(Partner partner, @RequestBody Hotline.Matter matter) {
        return hotline.report(partner, matter);
    }

    @GetMapping("/reports/{number}")
    SourceStanding standing(Partner partner, @PathVariable String number) {
        return hotline.standing(partner, number);
    }

    @PostMapping("/reports/{number}/urging")
    SourceStanding urge(Partner partner, @PathVariable String number, @RequestBody Told told) {
        return hotline.urge(partner, number, told.name());
    }

    @PostMapping("/reports/{number}/deadline")
    SourceStanding rebind(Partner partner, @PathVariable String number, @RequestBody Told told) {
        return hotline.rebind(partner, number, told.name(), told.due);
    }

    @PostMapping("/reports/{number}/return-decision")
    SourceStanding decide(Partner partner, @PathVariable String number, @RequestBody Told told) {
        if (told.granted == null) throw new RuleBroken("exchange.granted-missing");
        return hotline.decideReturn(partner, number, told.name(), told.granted);
    }

    @PostMapping("/reports/{number}/call-back")
    SourceStanding heard(Partner partner, @PathVariable String number, @RequestBody Told told) {
        if (told.solved == null) throw new RuleBroken("exchange.solved-missing");
        int result = told.result == null ? 0 : told.result;
        int service = told.service == null ? 0 : told.service;
        return hotline.heard(partner, number, told.name(), told.solved, result, service);
    }

    @GetMapping("/events")
    Outbox.Page events(Partner partner, @RequestParam(defaultValue = "") String after) {
        return outbox.after(partner, after);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unknown(Gatekeeper.Unknown unknown, Shell shell) {
        return answer(HttpStatus.UNAUTHORIZED, "exchange.unknown", shell.t("exchange.unknown"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RuleBroken broken, Shell shell) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, broken.key(), shell.t(broken.key(), broken.details()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> notFound(NotFound missing, Shell shell) {
        return answer(HttpStatus.NOT_FOUND, "exchange.not-found", shell.t("exchange.not-found"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException broken, Shell shell) {
        return answer(HttpStatus.BAD_REQUEST, "exchange.unreadable", shell.t("exchange.unreadable"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> tooMany(RateLimited limited, Shell shell) {
        var wait = Math.max(1, limited.waitFor().toSeconds());
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(wait))
                .body(Map.of("key", "exchange.too-many", "detail", shell.t("exchange.too-many", wait)));
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, String key, String detail) {
        return ResponseEntity.status(status).body(Map.of("key", key, "detail", detail));
    }
}
