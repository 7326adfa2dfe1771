package lianxin.cases;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Category;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Forbidden;
import lianxin.platform.Ids;
import lianxin.platform.NavEntry;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** On the phone of a member, a volunteer, a grid worker or the contact of an enterprise: where it is, and what. */
@Controller
@Needs({May.REPORT, May.RAISE_NEEDS, May.READ_PUBLIC_SPACE})
class OwnReportPage {

    private final OwnReports reports;
    private final PlaceChoice places;
    private final Cautions cautions;
    private final Categories categories;
    private final Receipts receipts;
    private final ResidentQueries queries;
    private final Ids ids;
    private final Clock clock;

    OwnReportPage(
            OwnReports reports,
            PlaceChoice places,
            Cautions cautions,
            Categories categories,
            Receipts receipts,
            ResidentQueries queries,
            Ids ids,
            Clock clock) {
        this.reports = reports;
        this.places = places;
        this.cautions = cautions;
        this.categories = categories;
        this.receipts = receipts;
        this.queries = queries;
        this.ids = ids;
        this.clock = clock;
    }

    @Bean
    static NavEntry ownReportEntry(Actors actors) {
        return new NavEntry("intake.own.nav", "/report", "speakerphone", 12)
                .opening(actors.whoMay(May.REPORT, May.RAISE_NEEDS, May.READ_PUBLIC_SPACE));
    }

    /** The form as it was left; what somebody may say depends on the post. */
    record Form(
            PlaceChoice.@Nullable Chosen place,
            PlaceChoice.@Nullable Found search,
            String action,
            OwnReports.Way way,
            List<Category> categories,
            Map<String, String> typed,
            List<String> problems) {

        String text(String field) {
            return typed.getOrDefault(field, "");
        }

        boolean need() {
            return way.enterprise() != null;
        }
    }

    /** @param link where the one who reported follows it and answers; null for those who handle cases themselves */
    record Done(String number, @Nullable String link, boolean need) {}

    @GetMapping("/report")
    ModelAndView blank(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer at,
            Actor actor) {
        return page(at, q.strip(), ids.next(), Map.of(), List.of(), actor);
    }

    @PostMapping("/report/{id}")
    ModelAndView report(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            Actor actor,
            Shell shell)
            throws IOException {
        var at = Typed.number(typed.getOrDefault("at", ""));
        if (at == null) return SeeOther.at("/report");
        var words = Typed.lines(typed.getOrDefault("words", ""));
        var detail = Typed.line(typed.getOrDefault("detail", ""));
        var category = typed.getOrDefault("category", "");
        var telephone = Typed.line(typed.getOrDefault("telephone", "")).strip();
        try {
            var chosen = category.isEmpty() ? null : category;
            var report = new Report(new CaseId(id), new AreaId(at), words, detail, "", chosen, null).checked();
            reports.report(report, telephone, telephone.isEmpty() ? null : GivenTo.HANDLER, pictures(photo), actor);
            return SeeOther.at("/report/" + id);
        } catch (RuleBroken broken) {
            var why = cautions.in(words + "\n" + detail, shell);
            var problems = broken.key().equals("intake.about-persons") && !why.isEmpty()
                    ? why
                    : List.of(shell.t(broken.key(), broken.details()));
            var page = page(at, "", id, typed, problems, actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private static List<Reports.Image> pictures(@Nullable MultipartFile photo) throws IOException {
        return photo == null || photo.isEmpty()
                ? List.of()
                : List.of(new Reports.Image(photo.getBytes(), Moment.REPORT));
    }

    /** Only to the one who reported it. */
    @GetMapping("/report/{id}")
    ModelAndView done(@PathVariable UUID id, Actor actor) {
        var report = new CaseId(id);
        var way = way(actor);
        var mine = reports.isOf(report, actor);
        var standing = queries.standing(report).filter(it -> mine).orElse(null);
        if (standing == null) return SeeOther.at("/report");
        var handles = actor.mayInSomeLine(May.HANDLE) || actor.mayInSomeLine(May.DISPATCH);
        var done = new Done(
                CaseNumber.of(standing.number(), standing.reportedAt(), clock.getZone()),
                handles ? null : receipts.tracking(report),
                way.enterprise() != null);
        return new ModelAndView("cases/own-report-done", "it", done);
    }

    private OwnReports.Way way(Actor actor) {
        return reports.way(actor).orElseThrow(() -> new Forbidden("report"));
    }

    private ModelAndView page(
            @Nullable Integer at, String q, UUID id, Map<String, String> typed, List<String> problems, Actor actor) {
        var way = way(actor);
        var space = categories.byKey().values().stream()
                .filter(it -> !way.publicSpaceOnly() || it.publicSpace())
                .toList();
        var form = new Form(
                at == null ? null : places.chosen(at),
                at == null ? places.found(q, actor) : null,
                "/report/" + id,
                way,
                space,
                typed,
                problems);
        return new ModelAndView("cases/own-report", "it", form);
    }
}
