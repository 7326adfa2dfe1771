package lianxin.places;

import static lianxin.places.tables.GradeTable.GRADE;
import static lianxin.places.tables.UpgradeTable.UPGRADE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.territory.Dated;
import lianxin.territory.Days;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs that raise places to a higher grade (row 4.11): what grade one has, what is to be done by when, that it was done. One
 * place has one such plan at a time. The grade itself follows from it: nobody types the result in beside it.
 */
@Service
@Transactional
public class Upgrades {
    private static final int LONGEST = 200;

    private final PlaceBook places;
    private final UpgradeBook book;
    private final PlaceRules rules;
    private final Keepers keepers;
    private final Dated dated;
    private final Days days;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Upgrades(
            PlaceBook places,
            UpgradeBook book,
            PlaceRules rules,
            Keepers keepers,
            Dated dated,
            Days days,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.places = places;
        this.book = book;
        this.rules = rules;
        this.keepers = keepers;
        this.dated = dated;
        this.days = days;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** The grade it was found to have, from a day on; for what was graded before this register. */
    public void grade(PlaceId id, String grade, LocalDate from, Actor by) {
        var place = keepers.kept(id, by);
        known(grade);
        if (running(id) != null) throw new RuleBroken("places.upgrade.one-at-a-time", place.name());
        put(id, grade, from);
        record(new PlaceFact.Graded(id, keepers.of(place), grade, days.startOf(from)), place, by);
    }

    /** @return its number */
    public int plan(PlaceId id, String aim, String work, LocalDate due, Actor by) {
        var place = keepers.kept(id, by);
        var said = work.strip();
        if (said.isEmpty() || said.length() > LONGEST) throw new RuleBroken("places.upgrade.work-length", LONGEST);
        known(aim);
        if (due.isBefore(days.today())) throw new RuleBroken("places.upgrade.due-past", due);
        places.raise();
        if (running(id) != null) throw new RuleBroken("places.upgrade.one-at-a-time", place.name());
        var before = book.grade(id, clock.instant());
        if (rules.grade(aim) <= rules.grade(before)) throw new RuleBroken("places.upgrade.not-higher", place.name());
        var u = UPGRADE;
        int number = Objects.requireNonNull(db.insertInto(u)
                .set(u.PLACE, id.number())
                .set(u.BEFORE, before)
                .set(u.AIM, aim)
                .set(u.WORK, said)
                .set(u.DUE, due)
                .set(u.PLANNED_AT, clock.instant())
                .returningResult(u.NUMBER)
                .fetchSingle()
                .value1());
        var until = days.startOf(due.plusDays(1));
        record(new PlaceFact.UpgradePlanned(id, keepers.of(place), before, aim, until), place, by);
        return number;
    }

    /** On that day, today or before, the place had reached the grade. */
    public void finish(PlaceId id, int number, LocalDate on, Actor by) {
        var place = keepers.kept(id, by);
        places.raise();
        var upgrade = open(id, number);
        if (on.isAfter(days.today())) throw new RuleBroken("places.upgrade.not-yet", on);
        end(number, on, null);
        put(id, upgrade.aim(), on);
        boolean late = on.isAfter(upgrade.due());
        record(new PlaceFact.UpgradeDone(id, keepers.of(place), upgrade.before(), upgrade.aim(), late), place, by);
    }

    /** It will not come; the place keeps the grade it has, and the plan stays to be read with the reason. */
    public void drop(PlaceId id, int number, String reason, Actor by) {
        var place = keepers.kept(id, by);
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) throw new RuleBroken("places.upgrade.reason-length", LONGEST);
        places.raise();
        var upgrade = open(id, number);
        end(number, days.today(), why);
        record(new PlaceFact.UpgradeDropped(id, keepers.of(place), upgrade.before(), upgrade.aim()), place, by);
    }

    private void end(int number, LocalDate on, @Nullable String dropped) {
        var u = UPGRADE;
        db.update(u)
                .set(u.ENDED_AT, clock.instant())
                .set(u.ENDED_ON, on)
                .set(u.DROPPED, dropped)
                .where(u.NUMBER.eq(number))
                .execute();
    }

    private void put(PlaceId id, String grade, LocalDate from) {
        places.raise();
        var g = GRADE;
        dated.put(
                g,
                g.PLACE.eq(id.number()),
                Map.of(g.PLACE, id.number(), g.GRADE_, grade),
                days.startOf(from),
                clock.instant());
    }

    private @Nullable Upgrade running(PlaceId id) {
        return book.of(id, clock.instant()).stream()
                .filter(it -> it.ended() == null)
                .findFirst()
                .orElse(null);
    }

    private Upgrade open(PlaceId id, int number) {
        var upgrade = book.find(number, clock.instant())
                .filter(it -> it.place().equals(id))
                .orElseThrow(() -> new NotFound(id.ref()));
        if (upgrade.ended() != null) throw new RuleBroken("places.upgrade.over");
        return upgrade;
    }

    private void known(String grade) {
        if (rules.grade(grade) == 0) throw new RuleBroken("places.upgrade.unknown-grade");
    }

    private void record(PlaceFact fact, Place place, Actor by) {
        journal.record(fact, place.area().ref(), by.ref(), clock.instant());
    }
}
