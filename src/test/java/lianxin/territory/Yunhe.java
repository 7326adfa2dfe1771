package lianxin.territory;

import java.util.ArrayList;
import java.util.List;
import lianxin.TestTown;
import lianxin.organization.Actor;
import lianxin.organization.AreaSeed;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Units;

/** 运河社区 in 王江泾镇, two grids of two micro-grids of three buildings, and 荷花社区 beside it with one grid; no estates yet. */
public final class Yunhe extends TestTown {
    public static final String TOWN = "330411101";
    public static final String YUNHE = TOWN + "001";
    public static final String HEHUA = TOWN + "002";

    public Yunhe() {
        super(playbook("jiaxing"), "2026-03-02T09:00", "lianxin.organization", "lianxin.territory", "lianxin.places");
    }

    /** @param branches levels on whose ground Party bodies stand from the beginning */
    public Yunhe settled(List<String> branches) {
        var seeds = new ArrayList<AreaSeed>();
        seeds.add(new AreaSeed("city", "3304", "嘉兴市", null));
        seeds.add(new AreaSeed("county", "330411", "秀洲区", "3304"));
        seeds.add(new AreaSeed("township", TOWN, "王江泾镇", "330411"));
        seeds.add(new AreaSeed("community", YUNHE, "运河社区", TOWN));
        seeds.add(new AreaSeed("community", HEHUA, "荷花社区", TOWN));
        for (var grid : List.of(YUNHE + "-01", YUNHE + "-02", HEHUA + "-01")) {
            seeds.add(new AreaSeed("grid", grid, "第" + number(grid) + "网格", grid.substring(0, grid.length() - 3)));
            for (int micro = 1; micro <= 2; micro++) {
                var code = grid + "-0" + micro;
                seeds.add(new AreaSeed("microgrid", code, "第" + micro + "微网格", grid));
                for (int building = 1; building <= 3; building++)
                    seeds.add(new AreaSeed("building", code + "-0" + building, (3 * micro - 3 + building) + "幢", code));
            }
        }
        var bodies = seeds.stream()
                .filter(it ->
                        !List.of("grid", "microgrid", "building").contains(it.level()) || branches.contains(it.level()))
                .toList();
        the(Units.class).importUnits(the(OrganizationRules.class).unitsOf(bodies), LONG_AGO, "名单", Actor.SYSTEM);
        var rows = seeds.stream()
                .map(it -> new AreaRow(0, it.level(), it.code(), it.name(), it.parentCode(), null, false))
                .toList();
        the(Surveying.class).importAreas(rows, LONG_AGO, unit("3304"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        return this;
    }

    private static String number(String code) {
        return code.substring(code.length() - 1);
    }

    public AreaId area(String code) {
        return the(Areas.class).byCode(code).orElseThrow().id();
    }

    /** An estate from long ago on, made of the ground with these codes. */
    public AreaId estate(String name, String in, String... parts) {
        var estate = the(Estates.class).found(name, area(in), LONG_AGO, Actor.SYSTEM);
        var made = List.of(parts).stream().map(this::area).toList();
        if (!made.isEmpty()) the(EstateParts.class).join(made, estate, LONG_AGO, Actor.SYSTEM);
        return estate;
    }
}
