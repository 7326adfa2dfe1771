package lianxin.territory;

import java.util.List;
import lianxin.TestTown;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.playbook.Playbook;

/** The whole of Jiaxing, its ground and its units, on a database of its own and a clock that is moved. */
public final class Jiaxing extends TestTown {

    public static final Playbook PLAYBOOK = playbook("jiaxing");
    public static final Town TOWN = PLAYBOOK.bind("place.yaml", Town.class);

    public Jiaxing() {
        super(
                PLAYBOOK,
                "2026-03-02T09:00",
                "lianxin.organization",
                "lianxin.territory",
                "lianxin.places",
                "lianxin.routes");
    }

    /** Real divisions and borders, generated grids and buildings, a unit for each area, departments in their lines. */
    public Jiaxing settled() {
        var csv = resource("/divisions/jiaxing.csv");
        var seeds = the(OrganizationRules.class).unitsOf(the(Divisions.class).ofTown(csv));
        the(Units.class).importUnits(seeds, LONG_AGO, "divisions", Actor.SYSTEM);
        var plan = plan();
        var report = the(Surveying.class).importAreas(plan, LONG_AGO, unit("3304"), Actor.SYSTEM);
        if (!report.errors().isEmpty())
            throw new IllegalStateException(report.errors().toString());
        the(Borders.class).importBorders(coverage(), LONG_AGO, unit("3304"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        return this;
    }

    public static List<AreaRow> divisions() {
        return AreaFile.read(resource("/divisions/jiaxing.csv"), TOWN).rows();
    }

    public static Coverage coverage() {
        return Coverage.fromShifted(resource("/geo/jiaxing.geojson"));
    }

    public static List<AreaRow> plan() {
        return CityPlan.of(divisions(), coverage(), TOWN).rows();
    }

    public AreaId area(String code) {
        return the(Areas.class).byCode(code).orElseThrow().id();
    }

    public String unitName(UnitId unit) {
        return the(Trees.class).now().unit(unit).name();
    }

    public Journal journal() {
        return the(Journal.class);
    }
}
