package lianxin.routes;

import static lianxin.routes.tables.RouteVersionTable.ROUTE_VERSION;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import lianxin.territory.Dated;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a route was from which day on, why, and what the last change of it replaced. */
@Component
class RouteHistory {
    private final DSLContext db;

    RouteHistory(DSLContext db) {
        this.db = db;
    }

    /** @param known when it was written down */
    record Line(Instant from, String name, int stops, String reason, Instant known) {}

    /** As it is known now, the latest first. */
    List<Line> of(RouteId id) {
        var v = ROUTE_VERSION;
        return db.select(v.VALID_FROM, v.NAME, v.STOPS, v.REASON, v.KNOWN_FROM)
                .from(v)
                .where(v.ROUTE.eq(id.number()), v.KNOWN_TO.eq(Dated.FOREVER))
                .orderBy(v.VALID_FROM.desc())
                .fetch(it -> new Line(
                        it.value1(), it.value2(), RouteStop.read(it.value3()).size(), it.value4(), it.value5()));
    }

    /** The one row that the last change closed; null when that was the opening, or itself took something back. */
    @Nullable
    Long beforeLast(RouteId id) {
        var v = ROUTE_VERSION;
        var mine = v.ROUTE.eq(id.number());
        var last = select(max(v.KNOWN_FROM)).from(v).where(mine, v.KNOWN_TO.eq(Dated.FOREVER));
        var closed = db.select(v.ID)
                .from(v)
                .where(mine, v.KNOWN_TO.eq(last))
                .limit(2)
                .fetch(v.ID);
        return closed.size() == 1 ? closed.getFirst() : null;
    }
}
