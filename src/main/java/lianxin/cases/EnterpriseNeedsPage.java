package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.TakenDownTable.TAKEN_DOWN;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.NavEntry;
import lianxin.platform.Shell;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What an enterprise has asked for and how it stands, for its own contact: status only (P-22). The private page of each
 * tells the rest and takes the answer.
 */
@Controller
class EnterpriseNeedsPage {

    private static final int MOST = 200;

    private final DSLContext db;
    private final CaseQueries queries;
    private final CaseViews views;
    private final Receipts receipts;

    EnterpriseNeedsPage(DSLContext db, CaseQueries queries, CaseViews views, Receipts receipts) {
        this.db = db;
        this.queries = queries;
        this.views = views;
        this.receipts = receipts;
    }

    @Bean
    static NavEntry enterpriseNeedsEntry(Actors actors) {
        return new NavEntry("intake.needs.nav", "/needs", "building", 13).opening(actors.whoMay(May.RAISE_NEEDS));
    }

    /** @param due until when it is handled; null when nobody has it to do any more */
    record Line(
            String number,
            String category,
            CaseViews.StateView state,
            String unit,
            Instant asked,
            @Nullable Instant due,
            String link) {}

    record View(List<Line> lines) {}

    @Needs(May.RAISE_NEEDS)
    @GetMapping("/needs")
    ModelAndView list(Actor actor, Shell shell) {
        var own = Arrays.stream(actor.where(May.RAISE_NEEDS)).boxed().toList();
        var lines = db
                .select(TAKEN_DOWN.CASE_ID)
                .from(TAKEN_DOWN)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(TAKEN_DOWN.CASE_ID))
                .where(TAKEN_DOWN.ENTERPRISE.in(own))
                .orderBy(TAKEN_DOWN.TYPED_AT.desc())
                .limit(MOST)
                .stream()
                .map(it -> new CaseId(it.value1()))
                .flatMap(it -> queries.find(it).stream())
                .map(it -> line(it, shell))
                .toList();
        return new ModelAndView("cases/needs", "it", new View(lines));
    }

    private Line line(CaseRow it, Shell shell) {
        var row = views.row(it, shell);
        return new Line(
                row.number(),
                row.category(),
                row.state(),
                row.holder(),
                it.reportedAt(),
                it.open() ? it.due() : null,
                receipts.tracking(it.id()));
    }
}
