package lianxin.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lianxin.directives.LateSweep;
import lianxin.directives.PartId;
import lianxin.directives.PartSteps;
import lianxin.directives.PartSteps.Report;
import lianxin.directives.ResponsibilityList;
import lianxin.directives.TaskFact.Why;
import lianxin.directives.TaskId;
import lianxin.directives.Tasks;
import lianxin.directives.Tasks.Addressed;
import lianxin.directives.Tasks.Draft;
import lianxin.organization.Actor;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.UnitKind;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tasks around the community that is shown: one of the county through its streets down to villages, one of the street that
 * is late in one place, a matter that was raised, and responsibilities kept here and overdue there.
 */
@Component
class ShownTasks {

    private static final String BASIS = "示例〔2026〕17 号";

    /** So many parts of a task go on before the city is shown. */
    private static final int SHOWN = 24;

    private final Tasks tasks;
    private final PartSteps steps;
    private final LateSweep sweep;
    private final ResponsibilityList responsibilities;
    private final Areas areas;
    private final Trees trees;
    private final OrganizationRules words;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ShownTasks(
            Tasks tasks,
            PartSteps steps,
            LateSweep sweep,
            ResponsibilityList responsibilities,
            Areas areas,
            Trees trees,
            OrganizationRules words,
            TransactionTemplate transaction,
            Clock clock) {
        this.tasks = tasks;
        this.steps = steps;
        this.sweep = sweep;
        this.responsibilities = responsibilities;
        this.areas = areas;
        this.trees = trees;
        this.words = words;
        this.transaction = transaction;
        this.clock = clock;
    }

    private @Nullable TaskId checks;
    private @Nullable TaskId stairs;
    private @Nullable TaskId visits;

    /** On the day on which the city is set up. */
    void found(Area community) {
        transaction.executeWithoutResult(it -> new Setting(community).found());
    }

    /** What came of it since. */
    void goOn(Area community) {
        transaction.executeWithoutResult(it -> new Setting(community).goOn());
        sweep.run();
    }

    private final class Setting {

        private final Tree tree = trees.now();
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        private final UnitId community;
        private final UnitId street;
        private final UnitId county;

        Setting(Area community) {
            this.community = unit(community);
            this.street = unit(areas.above(community.id(), "township").orElseThrow());
            this.county = unit(areas.above(community.id(), "county").orElseThrow());
        }

        void found() {
            var kind = tree.unit(community).kind();
            checks = issue(county, "冬春火灾隐患排查", "每个小区看一遍消防通道和飞线充电，看到隐患就报工单。", 104, Addressed.everybody(kind));
            stairs = issue(street, "楼道杂物清理", "楼道和消防门前不放杂物；清不动的说明原因。", 76, Addressed.everybody(kind));
            party().ifPresent(it ->
                    visits = issue(it, "党员联户走访", "每名党员联系的住户走访一遍，有诉求就报工单。", 97, Addressed.everybody("grid-branch")));
            var draft = new Draft("老旧电梯能不能先停用", "三部电梯年检没过，业主意见不一，需要街道定。", "", today.plusDays(95));
            tasks.raise(draft, community, street, Actor.SYSTEM);
        }

        private @Nullable TaskId issue(UnitId issuer, String title, String goal, int days, Addressed to) {
            if (none(issuer, to.kind())) return null;
            var line = tree.children(county).stream()
                    .filter(it -> words.kind(it.kind()).tree() == UnitKind.Side.DEPARTMENT)
                    .min(Comparator.comparing(it -> !it.code().endsWith("-fire-safety")))
                    .map(Unit::id)
                    .orElse(null);
            var draft = new Draft(title, goal, BASIS, today.plusDays(days), line, null, null);
            return tasks.issue(draft, issuer, to, Actor.SYSTEM);
        }

        private boolean none(UnitId issuer, @Nullable String kind) {
            return below(issuer).stream().noneMatch(it -> it.kind().equals(kind));
        }

        private List<Unit> below(UnitId top) {
            var units = new ArrayList<Unit>();
            for (int it : tree.below(top)) units.add(tree.unit(new UnitId(it)));
            for (var it : tree.partyChildren(top)) units.addAll(below(it.id()));
            return units;
        }

        private Optional<UnitId> party() {
            return tree.children(street).stream()
                    .filter(it -> !tree.partyChildren(it.id()).isEmpty())
                    .map(Unit::id)
                    .findFirst();
        }

        void goOn() {
            if (checks != null) end(checks, 3);
            if (stairs != null) {
                var parts = steps.open(stairs);
                if (parts.size() > 2) {
                    steps.decline(parts.get(1), Why.NOT_OURS, "这几栋楼的物业归开发区管", Actor.SYSTEM);
                    end(stairs, 4);
                }
            }
            if (visits != null) end(visits, 2);
            keep();
        }

        /** Of every so many one stays open; half of the others still wait for whoever asked. */
        private void end(TaskId task, int every) {
            var done = new ArrayList<PartId>();
            var open = steps.open(task).stream().limit(SHOWN).toList();
            for (int i = 0; i < open.size(); i++) {
                if (i % every == every - 1) continue;
                steps.report(open.get(i), new Report("都看过了，隐患已报工单", List.of(community.ref()), ""), Actor.SYSTEM);
                if (i % 2 == 0) done.add(open.get(i));
            }
            steps.confirm(done, Actor.SYSTEM);
        }

        private void keep() {
            var units = below(street).stream().map(Unit::id).toList();
            var owed = responsibilities.owed(units);
            for (int i = 0; i < owed.size(); i++) {
                if (i % 3 == 2) continue;
                var it = owed.get(i);
                responsibilities.keep(
                        it.key(), it.unit(), it.role(), day(it.period()), "按计划完成，有两条建议已交办", List.of(), Actor.SYSTEM);
            }
        }

        private LocalDate day(LocalDate period) {
            var middle = period.plusDays(14);
            return middle.isAfter(today) ? today : middle;
        }

        private UnitId unit(Area area) {
            return tree.byCode(area.code()).map(Unit::id).orElseThrow();
        }
    }
}
