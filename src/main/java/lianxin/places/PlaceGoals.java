package lianxin.places;

import static lianxin.places.tables.PlaceGoalTable.PLACE_GOAL;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Dated;
import lianxin.territory.Days;
import lianxin.territory.Responsibilities;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many places of a type are to stand in an area by a day. What stands is counted from the register on the day that is
 * asked for, never typed in beside it: a goal that was missed stays missed, and catching up shows as catching up.
 */
@Service
public class PlaceGoals {
    private static final int MOST = 100_000;

    private final PlaceBook book;
    private final PlaceRules rules;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Dated dated;
    private final Days days;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    PlaceGoals(
            PlaceBook book,
            PlaceRules rules,
            Areas areas,
            Responsibilities responsibilities,
            Dated dated,
            Days days,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.book = book;
        this.rules = rules;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.dated = dated;
        this.days = days;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    public enum State {
        RUNNING,
        REACHED,
        /** All stand, but not by the day. */
        REACHED_LATE,
        MISSED
    }

    /** So many stood from this day on. */
    public record Step(LocalDate day, int built) {}

    /**
     * How a goal stands on a day.
     *
     * @param steps every day on which the number changed, the oldest first
     */
    public record Progress(
            AreaId area, String type, int planned, LocalDate due, int built, State state, List<Step> steps) {

        public int percent() {
            return (int) Math.round(built * 100.0 / planned);
        }
    }

    @Transactional
    public void set(AreaId area, String type, int planned, LocalDate due, Instant from, Actor by) {
        var unit = responsibilities.responsible(area, "", from);
        by.must(May.MANAGE_UNITS, unit);
        if (rules.type(type).isEmpty()) throw new RuleBroken("places.wrong.type", type);
        if (planned < 1 || planned > MOST) throw new RuleBroken("places.wrong.planned", MOST);
        book.raise();
        var g = PLACE_GOAL;
        dated.put(
                g,
                g.AREA.eq(area.number()).and(g.TYPE.eq(type)),
                Map.of(g.AREA, area.number(), g.TYPE, type, g.PLANNED, planned, g.DUE, due),
                from,
                clock.instant());
        var fact = new PlanFact.Planned(area, unit, type, planned, days.startOf(due), from);
        journal.record(fact, area.ref(), by.ref(), clock.instant());
    }

    @Transactional
    public void end(AreaId area, String type, Instant at, Actor by) {
        var unit = responsibilities.responsible(area, "", at);
        by.must(May.MANAGE_UNITS, unit);
        book.raise();
        var g = PLACE_GOAL;
        dated.end(g, g.AREA.eq(area.number()).and(g.TYPE.eq(type)), at, clock.instant());
        journal.record(new PlanFact.Ended(area, unit, type, at), area.ref(), by.ref(), clock.instant());
    }

    /** The goals of the area itself, as they stand then. */
    public List<Progress> of(AreaId area, Instant at) {
        var g = PLACE_GOAL;
        var goals = db.select(g.TYPE, g.PLANNED, g.DUE)
                .from(g)
                .where(g.AREA.eq(area.number()))
                .and(Dated.validAndKnownNow(g.VALID_FROM, g.VALID_TO, g.KNOWN_TO, at))
                .orderBy(g.DUE, g.TYPE)
                .fetch();
        if (goals.isEmpty()) return List.of();
        var inside = IntStream.of(areas.below(area, at)).boxed().collect(Collectors.toSet());
        return goals.map(it -> progress(area, it.get(g.TYPE), it.get(g.PLANNED), it.get(g.DUE), inside, at));
    }

    private Progress progress(AreaId area, String type, int planned, LocalDate due, Set<Integer> inside, Instant at) {
        long moment = Dated.micros(at);
        var built = book.versions().stream()
                .filter(it -> it.place().type().equals(type)
                        && it.place().details().status().built()
                        && inside.contains(it.place().area().number()))
                .toList();
        var turns = new TreeSet<Long>();
        for (var it : built) {
            if (it.from() <= moment) turns.add(it.from());
            if (it.to() <= moment) turns.add(it.to());
        }
        var steps = new ArrayList<Step>();
        for (long turn : turns) {
            var day = Instant.EPOCH
                    .plusMillis(turn / 1000)
                    .atZone(clock.getZone())
                    .toLocalDate();
            int then = standing(built, turn);
            if (!steps.isEmpty() && steps.getLast().day.equals(day)) steps.removeLast();
            if (steps.isEmpty() || steps.getLast().built != then) steps.add(new Step(day, then));
        }
        int now = standing(built, moment);
        int onTime = standing(built, Math.min(moment, Dated.micros(days.startOf(due.plusDays(1))) - 1));
        boolean over = moment >= Dated.micros(days.startOf(due.plusDays(1)));
        var state = now >= planned
                ? over && onTime < planned ? State.REACHED_LATE : State.REACHED
                : over ? State.MISSED : State.RUNNING;
        return new Progress(area, type, planned, due, now, state, List.copyOf(steps));
    }

    private static int standing(List<PlaceBook.Version> built, long moment) {
        return (int) built.stream().filter(it -> it.valid(moment)).count();
    }
}
