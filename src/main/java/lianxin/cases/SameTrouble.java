package lianxin.cases;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import lianxin.cases.rules.Deadlines;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A desk finds that a trouble is back that was closed as done. */
@Service
@Transactional
class SameTrouble {

    private static final int SHOWN = 5;
    private static final String NEIGHBORHOOD = "grid";

    private final CaseSteps steps;
    private final CaseRepository cases;
    private final EarlierRows rows;
    private final SubjectUnits subjects;
    private final Areas areas;
    private final Deadlines deadlines;
    private final Journal journal;

    SameTrouble(
            CaseSteps steps,
            CaseRepository cases,
            EarlierRows rows,
            SubjectUnits subjects,
            Areas areas,
            Deadlines deadlines,
            Journal journal) {
        this.steps = steps;
        this.cases = cases;
        this.rows = rows;
        this.subjects = subjects;
        this.areas = areas;
        this.deadlines = deadlines;
        this.journal = journal;
    }

    /** Closed not long ago at the same place or in its neighborhood, in the same category, if the reader may know of it. */
    List<EarlierRows.Closed> candidates(Case it, Actor reader, Instant now) {
        return lately(it, reader, now).limit(SHOWN).toList();
    }

    private Stream<EarlierRows.Closed> lately(Case it, Actor reader, Instant now) {
        var around = areas.above(it.place, NEIGHBORHOOD).map(Area::id).orElse(it.place);
        return rows.closed(it, ground(around, now), deadlines.recursSince(it.reportedAt)).stream()
                .filter(old -> !subjects.hidden(old.subject(), reader));
    }

    /** Cases of the same trouble, without those about a unit that the reader sits in. */
    List<EarlierRows.Other> tied(CaseId id, Actor reader) {
        return rows.of(id).stream()
                .filter(it -> !subjects.hidden(it.subject(), reader))
                .toList();
    }

    private int[] ground(AreaId around, Instant now) {
        return areas.below(around, now);
    }

    void mark(CaseId id, CaseId earlier, Actor by) {
        var again = mine(id, by);
        steps.take(earlier, by, (old, now) -> {
            if (lately(again, by, now).noneMatch(it -> it.id().equals(earlier)))
                throw new RuleBroken("case.not-the-same");
            if (!rows.add(id, earlier, by.ref(), now)) throw new RuleBroken("case.same-already");
            Recurrence.tell(old, id, now);
        });
    }

    /** It was not the same after all. */
    void unmark(CaseId id, CaseId earlier, Actor by) {
        mine(id, by);
        if (!rows.remove(id, earlier)) throw new RuleBroken("case.not-the-same");
        journal.about(earlier.ref()).stream()
                .filter(it -> !it.voided()
                        && it.fact() instanceof EndingFact.Recurred told
                        && told.again().equals(id))
                .map(Recorded::id)
                .forEach(it -> journal.voidFact(it, by.ref()));
    }

    private Case mine(CaseId id, Actor by) {
        var it = cases.find(id).orElseThrow(() -> new NotFound(id.ref()));
        steps.must(by, May.DISPATCH, it.desk, it);
        it.only(Stage.REPORTED, Stage.DISPATCHED);
        return it;
    }
}
