package lianxin.cases;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Category;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
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
    private final Categories categories;
    private final Trees trees;
    private final Clock clock;

    CasesPage(
            CaseQueries queries,
            CaseReaders readers,
            CaseViews views,
            Categories categories,
            Trees trees,
            Clock clock) {
        this.queries = queries;
        this.readers = readers;
        this.views = views;
        this.categories = categories;
        this.trees = trees;
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
    ModelAndView list(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "1") int page,
            Actor actor,
            Shell shell) {
        var filter = new Filter(Filter.View.of(view), q, category, unit, late, page);
        var reach = readers.reach(actor);
        var found = queries.list(filter, reach, clock.instant());
        var shown = found.stream().limit(CaseQueries.PAGE).map(it -> readers.shown(it, actor));
        var rows = views.rows(shown.toList(), shell);
        return new ModelAndView(
                "cases/cases",
                Map.of(
                        "it",
                        new InboxView(
                                filter,
                                queries.waiting(reach),
                                rows,
                                found.size() > CaseQueries.PAGE,
                                List.copyOf(categories.byKey().values()),
                                unit == null ? null : chosen(unit),
                                holders(reach))));
    }

    private @Nullable Unit chosen(int unit) {
        var tree = trees.now();
        return tree.has(new UnitId(unit)) ? tree.unit(new UnitId(unit)) : null;
    }

    /** Units to choose from, as long as a list of them can still be read. */
    private List<Unit> holders(Reach reach) {
        var tree = trees.now();
        return Arrays.stream(reach.holders())
                .limit(60)
                .mapToObj(it -> tree.unit(new UnitId(it)))
                .toList();
    }

    record InboxView(
            Filter filter,
            Waiting waiting,
            List<CaseViews.RowView> rows,
            boolean more,
            List<Category> categories,
            @Nullable Unit unit,
            List<Unit> holders) {

        boolean narrowed() {
            return filter.q() != null || filter.category() != null || filter.unit() != null || filter.late();
        }
    }
}
