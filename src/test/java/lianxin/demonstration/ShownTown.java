package lianxin.demonstration;

import java.util.ArrayList;
import java.util.List;
import lianxin.TestTown;
import lianxin.organization.Actor;
import lianxin.organization.AreaSeed;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Units;
import lianxin.territory.AreaId;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.EstateParts;
import lianxin.territory.Estates;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;

/** A street and two counties with villages, small enough for a test, in which parts of the demonstration are shown. */
final class ShownTown extends TestTown {

    private static final List<AreaSeed> AREAS = List.of(
            new AreaSeed("city", "3304", "嘉兴市", null),
            new AreaSeed("county", "330402", "南湖区", "3304"),
            new AreaSeed("county", "330411", "秀洲区", "3304"),
            new AreaSeed("township", "330402005", "东栅街道", "330402"),
            new AreaSeed("township", "330411101", "王江泾镇", "330411"),
            new AreaSeed("community", "330402005001", "云海社区", "330402005"),
            new AreaSeed("community", "330402005201", "东进村", "330402005"),
            new AreaSeed("community", "330411101201", "莲泗荡村", "330411101"),
            new AreaSeed("community", "330411101202", "双桥村", "330411101"),
            new AreaSeed("grid", "330402005001-1", "第1网格", "330402005001"));

    ShownTown() {
        super(
                playbook("jiaxing"),
                "2026-08-01T09:00",
                "lianxin.organization",
                "lianxin.territory",
                "lianxin.places",
                "lianxin.routes",
                "lianxin.bodies",
                "lianxin.demonstration");
        settle();
    }

    private AreaId area(String code) {
        return the(Areas.class).byCode(code).orElseThrow().id();
    }

    private void settle() {
        var rules = the(OrganizationRules.class);
        the(Units.class).importUnits(rules.unitsOf(AREAS), LONG_AGO, "名单", Actor.SYSTEM);
        var rows = new ArrayList<AreaRow>();
        AREAS.forEach(it -> rows.add(new AreaRow(0, it.level(), it.code(), it.name(), it.parentCode(), null, false)));
        the(Surveying.class).importAreas(rows, LONG_AGO, unit("3304"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        var estate = the(Estates.class).found("云海新苑", area("330402005001"), LONG_AGO, Actor.SYSTEM);
        the(EstateParts.class).join(List.of(area("330402005001-1")), estate, LONG_AGO, Actor.SYSTEM);
    }
}
