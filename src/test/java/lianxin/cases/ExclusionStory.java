package lianxin.cases;

import lianxin.cases.Exclusion.Standing;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** How far a case has got with being left out of statistics, as its facts tell. */
final class ExclusionStory {

    @Nullable
    Standing standing;

    /** The unit that asked, and the one that decided. */
    @Nullable
    UnitId asker;

    @Nullable
    UnitId decider;

    void tell(ExclusionFact fact, CaseStory story) {
        switch (fact) {
            case ExclusionFact.ExclusionAsked it -> {
                check(story, null, !it.above().equals(it.responsible()) && story.holder.equals(it.responsible()));
                asker = it.responsible();
                standing = Standing.asked;
            }
            case ExclusionFact.Excluded it -> decide(story, Standing.asked, Standing.excluded, it.decider());
            case ExclusionFact.ExclusionRefused it -> decide(story, Standing.asked, Standing.refused, it.decider());
            case ExclusionFact.ExclusionContested it -> {
                check(story, Standing.excluded, true);
                standing = Standing.contested;
            }
            case ExclusionFact.ExclusionKept it -> settle(story, Standing.kept);
            case ExclusionFact.ExclusionLifted it -> settle(story, Standing.lifted);
        }
    }

    private void decide(CaseStory story, Standing from, Standing to, UnitId unit) {
        check(story, from, !unit.equals(asker));
        standing = to;
        decider = unit;
    }

    private void settle(CaseStory story, Standing to) {
        check(story, Standing.contested, true);
        standing = to;
    }

    private void check(CaseStory story, @Nullable Standing from, boolean legal) {
        if (standing != from || !legal)
            throw new CaseStory.IllegalStory("A case that is " + story.standing() + " is left out of statistics");
    }
}
