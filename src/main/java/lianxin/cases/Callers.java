package lianxin.cases;

import java.util.List;
import java.util.stream.Stream;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Component;

/**
 * Who may write down what the resident said, on the telephone or on the slip of paper that came back: never who did the
 * work, and never who typed the report.
 */
@Component
class Callers {

    static final String PHONE = "phone";
    static final String PAPER = "paper";
    static final String HOTLINE = "hotline";

    private final CaseSteps steps;
    private final TakenDownRows taken;

    Callers(CaseSteps steps, TakenDownRows taken) {
        this.steps = steps;
        this.taken = taken;
    }

    /** @param voice the report of the one who answered */
    void must(Case it, CaseId voice, String channel, Actor by) {
        if (it.heardElsewhere && Actor.isPartner(by.ref())) return;
        if (!mayHear(it, channel, by)) throw new Forbidden(it.id.ref());
        if (steps.may(by, May.HANDLE, it.holder, it)) throw new RuleBroken("case.handler-calls-nobody");
        if (it.heardElsewhere) throw new RuleBroken("case.heard-elsewhere");
        if (typed(it, voice, by)) throw new RuleBroken("case.typist-hears-nobody");
    }

    /** By which ways this reader may bring in the answer of this reporter that is waited for. */
    List<String> ways(Case it, CaseId voice, Actor reader) {
        var late = it.outcome == Outcome.closedUnanswered;
        if (it.stage != Stage.AWAITING_RESIDENT && !late || it.heardElsewhere) return List.of();
        if (steps.may(reader, May.HANDLE, it.holder, it)) return List.of();
        var ways = Stream.of(PHONE, PAPER)
                .filter(way -> !late || way.equals(PAPER))
                .filter(way -> mayHear(it, way, reader))
                .toList();
        return ways.isEmpty() || typed(it, voice, reader) ? List.of() : ways;
    }

    /** Whether this one neither did the work nor typed the report. */
    boolean isAnother(Case it, Actor by) {
        return !steps.may(by, May.HANDLE, it.holder, it) && !typed(it, it.id, by);
    }

    /** A slip may be handed in at the desk that received the matter, unless its own unit did the work. */
    private boolean mayHear(Case it, String channel, Actor by) {
        if (steps.may(by, May.CALL_BACK, it.holder, it)) return true;
        return channel.equals(PAPER) && !it.desk.equals(it.holder) && steps.may(by, May.DISPATCH, it.desk, it);
    }

    private boolean typed(Case it, CaseId voice, Actor by) {
        var report = voice.equals(it.id) ? taken.of(it) : taken.find(voice);
        return report.filter(each -> each.by(by)).isPresent();
    }
}
