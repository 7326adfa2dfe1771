package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static org.jooq.impl.DSL.any;

import java.time.Duration;
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

/** How much was put right on the spot on a grid lately, and the way to record more: for those who handle matters. */
@Component
class SelfHandledOnTheGround implements AreaFigures {

    private static final Duration LATELY = Duration.ofDays(30);

    private final Areas areas;
    private final DSLContext db;

    SelfHandledOnTheGround(Areas areas, DSLContext db) {
        this.areas = areas;
        this.db = db;
    }

    @Override
    public List<Figure> of(AreaId area, Instant at, Actor reader) {
        var units = Arrays.stream(reader.where(May.HANDLE)).boxed().toArray(Integer[]::new);
        if (units.length == 0) return List.of();
        var places = Arrays.stream(areas.below(area, at)).boxed().toArray(Integer[]::new);
        int lately = db.fetchCount(
                CASE_FILE,
                CASE_FILE.PLACE.eq(any(places)),
                CASE_FILE.REPORTED_AT.between(at.minus(LATELY), at),
                CASE_FILE.OUTCOME.eq(Outcome.selfHandled.name()),
                CASE_FILE.HOLDER.eq(any(units)));
        return List.of(new Figure("endings.self.on-the-ground", lately, "/self-handled?at=" + area.number()));
    }
}
