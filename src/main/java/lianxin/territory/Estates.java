package lianxin.territory;

import static java.util.Objects.requireNonNull;
import static lianxin.territory.tables.AreaPartTable.AREA_PART;
import static lianxin.territory.tables.AreaVersionTable.AREA_VERSION;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of residential estates (小区): where people say they live. An estate lies in a community, is made of parts of its ground
 * and answers for nothing: whose building it is, its grid says.
 */
@Service
@Transactional
public class Estates {
    private static final int LONGEST = 60;
    private static final Condition OPEN =
            AREA_VERSION.KNOWN_TO.eq(Dated.FOREVER).and(AREA_VERSION.VALID_TO.eq(Dated.FOREVER));

    private final Grounds grounds;
    private final Editions editions;
    private final Dated dated;
    private final Responsibilities responsibilities;
    private final Borders borders;
    private final AreaCopy copy;
    private final List<AreaUse> uses;
    private final Town town;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Estates(
            Grounds grounds,
            Editions editions,
            Dated dated,
            Responsibilities responsibilities,
            Borders borders,
            AreaCopy copy,
            List<AreaUse> uses,
            Town town,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.grounds = grounds;
        this.editions = editions;
        this.dated = dated;
        this.responsibilities = responsibilities;
        this.borders = borders;
        this.copy = copy;
        this.uses = uses;
        this.town = town;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /**
     * A new estate, of which nothing is a part yet.
     *
     * @param in the ground around it: a community, or the street where it reaches over several
     */
    public AreaId found(String name, AreaId in, Instant from, Actor by) {
        var unit = responsibilities.managed(in, from, by);
        var level = town.wholes();
        var around = here(in, from);
        if (level == null || !town.mayLieIn(level.key(), around.kind()))
            throw new RuleBroken("territory.estate.not-here", around.name());
        var said = named(name, around, from);
        editions.raise();
        var row = new AreaRow(0, level.key(), freeCode(around.code(), from), said, around.code(), null, false);
        var numbers = new HashMap<>(Map.of(around.code(), in.number()));
        int number = copy.numbers(1)[0];
        numbers.put(row.code(), number);
        copy.areas(List.of(row), numbers, null, from, clock.instant());
        var id = new AreaId(number);
        record(new AreaFact.EstateFounded(id, unit, from), by);
        return id;
    }

    private String named(String name, Area around, Instant at) {
        var said = name.strip();
        if (said.length() < 2 || said.length() > LONGEST) throw new RuleBroken("territory.name.length", LONGEST);
        for (var it : grounds.now().children(around.id().number(), Dated.micros(at)))
            if (it.name().equals(said)) throw new RuleBroken("territory.estate.there", around.name(), said);
        return said;
    }

    private String freeCode(String above, Instant at) {
        for (int n = 1; ; n++) {
            var code = "%s-E%02d".formatted(above, n);
            if (grounds.now().byCode(code, Dated.micros(at)) == null
                    && !db.fetchExists(AREA_VERSION, AREA_VERSION.CODE.eq(code), OPEN)) return code;
        }
    }

    /**
     * Pulled down or given up: what belonged to it stays where it lies. Refused while something of its own stands on it.
     *
     * @return the ground around it
     */
    public AreaId end(AreaId estate, Instant at, Actor by) {
        var unit = responsibilities.managed(estate, at, by);
        var area = here(estate, at);
        if (town.madeOf(area.kind()).isEmpty()) throw new RuleBroken("territory.part.not-made-of-parts", area.name());
        for (var use : uses) {
            var on = use.on(new Integer[] {estate.number()});
            if (on.isPresent())
                throw new RuleBroken(on.get().key(), on.get().details().toArray());
        }
        editions.raise();
        borders.end(area, at);
        dated.endAll(AREA_PART, AREA_PART.WHOLE.eq(estate.number()), at, clock.instant());
        dated.end(AREA_VERSION, AREA_VERSION.AREA.eq(estate.number()), at, clock.instant());
        record(new AreaFact.EstateEnded(estate, unit, at), by);
        return requireNonNull(area.parent());
    }

    private Area here(AreaId id, Instant at) {
        var area = grounds.now().find(id.number(), Dated.micros(at));
        if (area == null) throw new NotFound(id.ref());
        return area;
    }

    private void record(AreaFact fact, Actor by) {
        journal.record(fact, fact.id().ref(), by.ref(), clock.instant());
    }
}
