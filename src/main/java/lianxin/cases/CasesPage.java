package lianxin.cases;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.NavEntry;
import lianxin.platform.SearchPlace;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The inbox and every other list of cases: by remaining time, each list an address of its own. */
@Controller
class CasesPage {

    private final CaseQueries queries;
    private final CaseReaders readers;
    private final CaseViews views;
    private final FilterWords words;
    private final SavedViews saved;
    private final Clock clock;

    CasesPage(
            CaseQueries queries,
            CaseReaders readers,
            CaseViews views,
            FilterWords words,
            SavedViews saved,
            Clock clock) {
        this.queries = queries;
        this.readers = readers;
        this.views = views;
        this.words = words;
        this.saved = saved;
        this.clock = clock;
    }

    @Bean
    static NavEntry casesEntry(Actors actors) {
        return new NavEntry("cases.nav", "/cases", "inbox", 10)
                .opening(actors.whoMayInSomeLine(May.READ, May.READ_PUBLIC_SPACE));
    }

    @Bean
    static SearchPlace caseSearch() {
        return new SearchPlace("/cases", "cases.search");
    }

    @Needs(
            value = {May.READ, May.READ_PUBLIC_SPACE},
            inSomeLine = true)
    @GetMapping("/cases")
    ModelAndView list(@RequestParam Map<String, String> address, Actor actor, Shell shell) {
        var filter = Filter.of(address);
        var reach = readers.reach(actor);
        var found = queries.list(filter, reach, clock.instant());
        var shown = found.stream().limit(CaseQueries.PAGE).map(it -> readers.shown(it, actor));
        return new ModelAndView(
                "cases/cases",
                Map.of(
                        "it",
                        new ListView(
                                filter,
                                views(filter, reach),
                                queries.waiting(reach, clock.instant()),
                                views.rows(shown.toList(), shell),
                                found.size() > CaseQueries.PAGE,
                                words.choices(filter, reach, shell),
                                words.said(filter, shell),
                                actor.person().map(saved::of).orElse(List.of()),
                                bulk(filter, actor),
                                filter.view() == Filter.View.all
                                        ? queries.volume(filter, reach, clock.instant())
                                        : null,
                                actor.mayInSomeLine(May.HANDLE))));
    }

    /** Those of some use to the reader, and the one that was asked for. */
    private static List<Filter.View> views(Filter filter, Reach reach) {
        return Arrays.stream(Filter.View.values())
                .filter(it -> it == filter.view() || reach.has(it))
                .toList();
    }

    private static List<BulkStep> bulk(Filter filter, Actor actor) {
        return BulkStep.in(filter.view()).stream()
                .filter(it -> actor.mayInSomeLine(it.right))
                .toList();
    }

    /** @param volume where all cases are listed, whatever became of them */
    record ListView(
            Filter filter,
            List<Filter.View> views,
            Waiting waiting,
            List<CaseViews.RowView> rows,
            boolean more,
            FilterWords.Choices choices,
            List<FilterWords.Said> said,
            List<SavedViews.Saved> saved,
            List<BulkStep> bulk,
            @Nullable Volume volume,
            boolean handles) {

        /** Where forms about saved lists are sent, with the list they stand on. */
        String form(String step) {
            return filter.list().replaceFirst("/cases", "/cases/views" + step);
        }
    }
}
