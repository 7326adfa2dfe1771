package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.platform.FormGuard;
import lianxin.platform.NotFound;
import lianxin.platform.Photos;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The private page of the one who reported: how far it has got, and in the end the question whether it is solved. */
@Controller
class TrackPage {

    private final Cases cases;
    private final Receipts receipts;
    private final Tracking tracking;
    private final Photos photos;
    private final FormGuard guard;

    TrackPage(Cases cases, Receipts receipts, Tracking tracking, Photos photos, FormGuard guard) {
        this.cases = cases;
        this.receipts = receipts;
        this.tracking = tracking;
        this.photos = photos;
        this.guard = guard;
    }

    @GetMapping("/r/t/{id}/{token}")
    ModelAndView track(
            @PathVariable UUID id,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String answered,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        return tracking.page(
                receipts.opened(id, token), Tracking.Given.NOTHING, null, null, answered, request, response, shell);
    }

    @PostMapping("/r/t/{id}/{token}")
    ModelAndView answer(
            @PathVariable UUID id,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String solved,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String pressed,
            @RequestParam(defaultValue = "") String sentence,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var report = receipts.opened(id, token);
        var said = Typed.lines(sentence).strip();
        var given = new Tracking.Given(solved, Rating.of(result), Rating.of(service), !pressed.isEmpty(), said);
        var wrong = wrong(given, guard.holds(request));
        if (wrong != null) {
            var problem = shell.t(wrong.key(), shell.number(said.length()));
            var page = tracking.page(report, given, wrong.field(), problem, "", request, response, shell);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        try {
            cases.answer(report, given.answer(), Actor.reporter(report.ref()));
        } catch (RuleBroken already) {
            return SeeOther.at(receipts.tracking(report) + "?answered=before");
        }
        return SeeOther.at(receipts.tracking(report) + "?answered=now");
    }

    @GetMapping("/r/t/{id}/{token}/photos/{hash}")
    ResponseEntity<?> photo(@PathVariable UUID id, @PathVariable String token, @PathVariable String hash) {
        return tracking.pictures(receipts.opened(id, token)).stream()
                .filter(it -> it.photo().hash().equals(hash))
                .findFirst()
                .map(it -> photos.response(it.photo()))
                .orElseThrow(() -> new NotFound("photo"));
    }

    private record Wrong(String field, String key) {}

    private static @Nullable Wrong wrong(Tracking.Given given, boolean ours) {
        if (!List.of("yes", "no").contains(given.solved()))
            return new Wrong("solved-yes", "resident.answer.solved.missing");
        if (given.sentence().length() > ResidentAnswer.LONGEST_SENTENCE)
            return new Wrong("sentence", "resident.answer.sentence.long");
        return ours ? null : new Wrong("send", "resident.answer.again");
    }
}
