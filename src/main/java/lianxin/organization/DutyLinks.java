package lianxin.organization;

import java.util.List;
import lianxin.playbook.Playbook;
import org.springframework.stereotype.Component;

/** Leads from a unit with a desk to its roster, where the town keeps rosters. */
@Component
class DutyLinks implements UnitLinks {

    private final boolean kept;

    DutyLinks(Playbook playbook) {
        kept = DutyRules.of(playbook).role() != null;
    }

    @Override
    public List<Link> linksOf(Unit unit) {
        if (!kept || !unit.holdsCases()) return List.of();
        return List.of(new Link("roster.roster", "/units/" + unit.id().number() + "/roster"));
    }
}
