package lianxin.cases;

import java.time.LocalDate;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * A question with its answer as a unit keeps it now.
 *
 * @param until the first day on which it holds no more; null while no end is known
 */
record KeptAnswer(
        KnowledgeId id, UnitId unit, Draft draft, @Nullable LocalDate until) {

    static final int LONGEST_QUESTION = 200;

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(draft.from) && (until == null || day.isBefore(until));
    }

    /**
     * As somebody writes it.
     *
     * @param source by what it is so: an article, a notice, a service guide
     * @param last the last day on which it holds; null while no end is known
     */
    record Draft(
            String category,
            String question,
            String answer,
            String source,
            LocalDate from,
            @Nullable LocalDate last) {

        Draft checked() {
            if (question.isBlank() || question.strip().length() > LONGEST_QUESTION)
                throw new RuleBroken("knowledge.question-missing", LONGEST_QUESTION);
            if (source.isBlank() || source.strip().length() > LONGEST_QUESTION)
                throw new RuleBroken("knowledge.source-missing", LONGEST_QUESTION);
            if (last != null && last.isBefore(from)) throw new RuleBroken("knowledge.days");
            return new Draft(category, question.strip(), CaseThread.checked(answer), source.strip(), from, last);
        }

        @Nullable
        LocalDate until() {
            return last == null ? null : last.plusDays(1);
        }
    }
}
