package lianxin.cases;

import static java.time.Duration.ofHours;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.Limits;
import lianxin.facts.Ref;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.platform.MovableClock;
import lianxin.platform.WorkingCalendar;
import lianxin.platform.WorkingHours;
import lianxin.playbook.Playbook;
import lianxin.territory.AreaId;

/** A streetlight in 建设街道 that went out, the units around it, and the clock on the wall. */
abstract class Streetlight {

    static final UnitId COMMUNITY = new UnitId(40);
    static final UnitId STREET = new UnitId(30);
    static final UnitId COUNTY = new UnitId(20);
    static final UnitId CITY = new UnitId(10);
    static final UnitId LAMPS = new UnitId(25);
    static final Ref HANDLER = new Ref("person", "7");

    private static final Playbook JIAXING = Playbook.open("jiaxing");

    static final Deadlines deadlines = new Deadlines(
            JIAXING.bind("deadlines.yaml", Limits.class),
            JIAXING.bind("categories.yaml", Categories.class),
            new WorkingCalendar(MovableClock.CITY, WorkingHours.USUAL));
    final MovableClock clock = MovableClock.at("2026-11-02T09:00");

    Instant after(Duration step) {
        clock.forward(step);
        return clock.instant();
    }

    Instant moment(Instant at) {
        clock.moveTo(at);
        return at;
    }

    static final Ladder LADDER = new Ladder() {
        @Override
        public UnitId above(UnitId unit) {
            return Streetlight.above(unit);
        }

        @Override
        public Unit unit(UnitId id) {
            var level =
                    Map.of(COMMUNITY, "community", STREET, "township", COUNTY, "county", LAMPS, "county", CITY, "city");
            return new Unit(id, "", "", Objects.requireNonNull(level.get(id)), "", null, null, true);
        }
    };

    Case reported() {
        return reported("streetlight");
    }

    Case reported(String category) {
        var book = new LimitBook(new ArrayList<>(), UUID::randomUUID);
        var report = new Report(new CaseId(new UUID(1, 1)), new AreaId(99), "路灯不亮", "", "qr");
        return Case.report(report, category, COMMUNITY, deadlines, book, clock.instant());
    }

    Case dispatched() {
        var lamp = reported();
        lamp.dispatchTo(LAMPS, "lighting-and-roads", "streetlight", deadlines, after(ofHours(1)));
        return lamp;
    }

    Case finished() {
        var lamp = dispatched();
        lamp.finish(deadlines, after(ofHours(6)));
        return lamp;
    }

    void wakeAt(Case lamp, Instant at) {
        Waking.wake(lamp, LADDER, deadlines, moment(at));
    }

    static UnitId above(UnitId from) {
        if (from.equals(COMMUNITY)) return STREET;
        if (from.equals(STREET) || from.equals(LAMPS)) return COUNTY;
        return CITY;
    }

    static Assignment work(Case lamp) {
        return Objects.requireNonNull(lamp.assignment);
    }

    static List<CaseFact> facts(Case lamp) {
        return lamp.happened.stream().map(it -> (CaseFact) it.fact()).toList();
    }

    static List<WorkFact.LimitReached> limitsReached(Case lamp) {
        return facts(lamp).stream()
                .filter(WorkFact.LimitReached.class::isInstance)
                .map(WorkFact.LimitReached.class::cast)
                .toList();
    }
}
