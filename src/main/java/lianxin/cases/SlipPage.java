package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import lianxin.cases.ResidentQueries.Standing;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.Actor;
import lianxin.organization.DutyDesks;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Units;
import lianxin.platform.NotFound;
import lianxin.platform.QrCode;
import lianxin.platform.Screening;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The receipt on paper, one sheet of A5, for somebody whose matter staff took down: number, desk, day of the answer, the
 * way to the private page, and a part to tear off on which the answer may be given without any telephone.
 */
@Controller
class SlipPage {

    private static final int SHORT = 60;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final OnBehalf onBehalf;
    private final ResidentQueries queries;
    private final Reports reports;
    private final Receipts receipts;
    private final Deadlines deadlines;
    private final DutyDesks duty;
    private final Units units;
    private final Areas areas;
    private final Clock clock;

    SlipPage(
            OnBehalf onBehalf,
            ResidentQueries queries,
            Reports reports,
            Receipts receipts,
            Deadlines deadlines,
            DutyDesks duty,
            Units units,
            Areas areas,
            Clock clock) {
        this.onBehalf = onBehalf;
        this.queries = queries;
        this.reports = reports;
        this.receipts = receipts;
        this.deadlines = deadlines;
        this.duty = duty;
        this.units = units;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * @param telephone of the desk; null where it has none
     * @param door the page of the building on which the code opens the case; null where the place has no such page
     */
    record Slip(
            String caseUrl,
            String number,
            String words,
            String place,
            String desk,
            @Nullable String telephone,
            String taken,
            String answerBy,
            @Nullable String door,
            String code,
            String link,
            QrCode qr) {}

    @Needs(
            value = {May.DISPATCH, May.HANDLE},
            inSomeLine = true)
    @GetMapping("/cases/{uuid}/slip")
    ModelAndView slip(@PathVariable UUID uuid, Actor actor, HttpServletRequest request) {
        var id = new CaseId(uuid);
        var taken = onBehalf.slip(id, actor);
        var it = queries.standing(id).orElseThrow(() -> new NotFound(id.ref()));
        var link = receipts.whole(receipts.tracking(id), request);
        var door = areas.posterCode(it.place()).map(code -> receipts.whole("/r/" + code, request));
        return new ModelAndView(
                "cases/slip",
                "it",
                new Slip(
                        "/cases/" + id,
                        CaseNumber.of(it.number(), it.reportedAt(), clock.getZone()),
                        shortened(it.words() == null ? "" : Screening.masked(it.words())),
                        areas.address(it.place()),
                        units.name(it.desk()),
                        duty.telephone(it.desk(), clock.instant()).orElse(null),
                        written(taken.at()),
                        written(answerBy(it)),
                        door.orElse(null),
                        reports.code(id).spaced(),
                        link,
                        QrCode.of(link)));
    }

    /** Of a case still at the desk: dispatch at its last moment, and then the whole time to handle it. */
    private Instant answerBy(Standing it) {
        return it.stage() == Stage.REPORTED ? deadlines.handle(it.category(), it.due()) : it.due();
    }

    /** On paper there is no today. */
    private String written(Instant moment) {
        return MINUTE.format(moment.atZone(clock.getZone()));
    }

    private static String shortened(String words) {
        var line = words.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }
}
