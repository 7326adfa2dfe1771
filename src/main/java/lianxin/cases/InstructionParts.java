package lianxin.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lianxin.cases.AssistancePart.Choice;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.platform.Shell;
import org.springframework.stereotype.Component;

/** Brings what superiors want to know to the page of a case. */
@Component
class InstructionParts implements CasePart.Source {

    private final Instructions instructions;
    private final CaseSteps steps;
    private final CaseViews views;
    private final Trees trees;
    private final Clock clock;

    InstructionParts(Instructions instructions, CaseSteps steps, CaseViews views, Trees trees, Clock clock) {
        this.instructions = instructions;
        this.steps = steps;
        this.views = views;
        this.trees = trees;
        this.clock = clock;
    }

    @Override
    public Optional<InstructionPart> of(Case it, Actor reader, Shell shell) {
        var open = it.stage == Stage.REPORTED || it.stage == Stage.DISPATCHED;
        var given = it.instructed == 0 ? List.<Instruction>of() : instructions.of(it.id);
        var units = open && steps.may(reader, May.SUPERVISE, it.holder, it) ? above(it, reader) : List.<Choice>of();
        if (given.isEmpty() && units.isEmpty()) return Optional.empty();
        var now = clock.instant();
        return Optional.of(new InstructionPart(
                given.stream()
                        .map(each -> new InstructionPart.Given(
                                each, views.unit(each.by()), each.doneAt() == null && now.isAfter(each.due())))
                        .toList(),
                units,
                replies(it, reader)));
    }

    private boolean replies(Case it, Actor reader) {
        return steps.may(reader, May.HANDLE, it.holder, it)
                || it.holder.equals(it.desk) && steps.may(reader, May.DISPATCH, it.desk, it);
    }

    /** The units above the holder in which the reader supervises, the nearest first. */
    private List<Choice> above(Case it, Actor reader) {
        var tree = trees.now();
        var choices = new ArrayList<Choice>();
        var last = it.holder;
        for (var unit = tree.above(last); !unit.equals(last); unit = tree.above(unit)) {
            if (reader.may(May.SUPERVISE, unit)) choices.add(new Choice(unit, views.unit(unit)));
            last = unit;
        }
        return choices;
    }
}
