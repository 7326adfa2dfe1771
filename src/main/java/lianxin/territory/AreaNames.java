package lianxin.territory;

import static lianxin.territory.tables.AreaNameTable.AREA_NAME;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Other names of areas: what they were called, what people call them, the estate on them. By each an address still arrives. */
@Service
public class AreaNames {
    private static final int LONGEST = 60;

    private final Editions editions;
    private final Dated dated;
    private final Responsibilities responsibilities;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    AreaNames(
            Editions editions,
            Dated dated,
            Responsibilities responsibilities,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.editions = editions;
        this.dated = dated;
        this.responsibilities = responsibilities;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    public enum Kind {
        /** What it was officially called before this system knew it. */
        FORMER,
        /** What people say. */
        ALIAS,
        /** The name of the estate that stands there. */
        ESTATE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Known(AreaId area, String name, Kind kind, long from, long to) {}

    @Transactional
    public void add(AreaId area, String name, Kind kind, Instant from, Actor by) {
        var unit = responsibilities.managed(area, from, by);
        var said = name.strip();
        if (said.length() < 2 || said.length() > LONGEST) throw new RuleBroken("territory.name.length", LONGEST);
        editions.raise();
        var n = AREA_NAME;
        var there = db.fetchExists(
                n, n.AREA.eq(area.number()), n.NAME.eq(said), n.KNOWN_TO.eq(Dated.FOREVER), n.VALID_TO.gt(from));
        if (there) throw new RuleBroken("territory.name.there", said);
        db.insertInto(n)
                .set(n.AREA, area.number())
                .set(n.NAME, said)
                .set(n.KIND, kind.key())
                .set(n.VALID_FROM, from)
                .set(n.VALID_TO, Dated.FOREVER)
                .set(n.KNOWN_FROM, clock.instant())
                .set(n.KNOWN_TO, Dated.FOREVER)
                .execute();
        journal.record(new AreaFact.NameAdded(area, unit, kind, from), area.ref(), by.ref(), clock.instant());
    }

    /** Nobody is to be led here by this name any more. */
    @Transactional
    public void end(AreaId area, String name, Instant at, Actor by) {
        var unit = responsibilities.managed(area, at, by);
        editions.raise();
        var n = AREA_NAME;
        dated.end(n, n.AREA.eq(area.number()).and(n.NAME.eq(name)), at, clock.instant());
        journal.record(new AreaFact.NameEnded(area, unit, at), area.ref(), by.ref(), clock.instant());
    }

    List<Known> all() {
        var n = AREA_NAME;
        return db.select(n.AREA, n.NAME, n.KIND, Dated.micros(n.VALID_FROM), Dated.micros(n.VALID_TO))
                .from(n)
                .where(n.KNOWN_TO.eq(Dated.FOREVER))
                .orderBy(n.AREA, n.NAME)
                .fetch(row -> new Known(
                        new AreaId(row.value1()),
                        row.value2(),
                        Kind.valueOf(row.value3().toUpperCase(Locale.ROOT)),
                        row.value4(),
                        row.value5()));
    }

    /** Those of the moment in which the words occur. */
    List<Known> like(String words, Instant at) {
        long moment = Dated.micros(at);
        return all().stream()
                .filter(it -> it.name.contains(words) && it.from <= moment && moment < it.to)
                .toList();
    }

    List<Known> of(AreaId area, Instant at) {
        long moment = Dated.micros(at);
        return all().stream()
                .filter(it -> it.area.equals(area) && it.from <= moment && moment < it.to)
                .toList();
    }
}
