package lianxin.linkage;

import static lianxin.linkage.tables.NeedTable.NEED;

import java.time.Clock;
import java.time.Instant;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Needs as they are taken: answered at once, or opened as a case on the ground they come from. */
@Component
class NeedDesk {

    private final ObjectProvider<NeedCases> cases;
    private final Trees trees;
    private final Areas areas;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    NeedDesk(ObjectProvider<NeedCases> cases, Trees trees, Areas areas, Journal journal, DSLContext db, Clock clock) {
        this.cases = cases;
        this.trees = trees;
        this.areas = areas;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    void takeAt(ContactId contact, Link link, Needed need, Actor by) {
        var ground = ground(link.object());
        if (!taken(need, contact.number(), null, ground)) return;
        var unit = link.seat().unit();
        var fact = new LinkFact.NeedTaken(link.id(), unit, contact, need.id(), need.answered());
        journal.record(fact, ground.ref(), by.ref(), clock.instant());
    }

    void takeOn(AreaId grid, UnitId responsible, Needed need, Actor by) {
        if (!taken(need, null, grid.number(), grid)) return;
        var fact = new TeamFact.NeedTaken(grid, responsible, need.id(), need.answered());
        journal.record(fact, grid.ref(), by.ref(), clock.instant());
    }

    /** Returns false when it was taken already. */
    private boolean taken(Needed need, @Nullable Integer contact, @Nullable Integer grid, AreaId ground) {
        var now = clock.instant();
        if (need.words().isBlank()) throw new RuleBroken("linkage.wrong.need", Contacts.LONGEST_SENTENCE);
        if (!insert(need, contact, grid, now)) return false;
        if (!need.answered()) cases.getObject().open(need.id(), ground, need.words(), need.telephone());
        return true;
    }

    private boolean insert(Needed need, @Nullable Integer contact, @Nullable Integer grid, Instant now) {
        return db.insertInto(NEED)
                        .set(NEED.ID, need.id().value())
                        .set(NEED.CONTACT, contact)
                        .set(NEED.GRID, grid)
                        .set(
                                NEED.NEED_,
                                need.answered()
                                        ? Written.sentence(
                                                need.words(), Contacts.LONGEST_SENTENCE, "linkage.wrong.need")
                                        : null)
                        .set(
                                NEED.ANSWER,
                                need.answered()
                                        ? Written.sentence(
                                                need.answer(), Contacts.LONGEST_SENTENCE, "linkage.wrong.answer")
                                        : null)
                        .set(NEED.KNOWN_FROM, now)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** The ground beside which a unit stands; of one that stands beside none, the whole town. */
    private AreaId ground(UnitId unit) {
        var code = trees.now().unit(unit).code();
        while (true) {
            var found = areas.byCode(code);
            if (found.isPresent()) return found.get().id();
            int cut = code.lastIndexOf('-');
            if (cut < 0) return areas.tops().getFirst().id();
            code = code.substring(0, cut);
        }
    }
}
