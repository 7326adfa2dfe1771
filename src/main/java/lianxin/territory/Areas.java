package lianxin.territory;

import static lianxin.territory.tables.AreaVersionTable.AREA_VERSION;
import static lianxin.territory.tables.BuildingCodeTable.BUILDING_CODE;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import lianxin.platform.NotFound;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The ground as everybody may ask for it: what an area is called, where it lies, what lies on it — now or on a day. */
@Service
public class Areas {
    private static final int FOUND_AT_ONCE = 50;

    private final Grounds grounds;
    private final Town town;
    private final DSLContext db;
    private final Clock clock;

    Areas(Grounds grounds, Town town, DSLContext db, Clock clock) {
        this.grounds = grounds;
        this.town = town;
        this.db = db;
        this.clock = clock;
    }

    public Area find(AreaId id) {
        return find(id, clock.instant());
    }

    public Area find(AreaId id, Instant at) {
        var area = grounds.now().find(id.number(), Dated.micros(at));
        if (area == null) throw new NotFound(id.ref());
        return area;
    }

    /** Empty when the area was not there then. */
    public Optional<Area> on(AreaId id, Instant at) {
        return Optional.ofNullable(grounds.now().find(id.number(), Dated.micros(at)));
    }

    /** As it was known at one instant that the area was at another: what was printed then was printed so. */
    public Area find(AreaId id, Instant at, Instant known) {
        var v = AREA_VERSION;
        return db.select(v.NAME, v.KIND, v.CODE, v.PARENT, v.LON, v.LAT, v.POINT_GENERATED, v.GENERATED)
                .from(v)
                .where(v.AREA.eq(id.number()), v.VALID_FROM.le(at), v.VALID_TO.gt(at))
                .and(v.KNOWN_FROM.le(known))
                .and(v.KNOWN_TO.gt(known))
                .fetchOptional(row -> new Area(
                        id,
                        row.get(v.NAME),
                        row.get(v.KIND),
                        row.get(v.CODE),
                        row.get(v.PARENT) == null ? null : new AreaId(row.get(v.PARENT)),
                        row.get(v.LON) == null
                                ? null
                                : new Spot(row.get(v.LON), row.get(v.LAT), row.get(v.POINT_GENERATED)),
                        row.get(v.GENERATED)))
                .orElseThrow(() -> new NotFound(id.ref()));
    }

    public Optional<Area> byCode(String code) {
        return Optional.ofNullable(grounds.now().byCode(code, micros()));
    }

    @Nullable
    public Area byCode(String code, Instant at) {
        return grounds.now().byCode(code, Dated.micros(at));
    }

    /** The building whose poster carries the code, however a person typed it in. */
    public Optional<Area> building(String posterCode) {
        var c = BUILDING_CODE;
        var now = clock.instant();
        return PosterCode.read(posterCode)
                .flatMap(code -> db.select(c.AREA)
                        .from(c)
                        .where(c.CODE.eq(code))
                        .and(Dated.validAndKnownNow(c.VALID_FROM, c.VALID_TO, c.KNOWN_TO, now))
                        .fetchOptional(c.AREA))
                .map(number -> grounds.now().find(number, Dated.micros(now)));
    }

    /** What stands on the poster of a building now. */
    public Optional<String> posterCode(AreaId building) {
        var c = BUILDING_CODE;
        return db.select(c.CODE)
                .from(c)
                .where(c.AREA.eq(building.number()))
                .and(Dated.validAndKnownNow(c.VALID_FROM, c.VALID_TO, c.KNOWN_TO, clock.instant()))
                .fetchOptional(c.CODE);
    }

    /** From the city down to the area itself. */
    public List<Area> path(AreaId id) {
        return path(id, clock.instant());
    }

    public List<Area> path(AreaId id, Instant at) {
        var path = grounds.now().path(id.number(), Dated.micros(at));
        if (path.isEmpty()) throw new NotFound(id.ref());
        return path;
    }

    /** All ground it lies in, from the city down to itself, and the estate to which it belongs. */
    public List<Area> around(AreaId id, Instant at) {
        var around = new ArrayList<>(path(id, at));
        estate(id, at).ifPresent(around::add);
        return around;
    }

    /** The area itself or the one around it that is of this level; for the level of estates the one to which it belongs. */
    public Optional<Area> above(AreaId id, String level) {
        return around(id, clock.instant()).stream()
                .filter(it -> it.kind().equals(level))
                .findFirst();
    }

    /** The estate (小区) to which a grid, a micro-grid or a building belongs, by itself or with the ground around it. */
    public Optional<Area> estate(AreaId id, Instant at) {
        return Optional.ofNullable(grounds.now().wholeOf(id.number(), Dated.micros(at)));
    }

    /** What an estate was put together from, by code; empty for any other ground. */
    public List<Area> parts(AreaId id, Instant at) {
        var ground = grounds.now();
        long moment = Dated.micros(at);
        return IntStream.of(ground.parts.of(id.number(), moment))
                .mapToObj(it -> ground.find(it, moment))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Area::code))
                .toList();
    }

    /** The place in words, as one would write it on a letter: 嘉兴市南湖区建设街道百福弄社区 第3网格 第1微网格 2幢. */
    public String address(AreaId id) {
        return address(id, clock.instant());
    }

    public String address(AreaId id, Instant at) {
        var words = new StringBuilder();
        for (var area : path(id, at)) {
            if (area.generated()) words.append(' ');
            words.append(area.name());
        }
        return words.toString();
    }

    public List<Area> children(AreaId id) {
        return children(id, clock.instant());
    }

    public List<Area> children(AreaId id, Instant at) {
        return grounds.now().children(id.number(), Dated.micros(at));
    }

    /** The numbers of the area itself and of all below it; of an estate, of all that belongs to it. */
    public int[] below(AreaId id, Instant at) {
        return grounds.now().below(id.number(), Dated.micros(at));
    }

    /** All areas of a level. */
    public List<Area> ofLevel(String level, Instant at) {
        return grounds.now().ofKind(level, Dated.micros(at));
    }

    /** The cities; in an ordinary installation one. */
    public List<Area> tops() {
        return grounds.now().children(0, micros());
    }

    /** How many areas of each level lie below, or belong to it, from the highest level down; levels with none are left out. */
    public Map<String, Integer> counts(AreaId id) {
        return counts(id, clock.instant());
    }

    public Map<String, Integer> counts(AreaId id, Instant at) {
        var found = grounds.now().countsBelow(id.number(), Dated.micros(at));
        var ordered = new LinkedHashMap<String, Integer>();
        for (var level : town.levels()) {
            var count = found.get(level.key());
            if (count != null) ordered.put(level.key(), count);
        }
        return ordered;
    }

    /** By a part of the name, or the whole code; higher areas first, at most fifty. */
    public List<Area> search(String words, Instant at) {
        var wanted = words.strip();
        return wanted.isEmpty() ? List.of() : grounds.now().search(wanted, Dated.micros(at), FOUND_AT_ONCE);
    }

    private long micros() {
        return Dated.micros(clock.instant());
    }
}
