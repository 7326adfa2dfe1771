package lianxin.cases;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.DutyList;
import org.springframework.stereotype.Component;

/** 无主事项: what no item of the duty list names has an hour to find a unit; then the clock passes it up. */
@Component
class Ownerless {

    private final Routing routing;
    private final DutyList duties;
    private final Deadlines deadlines;

    Ownerless(Routing routing, DutyList duties, Deadlines deadlines) {
        this.routing = routing;
        this.duties = duties;
        this.deadlines = deadlines;
    }

    void expect(Case it, Instant now) {
        var limit = deadlines.ownerless(now);
        if (limit != null && duties.itemFor(it.category).equals(duties.fallback())) PassingUp.expect(it, limit, now);
    }

    /** It goes to the desk above; at the top it stays. */
    void ifFallen(Case it, Instant now) {
        PassingUp.fallen(it, now).ifPresent(limit -> {
            var superior = routing.commonSuperior(it, null, now);
            if (superior.equals(it.desk) || it.appealed != null) PassingUp.over(it, now);
            else PassingUp.up(it, superior, deadlines.ownerlessCause(), true, deadlines, now);
        });
    }
}
