package lianxin.demonstration;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lianxin.bodies.Bodies;
import lianxin.bodies.Bodies.Charter;
import lianxin.bodies.Covers;
import lianxin.bodies.Draft;
import lianxin.bodies.Part;
import lianxin.bodies.Undertakings;
import lianxin.organization.Actor;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.springframework.stereotype.Component;

/** Two alliances, each over a county: one covers every village, the other leaves one out for the coverage check to find. */
@Component
class ShownAlliances {

    private static final String REASON = "演示：虚构的联盟";
    private static final List<String> MODES = List.of("strong-village", "industry-cluster");

    private final Bodies bodies;
    private final Undertakings undertakings;
    private final Covers covers;
    private final Areas areas;
    private final Units units;
    private final Clock clock;

    ShownAlliances(Bodies bodies, Undertakings undertakings, Covers covers, Areas areas, Units units, Clock clock) {
        this.bodies = bodies;
        this.undertakings = undertakings;
        this.covers = covers;
        this.areas = areas;
        this.units = units;
        this.clock = clock;
    }

    /** In the counties with the fewest villages. */
    void found(Instant from) {
        var counties = areas.children(areas.tops().getFirst().id()).stream()
                .filter(it -> !villages(it).isEmpty())
                .sorted(Comparator.comparingInt(it -> villages(it).size()))
                .limit(MODES.size())
                .toList();
        for (int i = 0; i < counties.size(); i++) found(counties.get(i), i, from);
    }

    private void found(Area county, int number, Instant from) {
        var today = LocalDate.ofInstant(from, clock.getZone());
        var lead = unit(county);
        var charter = new Charter(
                "alliance", county.name() + "全域党建联盟", lead, county.id(), null, MODES.get(number), "", null, null);
        var alliance = bodies.found(charter, from, REASON, Actor.SYSTEM);
        var villages = villages(county);
        areas.children(county.id()).stream()
                .limit(4)
                .forEach(it -> bodies.admit(alliance, unit(it), "member", from, REASON, Actor.SYSTEM));
        covers.coverAll(alliance, villages.subList(number, villages.size()), from, Actor.SYSTEM);
        covers.recordIncome(alliance, today.withDayOfYear(1), new BigDecimal("1.64"), "示例统计公报", Actor.SYSTEM);
        undertakings.plan(
                alliance, new Draft(Part.PROJECT, "共富工坊", lead, today.plusDays(45 + 100L * number)), Actor.SYSTEM);
    }

    private List<AreaId> villages(Area county) {
        var found = new ArrayList<AreaId>();
        for (var town : areas.children(county.id()))
            for (var it : areas.children(town.id())) if (it.name().endsWith("村")) found.add(it.id());
        return found;
    }

    private UnitId unit(Area area) {
        return units.byCode(area.code()).map(Unit::id).orElseThrow();
    }
}
