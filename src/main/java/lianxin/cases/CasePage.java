package lianxin.cases;

import static lianxin.cases.CaseViews.word;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianxin.cases.CaseReaders.Extent;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Category;
import lianxin.cases.rules.DutyList;
import lianxin.facts.Describes;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.Photos;
import lianxin.platform.Screening;
import lianxin.platform.Shell;
import lianxin.platform.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One case: what was asked for, who has it, how long is left, what happened, and what the reader may do now. */
@Controller
class CasePage implements Describes {

    /** Not for the handling unit: it hears solved or not, never how satisfied one resident was. */
    private static final Set<String> FOR_THE_EVALUATING_LEVEL = Set.of("case.rated", "case.pressed");

    private static final Set<String> SEEN_IN_PUBLIC_SPACE =
            Set.of("case.reported", "case.dispatched", "case.signed", "case.finished", "case.closed");

    private final CaseRepository cases;
    private final CaseQueries queries;
    private final CaseReaders readers;
    private final CaseDetails details;
    private final CaseViews views;
    private final Routing routing;
    private final Categories categories;
    private final DutyList duties;
    private final Journal journal;
    private final Photos photos;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CasePage(
            CaseRepository cases,
            CaseQueries queries,
            CaseReaders readers,
            CaseDetails details,
            CaseViews views,
            Routing routing,
            Categories categories,
            DutyList duties,
            Journal journal,
            Photos photos,
            WorkingCalendar calendar,
            Clock clock) {
        this.cases = cases;
        this.queries = queries;
        this.readers = readers;
        this.details = details;
        this.views = views;
        this.routing = routing;
        this.categories = categories;
        this.duties = duties;
        this.journal = journal;
        this.photos = photos;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Needs(
            value = {May.READ, May.READ_PUBLIC_SPACE},
            inSomeLine = true)
    @GetMapping("/cases/{uuid}")
    ModelAndView open(@PathVariable UUID uuid, Actor actor, Shell shell) {
        return new ModelAndView("cases/case", Map.of("it", view(new CaseId(uuid), actor, shell, null)));
    }

    @Needs(value = May.READ, inSomeLine = true)
    @GetMapping("/cases/{uuid}/pictures/{hash}")
    ResponseEntity<byte[]> picture(@PathVariable UUID uuid, @PathVariable String hash, Actor actor) {
        var id = new CaseId(uuid);
        if (readers.extent(found(id), actor) != Extent.WHOLE) throw new Forbidden(id.ref());
        var picture = details.pictures(id).stream()
                .filter(it -> it.photo().hash().equals(hash))
                .findFirst()
                .orElseThrow(() -> new NotFound("picture/" + hash));
        return photos.response(picture.photo());
    }

    /** @param contact the whole telephone, when it was just asked for */
    CaseView view(CaseId id, Actor actor, Shell shell, @Nullable String contact) {
        var it = found(id);
        var whole = readers.extent(it, actor) == Extent.WHOLE;
        var row = queries.find(id).orElseThrow(() -> new NotFound(id.ref()));
        var line = categories.find(it.category).line();
        var ratings = actor.may(May.READ_RATINGS, it.holder, line);
        var beside = whole ? details.beside(id, ratings) : CaseDetails.Beside.NOTHING;
        var words = beside.words();
        var duty = routing.duty(it.place, it.category, clock.instant());
        return new CaseView(
                id,
                it,
                whole,
                views.row(whole ? row : row.withoutWords(), shell),
                words == null ? null : Screening.masked(words.words()),
                words == null ? "" : Screening.masked(words.detail()),
                views.unit(it.desk),
                word(
                        duties.item(it.assignment == null ? duty.item() : it.assignment.dutyItem)
                                .title(),
                        shell),
                views.unit(duty.unit()),
                contact == null ? details.maskedContact(id, it, actor).orElse(null) : contact,
                contact != null,
                beside.pictures(),
                beside.replies(),
                beside.answers(),
                beside.returnRequest(),
                timeline(id, whole, ratings, shell),
                List.copyOf(categories.byKey().values()),
                duties.all().toList(),
                unofficialYear(it),
                may(it, beside.returnRequest(), line, actor));
    }

    /** The year of the deadline while its official holidays are not published: the deadline may still move. */
    private @Nullable Integer unofficialYear(Case it) {
        int year = it.due.atZone(calendar.zone()).getYear();
        return calendar.official(year) ? null : year;
    }

    private Case found(CaseId id) {
        return cases.find(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    private static Steps may(Case it, CaseDetails.@Nullable ReturnRequest asked, String line, Actor actor) {
        var handles = it.stage == Stage.DISPATCHED && actor.may(May.HANDLE, it.holder, line);
        var signed = it.assignment != null && it.assignment.signedAt != null;
        return new Steps(
                it.stage == Stage.REPORTED && actor.may(May.DISPATCH, it.desk, line),
                handles && !signed,
                handles,
                asked != null && it.stage == Stage.DISPATCHED && actor.may(May.DISPATCH, it.desk, line),
                it.superviseDue != null && it.supervisor != null && actor.may(May.SUPERVISE, it.supervisor, line),
                it.stage == Stage.AWAITING_RESIDENT
                        && actor.may(May.CALL_BACK, it.holder, line)
                        && !actor.may(May.HANDLE, it.holder, line));
    }

    private List<Line> timeline(CaseId id, boolean whole, boolean ratings, Shell shell) {
        return journal.about(id.ref()).stream()
                .filter(it -> whole || SEEN_IN_PUBLIC_SPACE.contains(it.kind()))
                .filter(it -> ratings || !FOR_THE_EVALUATING_LEVEL.contains(it.kind()))
                .map(it -> line(it, shell))
                .toList();
    }

    private Line line(Recorded recorded, Shell shell) {
        var fact = (CaseFact) recorded.fact();
        return new Line(
                shell.t("cases.fact."
                        + recorded.kind().substring(recorded.kind().indexOf('.') + 1)),
                detail(fact, shell),
                views.unit(fact.responsible()),
                recorded.occurredAt(),
                color(fact),
                recorded.voided());
    }

    private @Nullable String detail(CaseFact fact, Shell shell) {
        return switch (fact) {
            case CaseFact.Dispatched it -> shell.t("cases.detail.due", shell.when(it.due()));
            case CaseFact.Reported it -> shell.t("cases.detail.dispatch-due", shell.when(it.due()));
            case CaseFact.Signed it -> it.silently() ? shell.t("cases.detail.silently") : null;
            case CaseFact.Escalated it ->
                shell.t("cases.detail.supervisor", views.unit(it.supervisor()), shell.duration(it.late()));
            case CaseFact.LateAtTop it ->
                shell.t("cases.detail.supervisor", views.unit(it.supervisor()), shell.duration(it.late()));
            case CaseFact.LimitReached it ->
                shell.t(
                        it.inTime() ? "cases.detail.in-time" : "cases.detail.not-in-time",
                        shell.t("cases.step." + it.step()));
            case CaseFact.DoneLate it -> shell.t("cases.step." + it.step());
            case CaseFact.Rated it -> shell.t("cases.detail.rated", it.result(), it.service());
            case CaseFact.ReturnAsked it -> word(duties.item(it.dutyItem()).title(), shell);
            case CaseFact.ContactRead it -> shell.t("cases.purpose." + it.purpose());
            default -> null;
        };
    }

    private static String color(CaseFact fact) {
        return switch (fact) {
            case CaseFact.Escalated it -> "red";
            case CaseFact.LateAtTop it -> "red";
            case CaseFact.DoneLate it -> "red";
            case CaseFact.LimitReached it -> it.inTime() ? "green" : "red";
            case CaseFact.Disputed it -> "amber";
            case CaseFact.ReturnAsked it -> "amber";
            case CaseFact.Confirmed it -> "green";
            case CaseFact.Closed it -> "green";
            default -> "blue";
        };
    }

    @Override
    public String kind() {
        return CaseId.KIND;
    }

    @Override
    public Optional<Described> describe(String id) {
        return cases.find(new CaseId(UUID.fromString(id))).map(it -> new Described(it.category, "/cases/" + it.id));
    }

    /** What the reader may do with the case as it stands. */
    record Steps(
            boolean dispatch, boolean sign, boolean handle, boolean decideReturn, boolean supervise, boolean callBack) {

        boolean any() {
            return dispatch || sign || handle || decideReturn || supervise || callBack;
        }
    }

    record Line(String title, @Nullable String detail, String unit, Instant at, String color, boolean voided) {}

    record CaseView(
            CaseId id,
            Case it,
            boolean whole,
            CaseViews.RowView row,
            @Nullable String words,
            String detail,
            String desk,
            String duty,
            String dutyUnit,
            @Nullable String contact,
            boolean contactWhole,
            List<CaseDetails.Picture> pictures,
            List<CaseDetails.Reply> replies,
            List<CaseDetails.Answer> answers,
            CaseDetails.@Nullable ReturnRequest returnRequest,
            List<Line> timeline,
            List<Category> categories,
            List<DutyList.Item> duties,
            @Nullable Integer unofficialYear,
            Steps may) {

        /** Whether the form of this step, by the noun of its address, stands on the page. */
        boolean offers(String step) {
            return switch (step) {
                case "dispatch" -> may.dispatch;
                case "return-decision" -> may.decideReturn;
                case "signature" -> may.sign;
                case "progress", "result" -> may.handle;
                case "return" -> may.handle && returnRequest == null;
                case "supervision" -> may.supervise;
                case "answer" -> may.callBack;
                default -> false;
            };
        }

        String url(String verb) {
            return "/cases/" + id + "/" + verb;
        }

        List<CaseDetails.Picture> pictures(Moment moment) {
            return pictures.stream().filter(it -> it.moment() == moment).toList();
        }
    }
}
