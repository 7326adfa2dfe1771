package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.territory.AreaFigures;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How many cases are open on a grid: for readers of the units that hold them, and for nobody else. */
@Component
class CasesOnTheGround implements AreaFigures {
    private final Areas areas;
    private final DSLContext db;

    CasesOnTheGround(Areas areas, DSLContext db) {
        this.areas = areas;
        this.db = db;
    }

    @Override
    public List<Figure> of(AreaId area, Instant at, Actor reader) {
        var units = reader.where(May.READ);
        if (units.length == 0) return List.of();
        var c = CASE_FILE;
        var places = areas.below(area, at);
        int open = db.fetchCount(
                c,
                c.PLACE.eq(any(boxed(places))),
                c.STAGE.in("REPORTED", "DISPATCHED"),
                c.HOLDER.eq(any(boxed(units))));
        return List.of(new Figure("cases.on-the-ground", open, "/cases"));
    }

    private static Integer[] boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }
}
