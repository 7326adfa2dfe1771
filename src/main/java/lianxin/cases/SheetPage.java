package lianxin.cases;

import static lianxin.cases.tables.RequestTable.REQUEST;
import static lianxin.cases.tables.TimeLimitTable.TIME_LIMIT;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.Shell;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** 案卷单: one case on paper for the files, as its reader may see it, with every limit it ever had and no telephone. */
@Controller
class SheetPage {

    private final CasePage page;
    private final CaseViews views;
    private final Flow flow;
    private final DSLContext db;
    private final Clock clock;

    SheetPage(CasePage page, CaseViews views, Flow flow, DSLContext db, Clock clock) {
        this.page = page;
        this.views = views;
        this.flow = flow;
        this.db = db;
        this.clock = clock;
    }

    @Needs(value = May.READ, inSomeLine = true)
    @GetMapping("/cases/{uuid}/sheet")
    ModelAndView open(@PathVariable UUID uuid, Actor actor, Shell shell) {
        var id = new CaseId(uuid);
        var dated = shell.forTheFiles();
        var view = page.view(id, actor, dated, null);
        if (!view.whole()) throw new Forbidden(id.ref());
        var sheet = new Sheet(view, dated, limits(id, shell), pauses(id), clock.instant());
        return new ModelAndView("cases/sheet", Map.of("it", sheet));
    }

    /** In the order in which they were set; a changed deadline is a further one. */
    private List<LimitLine> limits(CaseId id, Shell shell) {
        var now = clock.instant();
        var l = TIME_LIMIT;
        return db.selectFrom(l)
                .where(l.CASE_ID.eq(id.value()))
                .orderBy(l.SET_AT, l.DUE)
                .fetch(row -> {
                    var done = row.get(l.DONE_AT);
                    var ended = row.get(l.ENDED_AT);
                    var due = row.get(l.DUE);
                    return new LimitLine(
                            CaseViews.word(flow.step(row.get(l.STEP)).name(), shell),
                            views.unit(new UnitId(row.get(l.UNIT))),
                            row.get(l.SET_AT),
                            due,
                            done == null ? ended : done,
                            became(due, done, ended, now));
                });
    }

    private static String became(Instant due, @Nullable Instant done, @Nullable Instant ended, Instant now) {
        if (done != null) return done.isAfter(due) ? "late" : "met";
        if (ended != null) return "ended";
        return now.isAfter(due) ? "fallen" : "running";
    }

    private List<Pause> pauses(CaseId id) {
        var r = REQUEST;
        return db.select(r.DECIDED_AT, r.ENDED_AT, r.UNTIL, r.REASON)
                .from(r)
                .where(r.CASE_ID.eq(id.value()))
                .and(r.KIND.eq(Relief.SHELVE.key()))
                .and(r.GRANTED.isTrue())
                .orderBy(r.DECIDED_AT)
                .fetch(it -> new Pause(it.value1(), it.value2(), it.value3(), it.value4()));
    }

    /**
     * @param over when it was met or lost its meaning; null while neither
     * @param became met, late, ended, fallen or running
     */
    record LimitLine(
            String step,
            String unit,
            Instant set,
            Instant due,
            @Nullable Instant over,
            String became) {}

    /** Between these two moments no limit of the unit ran; the second is null while it is put aside. */
    record Pause(Instant from, @Nullable Instant to, Instant review, String reason) {}

    /** @param dated tells moments by their full dates */
    record Sheet(CasePage.CaseView view, Shell dated, List<LimitLine> limits, List<Pause> pauses, Instant printed) {}
}
