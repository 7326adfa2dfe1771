package lianxin.organization;

import java.time.Instant;
import java.util.List;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.Ref;

/** What can happen to the roster of a desk. Public vocabulary; who was on duty stands in the roster, not here. */
public sealed interface DutyFact extends Fact {

    UnitId desk();

    @Override
    default Ref unit() {
        return desk().ref();
    }

    record Planned(UnitId roster, UnitId desk, Instant from, Instant to, int shifts) implements DutyFact {
        @Override
        public Ref about() {
            return roster.ref();
        }
    }

    /** Somebody else is on duty, or nobody. */
    record Changed(ShiftId shift, UnitId desk, Instant from, Instant to, boolean manned) implements DutyFact {
        @Override
        public Ref about() {
            return shift.ref();
        }
    }

    record HandedOver(ShiftId shift, UnitId desk) implements DutyFact {
        @Override
        public Ref about() {
            return shift.ref();
        }
    }

    record TakenOver(ShiftId shift, UnitId desk) implements DutyFact {
        @Override
        public Ref about() {
            return shift.ref();
        }
    }

    /** @param listed whether there is a number from then on */
    record TelephoneSet(UnitId telephone, UnitId desk, Instant from, boolean listed) implements DutyFact {
        @Override
        public Ref about() {
            return telephone.ref();
        }
    }

    static List<FactKind> kinds() {
        return List.of(
                new FactKind("duty.planned", "已排班", "Duty planned", Planned.class),
                new FactKind("duty.changed", "班次已调整", "Shift changed", Changed.class),
                new FactKind("duty.handed-over", "已交班", "Duty handed over", HandedOver.class),
                new FactKind("duty.taken-over", "已接班", "Duty taken over", TakenOver.class),
                new FactKind("desk.telephone-set", "受理台电话已更新", "Desk telephone set", TelephoneSet.class));
    }
}
