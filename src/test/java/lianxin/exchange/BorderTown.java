package lianxin.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.TestTown;
import lianxin.cases.CaseFact;
import lianxin.cases.CaseId;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.territory.AreaFile;
import lianxin.territory.AreaRow;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import lianxin.territory.Town;
import org.jooq.DSLContext;

/** 临江 and the hotline of the province, which sends it matters. */
final class BorderTown extends TestTown {

    static final String YARD = "990101001001-1-1-1";

    final UnitId community;
    final UnitId street;
    final UnitId county;
    private final Map<String, Actor> posts = new HashMap<>();

    BorderTown() {
        super(
                playbook("src/test/resources/playbooks/linjiang"),
                "2026-03-02T10:00",
                "lianxin.organization",
                "lianxin.territory",
                "lianxin.cases",
                "lianxin.exchange");
        var csv = resource("/playbooks/linjiang/divisions.csv");
        var units = the(OrganizationRules.class).unitsOf(the(Divisions.class).ofTown(csv));
        the(Units.class).importUnits(units, LONG_AGO, "divisions", Actor.SYSTEM);
        var rows = new ArrayList<>(AreaFile.read(csv, the(Town.class)).rows());
        rows.add(new AreaRow(0, "grid", "990101001001-1", "1号片区", "990101001001", null, true));
        rows.add(new AreaRow(0, "microgrid", "990101001001-1-1", "1组", "990101001001-1", null, true));
        rows.add(new AreaRow(0, "building", YARD, "1号院", "990101001001-1-1", null, true));
        the(Surveying.class).importAreas(rows, LONG_AGO, unit("990101"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        community = unit("990101001001");
        street = unit("990101001");
        county = unit("990101");
    }

    Actor holding(String role, UnitId unit) {
        return posts.computeIfAbsent(role + unit, key -> {
            var person = the(Posts.class)
                    .register(List.of("钱小满"), true, Actor.SYSTEM)
                    .getFirst();
            the(Posts.class).fill(new Posts.Seat(person, unit, role, LONG_AGO, null), "test", Actor.SYSTEM);
            return the(Actors.class).of(person);
        });
    }

    List<CaseFact> facts(CaseId id) {
        return the(Journal.class).about(id.ref()).stream()
                .map(it -> (CaseFact) it.fact())
                .toList();
    }

    /** Until nobody in the whole server still writes what began before. */
    void untilAllIsBelowTheHorizon() {
        var sql = the(DSLContext.class);
        var now = sql.fetchSingle("SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint)")
                .get(0, Long.class);
        while (sql.fetchSingle("SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)")
                        .get(0, Long.class)
                < now) Thread.onSpinWait();
    }
}
