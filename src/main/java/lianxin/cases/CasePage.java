package lianxin.cases;

import static lianxin.cases.CaseViews.word;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.cases.CaseReaders.Extent;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Category;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.DutyList;
import lianxin.cases.rules.Flow;
import lianxin.facts.Describes;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.PhotoId;
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

    private final CaseRepository cases;
    private final CaseQueries queries;
    private final CaseReaders readers;
    private final CaseDetails details;
    private final Voices voices;
    private final CaseViews views;
    private final Routing routing;
    private final Categories categories;
    private final DutyList duties;
    private final Deadlines deadlines;
    private final Flow flow;
    private final CaseTimeline timeline;
    private final Photos photos;
    private final WorkingCalendar calendar;
    private final List<CasePart.Source> sources;
    private final Clock clock;

    CasePage(
            CaseRepository cases,
            CaseQueries queries,
            CaseReaders readers,
            CaseDetails details,
            Voices voices,
            CaseViews views,
            Routing routing,
            Categories categories,
            DutyList duties,
            Deadlines deadlines,
            Flow flow,
            CaseTimeline timeline,
            Photos photos,
            WorkingCalendar calendar,
            List<CasePart.Source> sources,
            Clock clock) {
        this.cases = cases;
        this.queries = queries;
        this.readers = readers;
        this.details = details;
        this.voices = voices;
        this.views = views;
        this.routing = routing;
        this.categories = categories;
        this.duties = duties;
        this.deadlines = deadlines;
        this.flow = flow;
        this.timeline = timeline;
        this.photos = photos;
        this.calendar = calendar;
        this.sources = sources;
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
        var shown =
                details.pictures(id).stream().anyMatch(it -> it.photo().hash().equals(hash));
        if (!shown && !voices.shows(id, hash)) throw new NotFound("picture/" + hash);
        return photos.response(new PhotoId(hash));
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
        var duty = it.assignment == null ? routing.duty(it.place, it.category, clock.instant()) : null;
        return new CaseView(
                id,
                it,
                whole,
                views.row(whole ? row : row.withoutWords(), shell),
                words == null ? null : Screening.masked(words.words()),
                words == null ? "" : Screening.masked(words.detail()),
                views.unit(it.desk),
                word(
                        duties.item(duty == null ? it.lead().dutyItem : duty.item())
                                .title(),
                        shell),
                duty == null ? "" : charged(duty, shell),
                contact == null ? details.maskedContact(id, it, actor).orElse(null) : contact,
                contact != null,
                beside.pictures(),
                beside.replies(),
                beside.answers(),
                beside.request(),
                said(beside.additions()),
                beside.notes().stream().map(this::said).toList(),
                timeline.of(id, whole, ratings, shell),
                List.copyOf(categories.byKey().values()),
                duties.all().toList(),
                flow.reasons("unsolved"),
                unofficialYear(it),
                offers(it, line, actor),
                whole ? parts(it, actor, shell) : List.of());
    }

    /** Refused to whom nothing of the case is open. */
    void mustBeOpenTo(CaseId id, Actor actor) {
        readers.extent(found(id), actor);
    }

    private static List<Addition> said(List<Addition> additions) {
        return additions.stream()
                .map(it -> new Addition(it.kind(), Screening.masked(it.words()), it.saidAt()))
                .toList();
    }

    private NoteView said(Note it) {
        return new NoteView(it.kind().name(), views.unit(it.unit()), it.text(), it.saidAt());
    }

    /** The year of the deadline while its official holidays are not published: the deadline may still move. */
    private @Nullable Integer unofficialYear(Case it) {
        int year = it.due.atZone(calendar.zone()).getYear();
        return calendar.official(year) ? null : year;
    }

    private String charged(Routing.Duty duty, Shell shell) {
        var assisting = duty.assisting().stream().map(views::unit).collect(Collectors.joining(" · "));
        var lead = views.unit(duty.unit());
        return assisting.isEmpty() ? lead : shell.t("cases.duties.leads", lead, assisting);
    }

    private List<? extends CasePart> parts(Case it, Actor actor, Shell shell) {
        return sources.stream()
                .flatMap(each -> each.of(it, actor, shell).stream())
                .toList();
    }

    private Case found(CaseId id) {
        return cases.find(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    /** The steps this reader may take with the case as it stands, each by the noun of its address. */
    private Set<String> offers(Case it, String line, Actor actor) {
        var handles = it.stage == Stage.DISPATCHED && actor.may(May.HANDLE, it.holder, line);
        var dispatches = actor.may(May.DISPATCH, it.desk, line);
        var signed = it.assignment != null && it.assignment.signedAt != null;
        var offers = new HashSet<String>();
        if (it.stage == Stage.REPORTED && dispatches) offers.add("dispatch");
        if (handles && !signed) offers.add("signature");
        if (handles) offers.addAll(List.of("progress", "result"));
        if (it.asked != null && !it.asked.disputes() && readers.decides(it, actor)) offers.add("decision");
        if (it.pausedAt != null && (handles || dispatches)) offers.add("resumption");
        if (it.superviseDue != null && it.supervisor != null && actor.may(May.SUPERVISE, it.supervisor, line))
            offers.add("supervision");
        if (handles)
            Stream.of(Relief.values())
                    .filter(what -> Reliefs.open(it, what, deadlines, clock.instant()))
                    .forEach(what -> offers.add(what.noun()));
        return offers;
    }

    @Override
    public String kind() {
        return CaseId.KIND;
    }

    @Override
    public Optional<Described> describe(String id) {
        return cases.find(new CaseId(UUID.fromString(id))).map(it -> new Described(it.category, "/cases/" + it.id));
    }

    /** What a unit said to the others that work on the case. */
    record NoteView(String kind, String unit, String text, Instant saidAt) {}

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
            CaseDetails.@Nullable Request request,
            List<Addition> additions,
            List<NoteView> notes,
            List<CaseTimeline.Line> timeline,
            List<Category> categories,
            List<DutyList.Item> duties,
            List<Flow.Named> unsolved,
            @Nullable Integer unofficialYear,
            Set<String> steps,
            List<? extends CasePart> parts) {

        /** Whether the form of this step, by the noun of its address, stands on the page. */
        boolean offers(String step) {
            return steps.contains(step) || parts.stream().anyMatch(it -> it.offers(step));
        }

        /** Whether the page says that there is nothing to do. */
        boolean idle() {
            return steps.isEmpty() && parts.stream().noneMatch(CasePart::active);
        }

        /** Null where it has nothing to say. */
        <T extends CasePart> @Nullable T part(Class<T> kind) {
            return parts.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .findFirst()
                    .orElse(null);
        }

        /** Why it cannot be solved, by the closed list. */
        String cause(Shell shell) {
            return unsolved.stream()
                    .filter(it -> request != null && it.key().equals(request.cause()))
                    .map(it -> word(it.name(), shell))
                    .findFirst()
                    .orElse("");
        }

        String url(String verb) {
            return "/cases/" + id + "/" + verb;
        }

        List<CaseDetails.Picture> pictures(Moment moment) {
            return pictures.stream().filter(it -> it.moment() == moment).toList();
        }
    }
}
