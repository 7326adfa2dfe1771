package lianxin.territory;

import static lianxin.territory.tables.BuildingCodeTable.BUILDING_CODE;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** The code behind which something is reported about an area; buildings have one from the beginning. */
@Service
public class Posters {
    private final AreaCopy copy;
    private final DSLContext db;
    private final Clock clock;

    Posters(AreaCopy copy, DSLContext db, Clock clock) {
        this.copy = copy;
        this.db = db;
        this.clock = clock;
    }

    /** Gives a code to each of the areas that has none yet. */
    public void ensure(Collection<AreaId> areas, Instant from) {
        var c = BUILDING_CODE;
        var wanted = areas.stream().map(AreaId::number).collect(Collectors.toSet());
        wanted.removeAll(db.select(c.AREA)
                .from(c)
                .where(c.AREA.in(wanted), c.KNOWN_TO.eq(Dated.FOREVER), c.VALID_TO.eq(Dated.FOREVER))
                .fetchSet(c.AREA));
        if (!wanted.isEmpty()) copy.posters(wanted, from, clock.instant());
    }
}
