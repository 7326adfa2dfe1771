package lianxin.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.cases.rules.Categories;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 知识库: questions with their answers, each kept by a unit that answers for it, from a day on. They are suggested where
 * somebody asks; a person decides whether one fits.
 */
@Service
@Transactional
public class Knowledge {

    private final KnowledgeRows rows;
    private final Categories categories;
    private final Journal journal;
    private final Clock clock;

    Knowledge(KnowledgeRows rows, Categories categories, Journal journal, Clock clock) {
        this.rows = rows;
        this.categories = categories;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether somebody keeps the answers of this unit. */
    static boolean keeps(Actor actor, UnitId unit) {
        return actor.may(May.DISPATCH, unit) || actor.may(May.HANDLE, unit);
    }

    /** An answer that holds from today on. The same one again changes nothing. */
    public void write(UUID id, UnitId unit, String category, String question, String answer, String source, Actor by) {
        write(new KnowledgeId(id), unit, new KeptAnswer.Draft(category, question, answer, source, today(), null), by);
    }

    void write(KnowledgeId id, UnitId unit, KeptAnswer.Draft draft, Actor by) {
        if (!keeps(by, unit)) throw new Forbidden("keep answers of " + unit);
        if (rows.find(id).isPresent()) return;
        var checked = checked(draft);
        rows.write(id, unit, checked, by.ref(), clock.instant());
        journal.record(new KnowledgeFact.Written(id, unit, checked.category()), null, by.ref(), clock.instant());
    }

    void correct(KnowledgeId id, KeptAnswer.Draft draft, Actor by) {
        var it = mine(id, by);
        var checked = checked(draft);
        rows.write(id, it.unit(), checked, by.ref(), clock.instant());
        journal.record(new KnowledgeFact.Corrected(id, it.unit(), checked.category()), null, by.ref(), clock.instant());
    }

    /** It holds no more from today on; one that was still to come never holds. */
    void end(KnowledgeId id, Actor by) {
        var it = mine(id, by);
        var today = today();
        if (it.until() != null && !it.until().isAfter(today)) throw new RuleBroken("knowledge.ended");
        var draft = it.draft();
        if (draft.from().isBefore(today)) {
            var last = new KeptAnswer.Draft(
                    draft.category(),
                    draft.question(),
                    draft.answer(),
                    draft.source(),
                    draft.from(),
                    today.minusDays(1));
            rows.write(id, it.unit(), last, by.ref(), clock.instant());
        } else {
            rows.close(id, clock.instant());
        }
        journal.record(new KnowledgeFact.Ended(id, it.unit()), null, by.ref(), clock.instant());
    }

    void handOver(KeptAnswer it, UnitId to) {
        rows.write(it.id(), to, it.draft(), Actor.SYSTEM.ref(), clock.instant());
        journal.record(new KnowledgeFact.HandedOver(it.id(), to, it.unit()), null, Actor.SYSTEM.ref(), clock.instant());
    }

    /**
     * What these units keep and what holds today, the likeliest first; nothing that has nothing in common with the words.
     *
     * @param category as it was chosen or suggested: its answers come before others that are as like
     */
    @Transactional(readOnly = true)
    List<KeptAnswer> suggest(Collection<UnitId> keepers, String category, String words, int most) {
        return Likeness.among(rows.holding(keepers, today()), category, words).stream()
                .limit(most)
                .toList();
    }

    /** Whether one of these units keeps it, and it holds today. */
    @Transactional(readOnly = true)
    boolean holds(KnowledgeId id, Collection<UnitId> keepers) {
        return rows.find(id)
                .filter(it -> keepers.contains(it.unit()) && it.holdsOn(today()))
                .isPresent();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private KeptAnswer mine(KnowledgeId id, Actor by) {
        var it = rows.find(id).orElseThrow(() -> new NotFound(id.ref()));
        if (!keeps(by, it.unit())) throw new Forbidden(id.ref());
        return it;
    }

    private KeptAnswer.Draft checked(KeptAnswer.Draft draft) {
        if (!categories.knows(draft.category())) throw new RuleBroken("case.category");
        return draft.checked();
    }
}
