package lianxin.directives;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lianxin.TestTown;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.AreaSeed;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;

/** A county with a street and a town, five communities and villages, a grid, and their Party bodies. */
final class Dongzha extends TestTown {

    static final String CITY = "3304";
    static final String COUNTY = "330402";
    static final String STREET = "330402005";
    static final String TOWN = "330402100";
    static final String YUNHAI = STREET + "001";
    static final String FURUN = STREET + "002";
    static final String SANXING = TOWN + "201";
    static final String STREET_COMMITTEE = STREET + "-party-working-committee";
    static final String YUNHAI_COMMITTEE = YUNHAI + "-community-party-committee";
    static final String GRID_BRANCH = YUNHAI + "-1-grid-branch";
    static final String BUREAU = COUNTY + "-civil-affairs";

    Dongzha() {
        super(
                playbook("jiaxing"),
                "2026-03-02T09:00",
                "lianxin.organization",
                "lianxin.territory",
                "lianxin.directives");
    }

    static List<AreaSeed> areas() {
        return List.of(
                new AreaSeed("city", CITY, "嘉兴市", null),
                new AreaSeed("county", COUNTY, "南湖区", CITY),
                new AreaSeed("township", STREET, "东栅街道", COUNTY),
                new AreaSeed("township", TOWN, "凤桥镇", COUNTY),
                new AreaSeed("community", YUNHAI, "云海社区", STREET),
                new AreaSeed("community", FURUN, "富润社区", STREET),
                new AreaSeed("community", SANXING, "三星村", TOWN),
                new AreaSeed("community", TOWN + "202", "联丰村", TOWN),
                new AreaSeed("grid", YUNHAI + "-1", "第1网格", YUNHAI),
                new AreaSeed("microgrid", YUNHAI + "-1-1", "第1微网格", YUNHAI + "-1"));
    }

    Dongzha settled() {
        the(Units.class).importUnits(the(OrganizationRules.class).unitsOf(areas()), LONG_AGO, "名单", Actor.SYSTEM);
        return this;
    }

    Tasks tasks() {
        return the(Tasks.class);
    }

    PartSteps steps() {
        return the(PartSteps.class);
    }

    TaskBook book() {
        return the(TaskBook.class);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    Actor seat(String name, String unit, String role) {
        var person =
                the(Posts.class).register(List.of(name), true, Actor.SYSTEM).getFirst();
        var seat = new Posts.Seat(
                person, unit(unit), role, LONG_AGO, Instant.parse("2100-01-01T00:00:00Z"), Set.of(), "", "旧");
        the(Posts.class).fillAll(List.of(seat), "任职", Actor.SYSTEM);
        return the(Actors.class).of(person);
    }

    Tasks.Draft draft(String title, LocalDate due) {
        return new Tasks.Draft(title, "逐户走访，重点看老人", "示例〔2026〕9 号", due, unit(BUREAU), null, null);
    }

    TaskId asked(String title, String issuer, String... units) {
        return tasks().issue(draft(title, today().plusDays(14)), unit(issuer), to(units), Actor.SYSTEM);
    }

    Tasks.Addressed to(String... units) {
        return new Tasks.Addressed(List.of(units).stream().map(this::unit).collect(Collectors.toSet()), null, "");
    }

    PartId part(TaskId task, String unit) {
        return of(task, unit).id();
    }

    Part of(TaskId task, String unit) {
        var id = unit(unit);
        return book().partsOf(task, clock.instant()).stream()
                .filter(it -> it.unit().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Map<String, PartState> states(TaskId task) {
        return book().partsOf(task, clock.instant()).stream()
                .collect(Collectors.toMap(it -> name(it.unit()), Part::state));
    }

    String name(UnitId unit) {
        return the(Units.class).name(unit);
    }

    void done(PartId part) {
        steps().report(part, new PartSteps.Report("都走访了"), Actor.SYSTEM);
        steps().confirm(List.of(part), Actor.SYSTEM);
    }

    List<String> told(PartId part) {
        return the(Journal.class).about(part.ref()).stream().map(Recorded::kind).toList();
    }
}
