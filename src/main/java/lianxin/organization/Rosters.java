package lianxin.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lianxin.facts.Journal;
import lianxin.organization.Shift.Colleague;
import lianxin.platform.Forbidden;
import lianxin.platform.Ids;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.platform.WorkingCalendar;
import lianxin.playbook.Playbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of duty rosters: who answers for a desk at which hour, day and night and on holidays. Whoever is on duty may
 * do at the desk what the playbook's role for it allows, from the first minute to the last.
 */
@Service
@Transactional
public class Rosters {

    static final int LONGEST_PLAN_DAYS = 92;

    private final ShiftRows shifts;
    private final Handovers handovers;
    private final PostQueries posts;
    private final DutyRules rules;
    private final Units units;
    private final WorkingCalendar calendar;
    private final Versions versions;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Rosters(
            ShiftRows shifts,
            Handovers handovers,
            PostQueries posts,
            Playbook playbook,
            Units units,
            WorkingCalendar calendar,
            Versions versions,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.shifts = shifts;
        this.handovers = handovers;
        this.posts = posts;
        this.rules = DutyRules.of(playbook);
        this.units = units;
        this.calendar = calendar;
        this.versions = versions;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Days to be filled with the playbook's shifts, people taking turns in the order given.
     *
     * @param to the last day, included
     * @param seconds who step in; may be empty
     */
    public record Plan(UnitId desk, LocalDate from, LocalDate to, List<PersonId> firsts, List<PersonId> seconds) {}

    /** What is planned already stays, and so does what has begun; how many shifts were added. */
    public int plan(Plan plan, Actor by) {
        by.must(May.PLAN_DUTY, plan.desk);
        if (rules.role() == null || !units.find(plan.desk).holdsCases()) throw new RuleBroken("roster.no-desk");
        if (plan.to.isBefore(plan.from)) throw new RuleBroken("roster.days");
        if (ChronoUnit.DAYS.between(plan.from, plan.to) >= LONGEST_PLAN_DAYS)
            throw new RuleBroken("roster.too-long", LONGEST_PLAN_DAYS);
        if (plan.firsts.isEmpty()) throw new RuleBroken("roster.nobody");
        var now = clock.instant();
        versions.postsChange();
        var firsts = colleagues(plan.desk, plan.firsts, now);
        var seconds = colleagues(plan.desk, plan.seconds, now);
        var start = plan.from.atStartOfDay(calendar.zone()).toInstant();
        var end = plan.to.plusDays(2).atStartOfDay(calendar.zone()).toInstant();
        var planned = shifts.between(plan.desk, start, end);
        int added = 0;
        for (var day = plan.from; !day.isAfter(plan.to); day = day.plusDays(1))
            for (var kind : rules.shifts()) {
                if (!kind.on(day, calendar)) continue;
                var from = kind.start(day, calendar);
                var to = kind.end(day, calendar);
                if (from.isBefore(now) || planned.stream().anyMatch(it -> it.overlaps(from, to))) continue;
                var first = firsts.get(added % firsts.size());
                var second = second(seconds, added, first);
                var shift = new Shift(new ShiftId(ids.next()), plan.desk, kind.key(), first, second, from, to);
                shifts.add(shift, "", now);
                added++;
            }
        if (added == 0) throw new RuleBroken("roster.nothing-to-plan");
        journal.record(new DutyFact.Planned(plan.desk, plan.desk, start, end, added), null, by.ref(), now);
        return added;
    }

    private static @Nullable Colleague second(List<Colleague> seconds, int turn, Colleague first) {
        for (int i = 0; i < seconds.size(); i++) {
            var second = seconds.get((turn + i) % seconds.size());
            if (!second.person().equals(first.person())) return second;
        }
        return null;
    }

    /** Somebody else takes the rest of the shift. */
    public void change(ShiftId id, PersonId first, @Nullable PersonId second, String reason, Actor by) {
        var shift = running(id, reason, by);
        var now = clock.instant();
        if (first.equals(second)) throw new RuleBroken("roster.twice");
        var stepsIn = second == null
                ? null
                : colleagues(shift.desk(), List.of(second), now).getFirst();
        var answers = colleagues(shift.desk(), List.of(first), now).getFirst();
        var rest =
                new Shift(id, shift.desk(), shift.kind(), answers, stepsIn, Dated.later(now, shift.from()), shift.to());
        endNow(shift, now);
        shifts.add(rest, reason.strip(), now);
        journal.record(new DutyFact.Changed(id, shift.desk(), rest.from(), rest.to(), true), null, by.ref(), now);
    }

    /** Nobody is on duty for the rest of the shift; the desk has a gap until somebody is planned. */
    public void cancel(ShiftId id, String reason, Actor by) {
        var shift = running(id, reason, by);
        var now = clock.instant();
        endNow(shift, now);
        var from = Dated.later(now, shift.from());
        journal.record(new DutyFact.Changed(id, shift.desk(), from, shift.to(), false), null, by.ref(), now);
    }

    private Shift running(ShiftId id, String reason, Actor by) {
        var shift = shifts.find(id).orElseThrow(() -> new NotFound(id.ref()));
        by.must(May.PLAN_DUTY, shift.desk());
        if (reason.isBlank()) throw new RuleBroken("roster.no-reason");
        if (!clock.instant().isBefore(shift.to())) throw new RuleBroken("roster.over");
        versions.postsChange();
        return shift;
    }

    private void endNow(Shift shift, Instant now) {
        shifts.close(shift, now);
        if (shift.from().isBefore(now))
            shifts.add(
                    new Shift(shift.id(), shift.desk(), shift.kind(), shift.first(), shift.second(), shift.from(), now),
                    "",
                    now);
    }

    /** Only people with a post in the unit: a shift gives no stranger a right. */
    private List<Colleague> colleagues(UnitId desk, List<PersonId> people, Instant now) {
        return people.stream()
                .distinct()
                .map(person -> posts.ofPerson(person, now).stream()
                        .filter(it -> it.unit().equals(desk))
                        .findFirst()
                        .map(it -> new Colleague(person, it.name()))
                        .orElseThrow(() -> new RuleBroken("roster.no-colleague")))
                .toList();
    }

    /** By whoever was on duty, from the beginning of the shift until half a day after its end. */
    public void handOver(ShiftId id, String note, Actor by) {
        var shift = shifts.find(id).orElseThrow(() -> new NotFound(id.ref()));
        var person = by.person().filter(shift::has).orElseThrow(() -> new Forbidden("hand over " + id));
        var now = clock.instant();
        if (now.isBefore(shift.from())) throw new RuleBroken("roster.not-begun");
        if (now.isAfter(shift.to().plus(Handovers.AFTERWARDS))) throw new RuleBroken("roster.handed-too-late");
        handovers.hand(id, note, person, now);
        journal.record(new DutyFact.HandedOver(id, shift.desk()), null, by.ref(), now);
    }

    /** By whoever is on duty at the same desk afterwards. */
    public void takeOver(ShiftId id, Actor by) {
        var shift = shifts.find(id).orElseThrow(() -> new NotFound(id.ref()));
        var now = clock.instant();
        var person = by.person().orElseThrow(() -> new Forbidden("take over " + id));
        var soon = now.plus(Duration.ofMinutes(30));
        var next = shifts.between(shift.desk(), now, soon).stream()
                .anyMatch(it -> it.has(person) && !it.from().isBefore(shift.to()));
        if (!next) throw new RuleBroken("roster.not-next");
        handovers.take(id, person, now);
        journal.record(new DutyFact.TakenOver(id, shift.desk()), null, by.ref(), now);
    }
}
