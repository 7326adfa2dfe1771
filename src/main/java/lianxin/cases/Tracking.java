package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lianxin.cases.ResidentQueries.Answered;
import lianxin.cases.ResidentQueries.Standing;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Flow;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.Units;
import lianxin.platform.FormGuard;
import lianxin.platform.NotFound;
import lianxin.platform.Shell;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A case as its reporter sees it: where it stands, what happened, and the question if one is open. */
@Component
class Tracking {

    private final Receipts receipts;
    private final ResidentQueries queries;
    private final CaseDetails details;
    private final Journal journal;
    private final Units units;
    private final Areas areas;
    private final Categories categories;
    private final Flow flow;
    private final FormGuard guard;
    private final OwnSteps own;
    private final OwnExclusion exclusion;
    private final Clock clock;

    Tracking(
            Receipts receipts,
            ResidentQueries queries,
            CaseDetails details,
            Journal journal,
            Units units,
            Areas areas,
            Categories categories,
            Flow flow,
            FormGuard guard,
            OwnSteps own,
            OwnExclusion exclusion,
            Clock clock) {
        this.receipts = receipts;
        this.queries = queries;
        this.details = details;
        this.journal = journal;
        this.units = units;
        this.areas = areas;
        this.categories = categories;
        this.flow = flow;
        this.guard = guard;
        this.own = own;
        this.exclusion = exclusion;
        this.clock = clock;
    }

    /** @param others how many more people asked for the same and are asked whether it is solved */
    record Track(
            @Nullable String home,
            Mood mood,
            String number,
            String category,
            String unit,
            List<ResidentStory.Step> steps,
            @Nullable Question question,
            @Nullable Answered given,
            @Nullable String thanks,
            OwnSteps.@Nullable Offer own,
            @Nullable String told,
            OwnSteps.@Nullable Dissent dissent,
            OwnExclusion.@Nullable Told exclusion,
            int others) {}

    /** What the head of the page says: in words, in its color and in its sign. */
    enum Mood {
        reported("open", "clock"),
        dispatched("open", "clock"),
        shelved("sad", "clock"),
        asking("", "rosette-discount-check"),
        heard("open", "clock"),
        solved("", "circle-check"),
        unanswered("sad", "mail-opened"),
        unsolved("sad", "circle-x"),
        declined("sad", "circle-x"),
        handedOn("sad", "mail-opened"),
        answered("", "circle-check"),
        selfHandled("", "circle-check"),
        withdrawn("sad", "circle-x");

        final String color;
        final String icon;

        Mood(String color, String icon) {
            this.color = color;
            this.icon = icon;
        }
    }

    /** The form of the answer as the resident left it. */
    record Question(
            String action,
            String window,
            Given given,
            @Nullable String field,
            @Nullable String problem) {}

    record Given(String solved, Rating result, Rating service, boolean pressed, String sentence) {

        static final Given NOTHING = new Given("", Rating.none, Rating.none, false, "");

        ResidentAnswer answer() {
            return new ResidentAnswer(solved.equals("yes"), result.value, service.value, pressed, sentence, "link");
        }
    }

    ModelAndView page(
            CaseId report,
            Given given,
            @Nullable String field,
            @Nullable String problem,
            String answered,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        return page(report, given, field, problem, answered, OwnSteps.Form.EMPTY, request, response, shell);
    }

    /** The page again, with the words that could not be added. */
    ModelAndView page(
            CaseId report, OwnSteps.Form form, HttpServletRequest request, HttpServletResponse response, Shell shell) {
        return page(report, Given.NOTHING, null, null, "", form, request, response, shell);
    }

    private ModelAndView page(
            CaseId report,
            Given given,
            @Nullable String field,
            @Nullable String problem,
            String answered,
            OwnSteps.Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var standing = queries.standing(report).orElseThrow(() -> new NotFound(report.ref()));
        var last = queries.lastAnswer(report).orElse(null);
        var token = guard.issue(request, response);
        var question = open(standing, last)
                ? new Question(action(report, token), window(standing, shell), given, field, problem)
                : null;
        var home = areas.posterCode(standing.place()).map(it -> "/r/" + it).orElse(null);
        var track = new Track(
                home,
                mood(standing, last),
                CaseNumber.of(standing.number(), standing.reportedAt(), clock.getZone()),
                categories.find(standing.category()).name().in(shell.locale()),
                units.name(standing.holder()),
                story(standing, shell),
                question,
                last,
                last == null ? null : thanks(standing, last, answered, shell),
                own.offer(standing, form, token, shell),
                own.told(answered, shell),
                own.dissent(standing, home),
                exclusion.told(standing, shell),
                standing.voices() - 1);
        return new ModelAndView("cases/resident-track", "track", track);
    }

