package lianxin.territory;

import static lianxin.territory.tables.AreaUnitTable.AREA_UNIT;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lianxin.facts.Ref;
import lianxin.organization.Places;
import lianxin.organization.Succession;
import lianxin.organization.UnitEnding;
import lianxin.organization.UnitId;
import lianxin.platform.NotFound;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A unit that ends answers for no ground any more; its successors do, from the same moment. */
@Component
class GroundHandOver implements UnitEnding, Places {
    private final Grounds grounds;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Editions editions;
    private final Dated dated;
    private final AreaCopy copy;
    private final DSLContext db;
    private final Clock clock;

    GroundHandOver(
            Grounds grounds,
            Areas areas,
            Responsibilities responsibilities,
            Editions editions,
            Dated dated,
            AreaCopy copy,
            DSLContext db,
            Clock clock) {
        this.grounds = grounds;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.editions = editions;
        this.dated = dated;
        this.copy = copy;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String held() {
        return "territory.held";
    }

    @Override
    public Map<UnitId, Integer> shares(Succession it) {
        var shares = new HashMap<UnitId, Integer>();
        going(it).forEach((area, heir) -> shares.merge(heir, 1, Integer::sum));
        unassigned(it).forEach(one -> shares.merge(one.unit(), 1, Integer::sum));
        return shares;
    }

    @Override
    @Transactional
    public void handOver(Succession it) {
        var going = going(it);
        var fresh = unassigned(it);
        if (going.isEmpty() && fresh.isEmpty()) return;
        editions.raise();
        going.forEach((area, heir) -> dated.changeAll(
                AREA_UNIT,
                held(it).and(AREA_UNIT.AREA.eq(area)),
                Map.of(AREA_UNIT.UNIT, heir.number()),
                it.at(),
                clock.instant()));
        copy.assignments(fresh, it.at(), clock.instant());
    }

    /** Areas somebody else answers for from the moment on, by their number. */
    private Map<Integer, UnitId> going(Succession it) {
        var going = new HashMap<Integer, UnitId>();
        db.selectDistinct(AREA_UNIT.AREA)
                .from(AREA_UNIT)
                .where(held(it), AREA_UNIT.VALID_TO.gt(it.at()))
                .fetch(AREA_UNIT.AREA)
                .forEach(area -> going.put(area, it.heirOf(new AreaId(area).ref())));
        going.values().removeIf(it.from()::equals);
        return going;
    }

    private static Condition held(Succession it) {
        return AREA_UNIT.UNIT.eq(it.from().number()).and(AREA_UNIT.KNOWN_TO.eq(Dated.FOREVER));
    }

    /** Parts of the ground that go to somebody and had nobody of their own, because the unit answered for what lies above. */
    private List<Responsibilities.Assignment> unassigned(Succession it) {
        var fresh = new ArrayList<Responsibilities.Assignment>();
        it.parts().forEach((part, heir) -> {
            if (!part.kind().equals(AreaId.KIND)) return;
            var area = AreaId.of(part);
            var own = db.fetchExists(
                    AREA_UNIT,
                    AREA_UNIT.AREA.eq(area.number()),
                    AREA_UNIT.LINE.isNull(),
                    AREA_UNIT.KNOWN_TO.eq(Dated.FOREVER),
                    AREA_UNIT.VALID_TO.gt(it.at()));
            if (!own) fresh.add(new Responsibilities.Assignment(area, null, heir));
        });
        return fresh;
    }

    @Override
    public Optional<Ref> nearest(Ref place, Set<Ref> among, Instant at) {
        if (!place.kind().equals(AreaId.KIND)) return Optional.empty();
        var path = grounds.now().path(AreaId.of(place).number(), Dated.micros(at));
        return path.reversed().stream()
                .map(area -> area.id().ref())
                .filter(among::contains)
                .findFirst();
    }

    @Override
    public Optional<UnitId> answering(Ref place, Instant at) {
        if (!place.kind().equals(AreaId.KIND)) return Optional.empty();
        try {
            return Optional.of(responsibilities.responsible(AreaId.of(place), "", at));
        } catch (NotFound nowhere) {
            return Optional.empty();
        }
    }

    @Override
    public List<Ref> answeredBy(UnitId unit, Instant at) {
        return own(unit, at).stream().map(it -> new AreaId(it).ref()).toList();
    }

    @Override
    public List<Ground> groundOf(UnitId unit, Instant at) {
        var found = new ArrayList<Ground>();
        for (var number : own(unit, at)) {
            for (var area : areas.children(new AreaId(number), at)) {
                if (responsibilities.responsible(area.id(), "", at).equals(unit))
                    found.add(new Ground(area.id().ref(), area.code(), area.name()));
            }
        }
        return found;
    }

    @Override
    public Sites sites(String level, Instant at) {
        var ground = grounds.now();
        long moment = Dated.micros(at);
        var sites = new ArrayList<Site>();
        for (var area : ground.ofKind(level, moment)) {
            var path =
                    ground.path(area.id().number(), moment).reversed().stream().map(Area::code);
            sites.add(new Site(
                    area.id().ref(),
                    area.code(),
                    area.name(),
                    path.skip(1).toList(),
                    areas.parts(area.id(), at).stream().map(Area::code).toList()));
        }
        sites.sort(Comparator.comparing(Site::code));
        return new Sites(sites, Dated.instant(ground.nextChange(moment)));
    }

    @Override
    public Instant nextChange(Instant at) {
        return Dated.instant(grounds.now().nextChange(Dated.micros(at)));
    }

    @Override
    public Object edition() {
        return grounds.now();
    }

    private List<Integer> own(UnitId unit, Instant at) {
        return db
                .selectDistinct(AREA_UNIT.AREA)
                .from(AREA_UNIT)
                .where(AREA_UNIT.UNIT.eq(unit.number()), AREA_UNIT.LINE.isNull())
                .and(Dated.validAndKnownNow(AREA_UNIT.VALID_FROM, AREA_UNIT.VALID_TO, AREA_UNIT.KNOWN_TO, at))
                .fetch(AREA_UNIT.AREA)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
