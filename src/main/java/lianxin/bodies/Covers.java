package lianxin.bodies;

import static lianxin.bodies.tables.BodyTable.BODY;
import static lianxin.bodies.tables.BodyVersionTable.BODY_VERSION;
import static lianxin.bodies.tables.CoverTable.COVER;
import static lianxin.bodies.tables.IncomeRatioTable.INCOME_RATIO;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Dated;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which areas joint bodies cover, whether all are covered that must be, and the income ratio of where they work. */
@Service
public class Covers {

    private static final int LONGEST_SOURCE = 120;
    private static final BigDecimal MOST = new BigDecimal("100");

    private final BodyGuard guard;
    private final BodyRules rules;
    private final Areas areas;
    private final Dated dated;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Covers(BodyGuard guard, BodyRules rules, Areas areas, Dated dated, Journal journal, DSLContext db, Clock clock) {
        this.guard = guard;
        this.rules = rules;
        this.areas = areas;
        this.dated = dated;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** One figure of a day, with who published it. */
    record Income(LocalDate day, BigDecimal ratio, String source) {}

    /** A body that covers an area, as much as a list shows of it. */
    record By(BodyId id, String name) {}

    @Transactional
    public void cover(BodyId id, AreaId area, Instant from, Actor by) {
        coverAll(id, List.of(area), from, by);
    }

    /** Many areas in one go; of a town or a county all in it that must be covered, but for those that are. */
    @Transactional
    public void coverAll(BodyId id, Collection<AreaId> asked, Instant from, Actor by) {
        var body = guard.running(id, by);
        if (!guard.kind(body).covers()) throw new RuleBroken("bodies.covers-nothing");
        var all = new LinkedHashSet<AreaId>();
        for (var area : asked) all.addAll(coverable(area, from));
        all.removeAll(of(id, from));
        if (all.isEmpty()) throw new RuleBroken("bodies.covered-already");
        var now = clock.instant();
        var rows = db.insertInto(
                COVER, COVER.BODY, COVER.AREA, COVER.VALID_FROM, COVER.VALID_TO, COVER.KNOWN_FROM, COVER.KNOWN_TO);
        var facts = new ArrayList<Journal.Told>();
        for (var area : all) {
            rows = rows.values(val(id.number()), val(area.number()), val(from), Dated.FOREVER, val(now), Dated.FOREVER);
            facts.add(new Journal.Told(new BodyFact.Covered(id, body.lead(), area, from), now));
        }
        rows.execute();
        journal.recordAll(facts, body.area().ref(), by.ref());
    }

    /** Itself on the level that the playbook asks for; else what lies in it there. */
    private List<AreaId> coverable(AreaId id, Instant at) {
        var area = areas.find(id, at);
        var wanted = rules.coverage();
        if (wanted == null || wanted.level().equals(area.kind())) return List.of(id);
        var inside = IntStream.of(areas.below(id, at))
                .mapToObj(number -> areas.find(new AreaId(number), at))
                .filter(it -> wanted.wants(it.kind(), it.name()))
                .map(Area::id)
                .toList();
        if (inside.isEmpty()) throw new RuleBroken("bodies.nothing-to-cover", area.name());
        return inside;
    }

    @Transactional
    public void uncover(BodyId id, AreaId area, Instant at, Actor by) {
        var body = guard.running(id, by);
        var cover = COVER.BODY.eq(id.number()).and(COVER.AREA.eq(area.number()));
        if (dated.endAll(COVER, cover, at, clock.instant()) == 0) throw new NotFound(area.ref());
        record(new BodyFact.CoveredNoMore(id, body.lead(), area, at), area, by);
    }

    @Transactional
    public void recordIncome(BodyId id, LocalDate day, BigDecimal ratio, String source, Actor by) {
        var body = guard.running(id, by);
        if (!guard.kind(body).incomeRatio()) throw new RuleBroken("bodies.no-income");
        if (ratio.signum() <= 0 || ratio.compareTo(MOST) > 0 || ratio.scale() > 2)
            throw new RuleBroken("bodies.wrong.ratio");
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone())))
            throw new RuleBroken("bodies.income-tomorrow");
        db.insertInto(INCOME_RATIO)
                .set(INCOME_RATIO.BODY, id.number())
                .set(INCOME_RATIO.DAY, day)
                .set(INCOME_RATIO.RATIO, ratio)
                .set(INCOME_RATIO.SOURCE, BodyGuard.words(source, LONGEST_SOURCE, "bodies.wrong.source"))
                .set(INCOME_RATIO.KNOWN_FROM, clock.instant())
                .execute();
        record(new BodyFact.IncomeRecorded(id, body.lead(), ratio), body.area(), by);
    }

    /** The newest first; of one day the one recorded last. */
    List<Income> income(BodyId id, LocalDate until) {
        var i = INCOME_RATIO;
        return db.select(i.DAY, i.RATIO, i.SOURCE)
                .distinctOn(i.DAY)
                .from(i)
                .where(i.BODY.eq(id.number()), i.DAY.le(until))
                .orderBy(i.DAY.desc(), i.ID.desc())
                .fetch(it -> new Income(it.value1(), it.value2(), it.value3()));
    }

    List<AreaId> of(BodyId id, Instant at) {
        return db.select(COVER.AREA)
                .from(COVER)
                .where(COVER.BODY.eq(id.number()))
                .and(Dated.validAndKnownNow(COVER.VALID_FROM, COVER.VALID_TO, COVER.KNOWN_TO, at))
                .orderBy(COVER.AREA)
                .fetch(it -> new AreaId(it.value1()));
    }

    /** Held against all areas inside that must be covered; empty where the playbook asks for none. */
    Optional<SetCover> check(AreaId inside, Instant at) {
        var wanted = rules.coverage();
        if (wanted == null) return Optional.empty();
        var covered = coveredBy(wanted.kind(), at);
        var all = new LinkedHashMap<AreaId, List<By>>();
        for (int number : areas.below(inside, at)) {
            var area = areas.find(new AreaId(number), at);
            if (!wanted.wants(area.kind(), area.name())) continue;
            all.put(area.id(), covered.getOrDefault(area.id(), List.of()));
        }
        return Optional.of(SetCover.of(all));
    }

    private Map<AreaId, List<By>> coveredBy(String kind, Instant at) {
        var v = BODY_VERSION;
        var found = new LinkedHashMap<AreaId, List<By>>();
        db.select(COVER.AREA, v.BODY, v.NAME)
                .from(COVER)
                .join(v)
                .on(v.BODY.eq(COVER.BODY))
                .join(BODY)
                .on(BODY.NUMBER.eq(v.BODY))
                .where(BODY.KIND.eq(kind), v.STATUS.eq(BodyStatus.ACTIVE.key()))
                .and(Dated.validAndKnownNow(v.VALID_FROM, v.VALID_TO, v.KNOWN_TO, at))
                .and(Dated.validAndKnownNow(COVER.VALID_FROM, COVER.VALID_TO, COVER.KNOWN_TO, at))
                .orderBy(COVER.AREA, v.BODY)
                .forEach(it -> found.computeIfAbsent(new AreaId(it.value1()), none -> new ArrayList<>())
                        .add(new By(new BodyId(it.value2()), it.value3())));
        return found;
    }

    private void record(BodyFact fact, AreaId area, Actor by) {
        journal.record(fact, area.ref(), by.ref(), clock.instant());
    }
}
