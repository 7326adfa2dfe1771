package lianxin.cases;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.TestTown;
import lianxin.facts.Journal;
import lianxin.facts.JournalMonths;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.MovableClock;
import lianxin.playbook.Playbook;
import lianxin.territory.AreaFile;
import lianxin.territory.AreaId;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import lianxin.territory.Town;

/**
 * 临江, a made-up town with its own playbook, and its people: 小渡 at the desk of 渡口社区, 老周 who works there, 阿梁 of the
 * town office, 工务局's 老石, and the caller, the judge and the heads above.
 */
final class Cast extends TestTown {

    private static final Playbook LINJIANG = playbook("src/test/resources/playbooks/linjiang");

    final Map<String, Actor> posts = new HashMap<>();
    final UnitId county;
    final UnitId wharf;
    final UnitId ferryCommunity;
    final UnitId works;
    final AreaId yard;
    final AreaId otherYard;

    Cast() {
        super(LINJIANG, "2026-03-02T10:00", "lianxin.organization", "lianxin.territory", "lianxin.cases");
        settle();
        county = unit("990101");
        wharf = unit("990101001");
        ferryCommunity = unit("990101001001");
        works = unit(OrganizationRules.codeOf("990101", "works-bureau"));
        yard = area("990101001001-1-1-1");
        otherYard = area("990101001001-1-1-2");
    }

    private void settle() {
        var csv = resource("/playbooks/linjiang/divisions.csv");
        var units = the(OrganizationRules.class).unitsOf(the(Divisions.class).ofTown(csv));
        the(Units.class).importUnits(units, LONG_AGO, "divisions", Actor.SYSTEM);
        var rows = new ArrayList<>(AreaFile.read(csv, the(Town.class)).rows());
        rows.add(generated("grid", "990101001001-1", "1号片区", "990101001001"));
        rows.add(generated("microgrid", "990101001001-1-1", "1组", "990101001001-1"));
        rows.add(generated("building", "990101001001-1-1-1", "1号院", "990101001001-1-1"));
        rows.add(generated("building", "990101001001-1-1-2", "2号院", "990101001001-1-1"));
        the(Surveying.class).importAreas(rows, LONG_AGO, unit("990101"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
    }

    private static AreaRow generated(String kind, String code, String name, String parent) {
        return new AreaRow(0, kind, code, name, parent, null, true);
    }

    /** Each test has a Monday of its own, weeks after the one before; what was due until then has happened. */
    void nextMonday() {
        var monday = LocalDate.ofInstant(clock.instant(), MovableClock.CITY)
                .plusWeeks(3)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        clock.moveTo(monday + "T10:00");
        the(JournalMonths.class).reachBackTo(clock.instant());
        sweep().run();
    }

    /** Somebody who holds this role of the playbook in the unit; the same person every time. */
    Actor holding(String role, UnitId unit) {
        return posts.computeIfAbsent(role + unit, key -> {
            var person = the(Posts.class)
                    .register(List.of("钱小满"), true, Actor.SYSTEM)
                    .getFirst();
            the(Posts.class).fill(new Posts.Seat(person, unit, role, LONG_AGO, null), "test", Actor.SYSTEM);
            return the(Actors.class).of(person);
        });
    }

    /** Somebody who also holds a role elsewhere from now on. */
    Actor alsoHolding(Actor somebody, String role, UnitId unit) {
        var person = somebody.person().orElseThrow();
        the(Posts.class).fill(new Posts.Seat(person, unit, role, LONG_AGO, null), "test", Actor.SYSTEM);
        return the(Actors.class).of(person);
    }

    Actor desk() {
        return holding("watch", ferryCommunity);
    }

    Actor worker(UnitId unit) {
        return holding("worker", unit);
    }

    /** A lantern of the street that went out, told at the yard of the ferry; 码头街道 answers for lanterns. */
    CaseId lanternReported() {
        return reported("码头那边的灯笼灭了，晚上看不见台阶");
    }

    CaseId reported(String words) {
        return reports().report(new Report(new CaseId(UUID.randomUUID()), yard, words, "", "qr"));
    }

    CaseId lanternDispatched() {
        var lantern = lanternReported();
        cases().dispatch(lantern, "lantern", desk());
        return lantern;
    }

    CaseId lanternFinished() {
        var lantern = lanternDispatched();
        cases().finish(lantern, "换了新灯笼", "码头的灯笼修好了", worker(wharf));
        return lantern;
    }

    static Actor reporter(CaseId id) {
        return Actor.reporter(id.ref());
    }

    Reports reports() {
        return the(Reports.class);
    }

    Cases cases() {
        return the(Cases.class);
    }

    Reporters reporters() {
        return the(Reporters.class);
    }

    CaseSweep sweep() {
        return the(CaseSweep.class);
    }

    Case load(CaseId id) {
        return the(CaseRepository.class).find(id).orElseThrow();
    }

    List<CaseFact> facts(CaseId id) {
        return the(Journal.class).about(id.ref()).stream()
                .map(it -> (CaseFact) it.fact())
                .toList();
    }

    private AreaId area(String code) {
        return the(Areas.class).byCode(code).orElseThrow().id();
    }
}
