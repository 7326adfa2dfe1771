package lianxin.directives;

import java.time.Instant;
import java.util.List;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** What can happen to a task and to a part of it, in the charge of the unit that has it in hand. */
public sealed interface TaskFact extends Fact {

    UnitId responsible();

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    /** About one part. */
    sealed interface OfPart extends TaskFact {

        PartId id();

        @Override
        default Ref about() {
            return id().ref();
        }
    }

    /**
     * In the charge of whoever asks.
     *
     * @param parts how many units were asked, at once
     */
    record Issued(
            TaskId id,
            UnitId responsible,
            @Nullable UnitId line,
            UnitId block,
            @Nullable String rule,
            boolean upward,
            int parts,
            Instant due)
            implements TaskFact {
        @Override
        public Ref about() {
            return id.ref();
        }
    }

    /** @param waiting above the limit of open asks: not before the superior of the asker agrees */
    record Asked(PartId id, UnitId responsible, TaskId task, UnitId asker, boolean waiting, Instant due)
            implements OfPart {}

    /** The superior of the asker agreed that it is asked above the limit. */
    record LetThrough(PartId id, UnitId responsible, TaskId task, UnitId superior) implements OfPart {}

    /** @param left how many parts below are still open */
    record Reported(PartId id, UnitId responsible, TaskId task, int left, boolean inTime) implements OfPart {}

    /** A unit below raised it, and was answered. */
    record Answered(PartId id, UnitId responsible, TaskId task, boolean inTime) implements OfPart {}

    record Confirmed(PartId id, UnitId responsible, TaskId task, boolean inTime) implements OfPart {}

    record SentBack(PartId id, UnitId responsible, TaskId task, Instant due) implements OfPart {}

    record Declined(PartId id, UnitId responsible, TaskId task, Why why) implements OfPart {}

    record PostponementAsked(PartId id, UnitId responsible, TaskId task, Instant until) implements OfPart {}

    record Postponed(PartId id, UnitId responsible, TaskId task, Instant due) implements OfPart {}

    record PostponementRefused(PartId id, UnitId responsible, TaskId task) implements OfPart {}

    record Withdrawn(PartId id, UnitId responsible, TaskId task) implements OfPart {}

    /** Its day is over: the unit keeps it, and the unit above must now look after it. */
    record Late(PartId id, UnitId responsible, TaskId task, UnitId above, Instant due) implements OfPart {}

    /** In the charge of the unit that has it in hand now. */
    record HandedOver(PartId id, UnitId responsible, TaskId task, UnitId before) implements OfPart {}

    /** Why a unit does not take its part. */
    enum Why {
        NOT_OURS,
        CANNOT
    }

    static List<FactKind> kinds() {
        return List.of(
                new FactKind("task.issued", "任务发出", "Task issued", Issued.class),
                new FactKind("task.asked", "任务交办到单位", "Unit asked for its part", Asked.class),
                new FactKind("task.let-through", "上级同意超量交办", "Ask above the limit agreed", LetThrough.class),
                new FactKind("task.reported", "单位报告完成", "Part reported as done", Reported.class),
                new FactKind("task.answered", "请示得到答复", "Raised matter answered", Answered.class),
                new FactKind("task.confirmed", "完成得到确认", "Part confirmed", Confirmed.class),
                new FactKind("task.sent-back", "退回再办", "Part sent back", SentBack.class),
                new FactKind("task.declined", "单位说明不能承接", "Part declined", Declined.class),
                new FactKind("task.postponement-asked", "申请延期", "Postponement asked for", PostponementAsked.class),
                new FactKind("task.postponed", "同意延期", "Part postponed", Postponed.class),
                new FactKind("task.postponement-refused", "不同意延期", "Postponement refused", PostponementRefused.class),
                new FactKind("task.withdrawn", "任务撤回", "Part withdrawn", Withdrawn.class),
                new FactKind("task.late", "任务逾期，上级介入", "Part late, unit above brought in", Late.class),
                new FactKind("task.handed-over", "任务随单位变动移交", "Part handed over", HandedOver.class));
    }
}
