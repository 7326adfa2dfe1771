package lianxin.organization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lianxin.TestTown;
import lianxin.playbook.Playbook;
import lianxin.territory.AreaRow;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;

/**
 * 㮾梨街道: one working committee, nine villages and communities, 59 grids, and 177 people for its branches. All sums are
 * right; but the branch of one grid was never set up, and another grid has two.
 */
final class Langli extends TestTown {

    static final String STREET = "430121021";
    static final String KIND = "grid-branch";

    /** 花园村第4网格. */
    static final String VACANT = STREET + "203-4";

    /** 梨江社区第2网格. */
    static final String TWICE = STREET + "004-2";

    private static final String[][] COMMUNITIES = {
        {"001", "土岭社区", "7"},
        {"002", "陶公庙社区", "7"},
        {"003", "檀木桥社区", "7"},
        {"004", "梨江社区", "7"},
        {"005", "保家社区", "7"},
        {"201", "龙华村", "6"},
        {"202", "金托村", "6"},
        {"203", "花园村", "6"},
        {"204", "大元村", "6"},
    };

    Langli() {
        super(playbook(), "2026-03-02T09:00", "lianxin.organization", "lianxin.territory", "lianxin.places");
    }

    private static Playbook playbook() {
        try {
            var folder = Files.createTempDirectory("langli");
            for (var from : List.of(Path.of("playbooks/jiaxing"), Path.of("src/test/resources/playbooks/langli"))) {
                try (var files = Files.list(from)) {
                    for (var file : files.toList()) Files.write(folder.resolve(file.getFileName()), read(file));
                }
            }
            return playbook(folder.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    Langli settled() {
        var areas = areas();
        var withUnits = areas.stream().filter(it -> !it.code().equals(VACANT)).toList();
        the(Units.class).importUnits(the(OrganizationRules.class).unitsOf(withUnits), LONG_AGO, "名单", Actor.SYSTEM);
        the(Surveying.class)
                .importAreas(
                        areas.stream()
                                .map(it ->
                                        new AreaRow(0, it.level(), it.code(), it.name(), it.parentCode(), null, false))
                                .toList(),
                        LONG_AGO,
                        unit("4301"),
                        Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        set(TWICE, "梨江社区第2网格第二党支部", TWICE + "-grid-branch-2");
        for (var branch : branches()) staff(branch.id());
        return this;
    }

    private static List<AreaSeed> areas() {
        var areas = new ArrayList<AreaSeed>();
        areas.add(new AreaSeed("city", "4301", "长沙市", null));
        areas.add(new AreaSeed("county", "430121", "长沙县", "4301"));
        areas.add(new AreaSeed("township", STREET, "㮾梨街道", "430121"));
        for (var it : COMMUNITIES) {
            areas.add(new AreaSeed("community", STREET + it[0], it[1], STREET));
            for (var grid = 1; grid <= Integer.parseInt(it[2]); grid++)
                areas.add(new AreaSeed("grid", STREET + it[0] + "-" + grid, it[1] + "第" + grid + "网格", STREET + it[0]));
        }
        return areas;
    }

    /** A further branch beside the grid. */
    UnitId set(String grid, String name, String code) {
        var community = grid.substring(0, grid.indexOf('-'));
        var kind = community.compareTo(STREET + "200") < 0 ? "community-party-committee" : "general-branch";
        var superior = unit(OrganizationRules.codeOf(community, kind));
        return the(Units.class)
                .create(
                        new Units.NewUnit(name, KIND, "grid", code, unit(community), superior),
                        clock.instant(),
                        "设立",
                        Actor.SYSTEM);
    }

    /** An instructor, an inspector and one information officer. */
    void staff(UnitId branch) {
        var roles = List.of("party-building-instructor", "grid-inspector", "group-head");
        var people = the(Posts.class).register(List.of("钱小满", "林小树", "周小禾"), true, Actor.SYSTEM);
        var seats = new ArrayList<Posts.Seat>();
        for (var i = 0; i < roles.size(); i++)
            seats.add(new Posts.Seat(people.get(i), branch, roles.get(i), clock.instant(), null));
        the(Posts.class).fillAll(seats, "配备", Actor.SYSTEM);
    }

    List<Unit> branches() {
        return of(KIND);
    }

    List<Unit> of(String... kinds) {
        var found = new ArrayList<Unit>();
        the(Trees.class).now().each(it -> {
            if (List.of(kinds).contains(it.kind())) found.add(it);
        });
        return found;
    }
}
