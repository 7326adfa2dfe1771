package lianxin.linkage;

import static lianxin.linkage.tables.LinkTable.LINK;
import static lianxin.linkage.tables.LinkVersionTable.LINK_VERSION;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Chair;
import lianxin.organization.Chairs;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.territory.Dated;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of contact points: a seat is tied to an object, and one day no longer. */
@Service
@Transactional
public class Links {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_REASON = 200;

    private final LinkBook book;
    private final LinkageRules rules;
    private final Chairs chairs;
    private final Trees trees;
    private final Dated dated;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Links(
            LinkBook book,
            LinkageRules rules,
            Chairs chairs,
            Trees trees,
            Dated dated,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.book = book;
        this.rules = rules;
        this.chairs = chairs;
        this.trees = trees;
        this.dated = dated;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /**
     * What is to be tied to what.
     *
     * @param object the unit, or the one that answers for what the title says
     * @param title empty where the unit itself is the object
     */
    public record Draft(String system, String category, Chair seat, UnitId object, String title) {}

    public boolean hasSystem(String system) {
        return rules.maybeSystem(system).isPresent();
    }

    public LinkId tie(Draft draft, Instant from, String reason, Actor by) {
        by.must(May.KEEP_LINKS, draft.seat.unit());
        var title = draft.title.strip();
        check(draft, title, from);
        var id = new LinkId(Objects.requireNonNull(db.insertInto(LINK)
                .set(LINK.SYSTEM, draft.system)
                .set(LINK.CATEGORY, draft.category)
                .returningResult(LINK.NUMBER)
                .fetchSingle()
                .value1()));
        var v = LINK_VERSION;
        db.insertInto(v)
                .set(v.LINK, id.number())
                .set(v.UNIT, draft.seat.unit().number())
                .set(v.ROLE, draft.seat.role())
                .set(v.DUTY, draft.seat.duty())
                .set(v.OBJECT, draft.object.number())
                .set(v.TITLE, title)
                .set(v.REASON, Written.words(reason, LONGEST_REASON, "linkage.wrong.reason"))
                .set(v.VALID_FROM, from)
                .set(v.VALID_TO, Dated.FOREVER)
                .set(v.KNOWN_FROM, clock.instant())
                .set(v.KNOWN_TO, Dated.FOREVER)
                .execute();
        record(
                new LinkFact.Tied(id, draft.seat.unit(), draft.system, draft.category, draft.object, from),
                by,
                clock.instant());
        return id;
    }

    private void check(Draft draft, String title, Instant from) {
        var system = rules.system(draft.system);
        var category = system.category(draft.category);
        if (!system.seats().contains(draft.seat.role())) throw new RuleBroken("linkage.wrong.seat");
        if (chairs.on(draft.seat, from).isEmpty()) throw new RuleBroken("linkage.nobody-sits");
        var tree = trees.at(from);
        if (!tree.has(draft.object)) throw new RuleBroken("linkage.wrong.object");
        if (!category.kinds().contains(tree.unit(draft.object).kind()))
            throw new RuleBroken("linkage.wrong.kind", category.name());
        if (category.titled() != !title.isEmpty() || title.length() > LONGEST_TITLE)
            throw new RuleBroken(category.titled() ? "linkage.wrong.title" : "linkage.no-title", LONGEST_TITLE);
        var same = book.of(List.of(draft.seat), from).stream()
                .filter(it -> it.system().equals(draft.system))
                .toList();
        if (same.stream()
                .anyMatch(it -> it.object().equals(draft.object)
                        && it.category().equals(draft.category)
                        && it.title().equals(title))) throw new RuleBroken("linkage.tied-already");
        var inCategory =
                same.stream().filter(it -> it.category().equals(draft.category)).count();
        if (category.perSeat() != null && inCategory >= category.perSeat())
            throw new RuleBroken("linkage.enough", category.perSeat());
    }

    public void end(LinkId id, Instant at, Actor by) {
        var link = book.must(id, at);
        by.must(May.KEEP_LINKS, link.seat().unit());
        if (!link.standsAt(at)) throw new RuleBroken("linkage.over-already");
        dated.endAll(LINK_VERSION, LINK_VERSION.LINK.eq(id.number()), at, clock.instant());
        record(new LinkFact.Ended(id, link.seat().unit(), at), by, clock.instant());
    }

    private void record(LinkFact fact, Actor by, Instant at) {
        journal.record(fact, null, by.ref(), at);
    }
}
