package lianxin.bodies;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;

/** What can happen to a joint body, in the charge of the unit that leads it. */
public sealed interface BodyFact extends Fact {

    BodyId id();

    UnitId responsible();

    @Override
    default Ref about() {
        return id().ref();
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    record Founded(
            BodyId id,
            UnitId responsible,
            String bodyKind,
            BodyStatus status,
            @Nullable String mode,
            Instant validFrom) implements BodyFact {}

    /** Approved, or set to work. */
    record StatusChanged(BodyId id, UnitId responsible, BodyStatus status, Instant validFrom) implements BodyFact {}

    record Admitted(BodyId id, UnitId responsible, UnitId member, String seat, Instant validFrom) implements BodyFact {}

    record Left(BodyId id, UnitId responsible, UnitId member, Instant validTo) implements BodyFact {}

    /** In the charge of the new lead. */
    record LeadChanged(BodyId id, UnitId responsible, UnitId before, Instant validFrom) implements BodyFact {}

    /** The seat of a unit that ended is its successor's. */
    record SeatHandedOver(BodyId id, UnitId responsible, UnitId member, UnitId before, Instant validFrom)
            implements BodyFact {}

    /** Agreement, plan or what is shared was written anew. */
    record Agreed(BodyId id, UnitId responsible, int shared) implements BodyFact {}

    record EndingPlanned(BodyId id, UnitId responsible, UnitId heir, Instant at) implements BodyFact {}

    /** Somebody else takes over what is left on the last day, because the one that was named ended. */
    record HeirChanged(BodyId id, UnitId responsible, UnitId heir, UnitId before) implements BodyFact {}

    /** @param handedOver how much of its work went to the heir */
    record Dissolved(BodyId id, UnitId responsible, UnitId heir, int handedOver, Instant validTo) implements BodyFact {}

    record Planned(
            BodyId id,
            UnitId responsible,
            UndertakingId undertaking,
            Part part,
            @Nullable String link,
            @Nullable Instant due)
            implements BodyFact {}

    record Done(
            BodyId id,
            UnitId responsible,
            UndertakingId undertaking,
            Part part,
            @Nullable String link,
            boolean inTime) implements BodyFact {}

    /** A unit was at a meeting; one fact for each. */
    record Attended(BodyId id, UnitId responsible, UndertakingId undertaking, UnitId member) implements BodyFact {}

    /** A side said what it thinks of a topic, or thinks otherwise now. */
    record PositionStated(BodyId id, UnitId responsible, UndertakingId undertaking, UnitId member)
            implements BodyFact {}

    /** What was written of a meeting reads otherwise. */
    record MinutesCorrected(BodyId id, UnitId responsible, UndertakingId undertaking) implements BodyFact {}

    /** Units voted on a resolution; counted are units, never people. */
    record Voted(
            BodyId id,
            UnitId responsible,
            UndertakingId undertaking,
            int inFavor,
            int opposed,
            int abstained,
            int needed,
            boolean passed)
            implements BodyFact {}

    /** A pledge or a project is to meet a demand. */
    record Answered(BodyId id, UnitId responsible, UndertakingId demand, UndertakingId undertaking)
            implements BodyFact {}

    record AnsweredNoMore(BodyId id, UnitId responsible, UndertakingId demand, UndertakingId undertaking)
            implements BodyFact {}

    record Dropped(BodyId id, UnitId responsible, UndertakingId undertaking, Part part) implements BodyFact {}

    /** In the charge of the unit that has it in hand now. */
    record HandedOver(BodyId id, UnitId responsible, UndertakingId undertaking, Part part) implements BodyFact {}

    /** So much of a pledge was given, by that unit. */
    record Fulfilled(BodyId id, UnitId responsible, UndertakingId undertaking, UnitId giver, BigDecimal amount)
            implements BodyFact {
        @Override
        public BigDecimal quantity() {
            return amount;
        }
    }

    record Covered(BodyId id, UnitId responsible, AreaId area, Instant validFrom) implements BodyFact {}

    record CoveredNoMore(BodyId id, UnitId responsible, AreaId area, Instant validTo) implements BodyFact {}

    /** Urban income to one of rural income. */
    record IncomeRecorded(BodyId id, UnitId responsible, BigDecimal ratio) implements BodyFact {}

    static List<FactKind> kinds() {
        return List.of(
                new FactKind("body.founded", "联合组织成立", "Joint body founded", Founded.class),
                new FactKind("body.status-changed", "联合组织状态变更", "Joint body approved or active", StatusChanged.class),
                new FactKind("body.admitted", "单位加入联合组织", "Unit admitted", Admitted.class),
                new FactKind("body.left", "单位退出联合组织", "Unit left", Left.class),
                new FactKind("body.lead-changed", "牵头单位变更", "Lead changed", LeadChanged.class),
                new FactKind("body.seat-handed-over", "席位移交", "Seat handed over", SeatHandedOver.class),
                new FactKind("body.agreed", "协议和共享范围更新", "Agreement or sharing changed", Agreed.class),
                new FactKind("body.ending-planned", "确定结束日期", "Ending planned", EndingPlanned.class),
                new FactKind("body.heir-changed", "接手单位变更", "Heir changed", HeirChanged.class),
                new FactKind("body.dissolved", "联合组织撤销", "Joint body dissolved", Dissolved.class),
                new FactKind("body.planned", "联合事项列入", "Joint undertaking planned", Planned.class),
                new FactKind("body.done", "联合事项完成", "Joint undertaking done", Done.class),
                new FactKind("body.attended", "单位到会", "Unit was at the meeting", Attended.class),
                new FactKind("body.position-stated", "就议题表态", "Position on a topic", PositionStated.class),
                new FactKind("body.minutes-corrected", "会议记录更正", "Minutes corrected", MinutesCorrected.class),
                new FactKind("body.voted", "决议表决", "Resolution voted", Voted.class),
                new FactKind("body.answered", "需求对接", "Demand answered", Answered.class),
                new FactKind("body.answered-no-more", "需求对接取消", "Demand answered no more", AnsweredNoMore.class),
                new FactKind("body.dropped", "联合事项取消", "Joint undertaking dropped", Dropped.class),
                new FactKind("body.handed-over", "联合事项移交", "Joint undertaking handed over", HandedOver.class),
                new FactKind("body.fulfilled", "资源承诺兑现", "Pledge fulfilled in part or whole", Fulfilled.class),
                new FactKind("body.covered", "区域纳入联合组织", "Area covered", Covered.class),
                new FactKind("body.covered-no-more", "区域退出联合组织", "Area covered no more", CoveredNoMore.class),
                new FactKind("body.income-recorded", "城乡收入比登记", "Income ratio recorded", IncomeRecorded.class));
    }
}
