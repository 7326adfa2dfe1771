package lianxin.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.AreaSeed;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Unit;
import lianxin.organization.UnitSeed;
import lianxin.organization.Units;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaFile;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.Borders;
import lianxin.territory.CityPlan;
import lianxin.territory.EstateParts;
import lianxin.territory.Founding;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import lianxin.territory.Town;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lays the city out: the real divisions with their units, borders and departments; grids, micro-grids and buildings that
 * are made up below them. In one street the Party's bodies go down to the last of their five levels, to be seen.
 */
@Component
class City {

    private static final String REASON = "演示城市初始化";

    /** The grid for which nobody set up a branch. */
    private static final int FORGOTTEN = 9;

    private final Founding founding;
    private final Town town;
    private final Divisions divisions;
    private final OrganizationRules rules;
    private final Units units;
    private final Surveying surveying;
    private final Borders borders;
    private final Responsibilities responsibilities;
    private final Areas areas;
    private final EstateParts estateParts;
    private final ShownGrids shownGrids;
    private final ShownPlaces shownPlaces;
    private final ShownUpgrades shownUpgrades;
    private final ShownRoutes shownRoutes;
    private final TransactionTemplate transaction;

    City(
            Founding founding,
            Town town,
            Divisions divisions,
            OrganizationRules rules,
            Units units,
            Surveying surveying,
            Borders borders,
            Responsibilities responsibilities,
            Areas areas,
            EstateParts estateParts,
            ShownGrids shownGrids,
            ShownPlaces shownPlaces,
            ShownUpgrades shownUpgrades,
            ShownRoutes shownRoutes,
            TransactionTemplate transaction) {
        this.founding = founding;
        this.town = town;
        this.divisions = divisions;
        this.rules = rules;
        this.units = units;
        this.surveying = surveying;
        this.borders = borders;
        this.responsibilities = responsibilities;
        this.areas = areas;
        this.estateParts = estateParts;
        this.shownGrids = shownGrids;
        this.shownPlaces = shownPlaces;
        this.shownUpgrades = shownUpgrades;
        this.shownRoutes = shownRoutes;
        this.transaction = transaction;
    }

    void settle(Instant from) {
        var list = founding.list();
        var coverage = founding.coverage();
        var plan = CityPlan.of(AreaFile.read(list, town).rows(), coverage, town);
        var estates = ShownEstates.on(plan.rows(), town);
        var ground = new ArrayList<>(plan.rows());
        ground.addAll(estates.rows());
        var seeds = new ArrayList<>(divisions.ofTown(list));
        var root = seeds.getFirst().code();
        seeds.addAll(belowTheLargestStreet(plan.rows()));
        seeds.addAll(estates.withBranch());
        units.importUnits(withOneTwice(rules.unitsOf(seeds)), from, REASON, Actor.SYSTEM);
        var top = units.byCode(root).map(Unit::id).orElseThrow();
        var taken = surveying.importAreas(ground, from, top, Actor.SYSTEM);
        if (!taken.errors().isEmpty())
            throw new RuleBroken(taken.errors().getFirst().key());
        transaction.executeWithoutResult(it -> {
            borders.importBorders(coverage, from, top, Actor.SYSTEM);
            borders.importGenerated(plan.borders(), from, top, Actor.SYSTEM);
            responsibilities.assignUnitsOfAreas(from, Actor.SYSTEM);
            estateParts.joinAll(estates.joined(areas), null, from, Actor.SYSTEM);
            shownGrids.settle(ground, from);
            shownPlaces.settle(ground, from);
            shownUpgrades.settle(from);
            shownRoutes.settle(from);
        });
    }

    /** One grid has two branches, for the structure check to find. */
    private static List<UnitSeed> withOneTwice(List<UnitSeed> seeds) {
        var all = new ArrayList<>(seeds);
        seeds.stream()
                .filter(it -> it.level().equals("grid"))
                .findFirst()
                .ifPresent(it -> all.add(new UnitSeed(
                        it.code() + "-2", it.name() + "（重复）", it.kind(), it.level(), it.home(), it.party())));
        return all;
    }

    /** Grids and micro-grids of the street with the most communities; one grid has nothing, for the same check to find. */
    private static List<AreaSeed> belowTheLargestStreet(List<AreaRow> ground) {
        var communities = new HashMap<String, Integer>();
        for (var row : ground) {
            if (row.kind().equals("community") && row.parentCode() != null)
                communities.merge(row.parentCode(), 1, Integer::sum);
        }
        var inside = new HashSet<String>();
        communities.entrySet().stream()
                .max((a, b) -> a.getValue().equals(b.getValue())
                        ? b.getKey().compareTo(a.getKey())
                        : a.getValue().compareTo(b.getValue()))
                .ifPresent(it -> inside.add(it.getKey()));
        var seeds = new ArrayList<AreaSeed>();
        var grids = 0;
        for (var row : ground) {
            if (row.kind().equals("building") || row.parentCode() == null || !inside.contains(row.parentCode()))
                continue;
            if (row.kind().equals("grid") && ++grids == FORGOTTEN) continue;
            inside.add(row.code());
            if (row.generated()) seeds.add(new AreaSeed(row.kind(), row.code(), row.name(), row.parentCode()));
        }
        return seeds;
    }
}
