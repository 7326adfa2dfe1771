package lianxin.cases;

import java.util.List;
import java.util.Set;
import lianxin.cases.AssistancePart.Choice;
import lianxin.cases.rules.DutyList;
import lianxin.territory.Area;
import org.jspecify.annotations.Nullable;

/**
 * A dispute about who answers for a case, and what the reader may do about it.
 *
 * @param arbiter the unit that decides for good; null while the units may still agree
 * @param grounds areas on which a final decision may hold, the smallest first
 */
record DisputePart(
        @Nullable String arbiter, List<Choice> units, List<DutyList.Item> duties, List<Area> grounds, Set<String> steps)
        implements CasePart {

    @Override
    public boolean offers(String step) {
        return steps.contains(step);
    }

    @Override
    public boolean active() {
        return !steps.isEmpty();
    }
}
