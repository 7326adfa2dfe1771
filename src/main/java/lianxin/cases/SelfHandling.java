package lianxin.cases;

import static lianxin.platform.RowInsert.row;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.WaysIn;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.platform.Screening;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Staff and grid workers record what they found and put right on the spot: in one step, with pictures if they like. */
@Service
@Transactional
class SelfHandling {

    /** The key of the channel in the playbook. */
    static final String CHANNEL = "self-handled";

    private final CaseRepository cases;
    private final CaseThread thread;
    private final Reports reports;
    private final Routing routing;
    private final Categories categories;
    private final WaysIn ways;
    private final Deadlines deadlines;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    SelfHandling(
            CaseRepository cases,
            CaseThread thread,
            Reports reports,
            Routing routing,
            Categories categories,
            WaysIn ways,
            Deadlines deadlines,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.cases = cases;
        this.thread = thread;
        this.reports = reports;
        this.routing = routing;
        this.categories = categories;
        this.ways = ways;
        this.deadlines = deadlines;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** Records it once, however often the form is sent. */
    @Transactional(propagation = Propagation.SUPPORTS)
    CaseId record(Report report, List<Reports.Image> images, Actor by) {
        var said = report.by(CHANNEL).checked();
        var category = said.category();
        if (category == null || !categories.knows(category)) throw new RuleBroken("case.category");
        var text = said.words() + "\n" + said.detail();
        if (!ways.cautionsIn(text).isEmpty() || !Screening.findings(text).isEmpty())
            throw new RuleBroken("intake.about-persons");
        var unit = unit(by, categories.find(category).line(), routing.around(said.place(), clock.instant()));
        if (cases.find(said.id()).isPresent()) return sentBefore(said.id(), by);
        reports.makeWithPictures(said.id(), images, by, () -> write(said, category, unit, by));
        return said.id();
    }

    private void write(Report said, String category, UnitId unit, Actor by) {
        var now = clock.instant();
        var desk = routing.desk(said.place(), now);
        var it = OnTheSpot.found(said, category, unit, desk, cases.newBook(), now);
        if (cases.addAll(List.of(it), made -> reports.code(made.id).text()).isEmpty())
            throw new RuleBroken("case.changed-meanwhile");
        var kept = now.plus(Reports.WORDS_KEPT_AT_MOST);
        ThreadSql.ADD_WORDS.execute(
                db, List.of(row(it.id.value(), said.words(), said.detail(), "handle-the-case", kept)));
        OnTheSpot.close(it, now);
        cases.save(it);
        thread.closed(it, deadlines.contactKept(now));
        journal.recordAll(it.happened, it.place.ref(), by.ref());
    }

    private CaseId sentBefore(CaseId id, Actor by) {
        var own = journal.about(id.ref()).stream()
                .anyMatch(it -> it.fact() instanceof EndingFact.SelfHandled
                        && it.actor().equals(by.ref()));
        if (!own) throw new Forbidden(id.ref());
        return id;
    }

    /** The unit in which somebody handles such matters, among those that answer for something at the place. */
    private static UnitId unit(Actor by, String line, Set<UnitId> around) {
        var handling = by.posts().stream()
                .filter(post -> post.may().contains(May.HANDLE) && by.may(May.HANDLE, post.unit(), line))
                .map(Actor.Post::unit)
                .toList();
        if (handling.isEmpty()) throw new Forbidden("handle " + line);
        return handling.stream()
                .filter(around::contains)
                .findFirst()
                .orElseThrow(() -> new RuleBroken("endings.self.elsewhere"));
    }
}
