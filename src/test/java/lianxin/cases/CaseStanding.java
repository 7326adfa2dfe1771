package lianxin.cases;

import static lianxin.cases.Stage.AWAITING_RESIDENT;
import static lianxin.cases.Stage.CLOSED;
import static lianxin.cases.Stage.DISPATCHED;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lianxin.organization.UnitId;

/** How a case stands, in one line: as its facts tell, to be compared with how it is stored. */
final class CaseStanding {

    private CaseStanding() {}

    /** As its facts tell. */
    static String of(CaseStory it) {
        var closed = it.at(CLOSED);
        return String.join(
                " ",
                String.valueOf(it.stage),
                "holder=" + (it.outcome == Outcome.joined ? 0 : it.holder.number()),
                "desk=" + (it.outcome == Outcome.joined ? 0 : it.desk.number()),
                "signed=" + (it.at(DISPATCHED, AWAITING_RESIDENT) && it.signed),
                "leadOpen=" + it.leadOpen,
                "exclusion=" + it.exclusion.standing,
                "asked=" + it.asked,
                "paused=" + it.paused,
                "again=" + it.again,
                "appealed=" + it.appealed,
                "round=" + it.round,
                "reworks=" + it.reworks,
                "urged=" + it.urged,
                "returns=" + it.returns,
                "supervisor=" + (it.supervisor == null ? null : it.supervisor.number()),
                "toSupervise=" + it.superviseOpen,
                "whistled=" + (it.whistled == null ? null : it.whistled.number()),
                "assisting=" + (closed ? Set.of() : it.assisting),
                "checker=" + (it.checker == null ? null : it.checker.number()),
                "voices=" + it.voices,
                "steppedBack=" + it.steppedBack,
                "joined=" + (it.lead == null ? null : it.lead.id),
                "outcome=" + it.outcome);
    }

    /** As it is stored. */
    static String of(Case it) {
        var closed = it.stage == CLOSED;
        var open = Assistance.of(it)
                .filter(Assignment::open)
                .map(work -> work.unit.number())
                .collect(Collectors.toCollection(TreeSet::new));
        var lead = it.assignment;
        var working = it.stage == DISPATCHED || it.stage == AWAITING_RESIDENT;
        return String.join(
                " ",
                String.valueOf(it.stage),
                "holder=" + (it.outcome == Outcome.joined ? 0 : it.holder.number()),
                "desk=" + (it.outcome == Outcome.joined ? 0 : it.desk.number()),
                "signed=" + (working && lead != null && lead.signedAt != null),
                "leadOpen=" + it.leadOpen,
                "exclusion=" + it.exclusion,
                "asked=" + it.asked,
                "paused=" + (it.pausedAt != null),
                "again=" + it.again,
                "appealed=" + it.appealed,
                "round=" + it.round,
                "reworks=" + it.reworks,
                "urged=" + it.urged,
                "returns=" + it.returns,
                "supervisor=" + (it.supervisor == null ? null : it.supervisor.number()),
                "toSupervise=" + (it.superviseDue != null),
                "whistled=" + (it.whistled == null ? null : it.whistled.number()),
                "assisting=" + (closed ? Set.of() : open),
                "checker=" + Check.by(it).map(UnitId::number).orElse(null),
                "voices=" + it.voices,
                "steppedBack=" + it.steppedBack,
                "joined=" + it.joined,
                "outcome=" + it.outcome);
    }
}