    private List<ResidentStory.Step> story(Standing standing, Shell shell) {
        var pictures = pictures(standing);
        var taken = photos(pictures, it -> it == Moment.REPORT, standing.id(), shell);
        var ofTheWork = photos(pictures, it -> it != Moment.REPORT, standing.id(), shell);
        return new ResidentStory(
                        shell,
                        units,
                        flow,
                        standing,
                        replies(standing),
                        details.additions(standing.id()),
                        taken,
                        ofTheWork)
                .tell(facts(standing));
    }

    /** Those the reporter may see: the own ones, and of the work those of the case. */
    List<CaseDetails.Picture> pictures(CaseId report) {
        return queries.standing(report).map(this::pictures).orElse(List.of());
    }

    private List<CaseDetails.Picture> pictures(Standing standing) {
        var own = details.pictures(standing.id());
        if (standing.lead() == null) return own;
        var work = details.pictures(standing.lead()).stream().filter(it -> it.moment() != Moment.REPORT);
        return Stream.concat(own.stream(), work).toList();
    }

    /** Of a case that was joined, what its reporters were told since. */
    private List<CaseDetails.Reply> replies(Standing standing) {
        var since = standing.since();
        if (standing.lead() == null || since == null) return details.replies(standing.id());
        return details.replies(standing.lead()).stream()
                .filter(it -> !it.saidAt().isBefore(since))
                .toList();
    }

    /** What other reporters said and did is theirs. */
    private List<Recorded> facts(Standing standing) {
        var own = journal.about(standing.id().ref());
        var since = standing.since();
        if (standing.lead() == null || since == null) return own;
        var shared = journal.about(standing.lead().ref()).stream()
                .filter(it -> !it.occurredAt().isBefore(since))
                .filter(it -> !(it.fact() instanceof ReportFact) && !(it.fact() instanceof EndingFact.Heard));
        return Stream.concat(own.stream(), shared)
                .sorted(Comparator.comparing(Recorded::occurredAt).thenComparing(Recorded::id))
                .toList();
    }

    private List<ResidentStory.Photo> photos(
            List<CaseDetails.Picture> pictures, Predicate<Moment> which, CaseId report, Shell shell) {
        return pictures.stream()
                .filter(it -> which.test(it.moment()))
                .map(it -> new ResidentStory.Photo(
                        receipts.tracking(report) + "/photos/" + it.photo().hash(),
                        shell.t("resident.track.photo." + it.moment().name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    private String action(CaseId report, String token) {
        return receipts.tracking(report) + "?" + FormGuard.PARAMETER + "=" + token;
    }

    /** One answer for each time the unit said it is done; also late ones are heard. */
    private static boolean open(Standing standing, @Nullable Answered last) {
        var waiting = standing.stage() == Stage.AWAITING_RESIDENT || standing.outcome() == Outcome.closedUnanswered;
        return waiting && (last == null || last.round() < standing.round());
    }

    private String window(Standing standing, Shell shell) {
        var until = standing.answerUntil();
        if (until == null) return shell.t("resident.answer.window.over");
        var days = Duration.between(clock.instant(), until).toDays();
        return days < 1
                ? shell.t("resident.answer.window.today", shell.when(until))
                : shell.t("resident.answer.window", shell.when(until), shell.number(days));
    }

    private static boolean answered(Standing standing, @Nullable Answered last) {
        return last != null && last.round() == standing.round();
    }

    private static Mood mood(Standing standing, @Nullable Answered last) {
        return switch (standing.stage()) {
            case REPORTED -> Mood.reported;
            case DISPATCHED -> standing.shelved() ? Mood.shelved : Mood.dispatched;
            case AWAITING_RESIDENT -> answered(standing, last) ? Mood.heard : Mood.asking;
            case CLOSED ->
                switch (Objects.requireNonNull(standing.outcome())) {
                    case closedSolved -> Mood.solved;
                    case closedUnanswered -> Mood.unanswered;
                    case closedUnsolved -> Mood.unsolved;
                    case declined -> Mood.declined;
                    case handedOn -> Mood.handedOn;
                    case answeredDirectly -> Mood.answered;
                    case selfHandled -> Mood.selfHandled;
                    case withdrawn, joined -> Mood.withdrawn;
                };
        };
    }

    private static @Nullable String thanks(Standing standing, Answered last, String answered, Shell shell) {
        if (answered.equals("before")) return shell.t("resident.track.thanks.first");
        if (!answered.equals("now")) return null;
        if (last.solved() && standing.stage() == Stage.AWAITING_RESIDENT)
            return shell.t("resident.track.thanks.others");
        if (last.solved()) return shell.t("resident.track.thanks.solved");
        return shell.t(
                standing.stage() == Stage.CLOSED ? "resident.track.thanks.heard" : "resident.track.thanks.unsolved");
    }
}
