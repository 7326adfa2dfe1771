package lianxin.directives;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.directives.DirectiveRules.Responsibility;
import lianxin.directives.Kept.Instance;
import lianxin.directives.ResponsibilityFact.ResponsibilityKey;
import lianxin.facts.Journal;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.organization.Chair;
import lianxin.organization.Chairs;
import lianxin.organization.May;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.platform.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What posts answer for, again and again: computed from the playbook, the units of the day and the calendar. It stands with
 * the unit whether or not somebody sits there; nobody is counted. Looked at are the stretch that runs and the one before.
 */
@Service
public class ResponsibilityList {

    private final DirectiveRules rules;
    private final ResponsibilityBook book;
    private final TaskGuard guard;
    private final Trees trees;
    private final Chairs chairs;
    private final WorkingCalendar calendar;
    private final Journal journal;
    private final Clock clock;

    ResponsibilityList(
            DirectiveRules rules,
            ResponsibilityBook book,
            TaskGuard guard,
            Trees trees,
            Chairs chairs,
            WorkingCalendar calendar,
            Journal journal,
            Clock clock) {
        this.rules = rules;
        this.book = book;
        this.guard = guard;
        this.trees = trees;
        this.chairs = chairs;
        this.calendar = calendar;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * One thing that a post of a unit answers for in one stretch.
     *
     * @param due its last day
     * @param vacant whether nobody sits there
     * @param kept null as long as it was not done
     */
    record Item(
            Responsibility rule,
            Unit unit,
            String role,
            LocalDate period,
            LocalDate due,
            boolean vacant,
            @Nullable Kept kept) {

        boolean overdue(LocalDate today) {
            return kept == null && due.isBefore(today);
        }

        Chair chair() {
            return new Chair(unit.id(), role, "");
        }
    }

    /** Of these units, those not done first, by their day; two statements, however many units. */
    List<Item> of(int[] units, Instant at) {
        var today = LocalDate.ofInstant(at, clock.getZone());
        var tree = trees.at(at);
        var asked = new ArrayList<Unit>();
        for (int it : units) if (tree.has(new UnitId(it))) asked.add(tree.unit(new UnitId(it)));
        var periods = rules.responsibilities().stream()
                .flatMap(it -> periods(it, today))
                .collect(Collectors.toSet());
        if (asked.isEmpty() || periods.isEmpty()) return List.of();
        var kept = book.kept(units, periods, at);
        var taken = taken(at);
        var lived = new HashMap<LocalDate, Tree>();
        var items = new ArrayList<Item>();
        for (var rule : rules.responsibilities()) {
            for (var period : periods(rule, today).toList()) {
                var then = lived.computeIfAbsent(period, it -> trees.at(startOf(it)));
                var due = dueDay(rule.dueIn(period));
                for (var unit : asked) {
                    if (!rule.standsWith(unit) || !then.has(unit.id())) continue;
                    for (var role : rule.roles()) {
                        var done = kept.get(new Instance(rule.key(), unit.id(), role, period));
                        var vacant = !taken.contains(unit.id() + " " + role);
                        var item = new Item(rule, unit, role, period, due, vacant, done);
                        if (period.equals(rule.every().of(today)) || item.overdue(today)) items.add(item);
                    }
                }
            }
        }
        items.sort(Comparator.comparing((Item it) -> it.kept != null)
                .thenComparing(Item::due)
                .thenComparing(it -> it.unit.code()));
        return items;
    }

    /** Something that is still to be done. */
    public record Owed(String key, UnitId unit, String role, LocalDate period) {}

    public List<Owed> owed(List<UnitId> units) {
        return of(Below.numbers(units), clock.instant()).stream()
                .filter(it -> it.kept() == null)
                .map(it -> new Owed(it.rule.key(), it.unit.id(), it.role, it.period))
                .toList();
    }

    private Stream<LocalDate> periods(Responsibility rule, LocalDate today) {
        var running = rule.every().of(today);
        return Stream.of(running, rule.every().before(running)).filter(it -> !it.isBefore(rule.from()));
    }

    private Set<String> taken(Instant at) {
        var roles = rules.responsibilities().stream()
                .flatMap(it -> it.roles().stream())
                .collect(Collectors.toSet());
        return chairs.inRoles(roles, at).stream()
                .map(it -> it.chair().unit() + " " + it.chair().role())
                .collect(Collectors.toSet());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private LocalDate dueDay(LocalDate day) {
        var due = day;
        while (!calendar.workingDay(due)) due = due.plusDays(1);
        return due;
    }

    /** By whoever sits on a post of the role in the unit, or by somebody who does the unit's tasks. */
    boolean mayKeep(Actor by, UnitId unit, String role) {
        return by.may(May.DO_TASKS, unit)
                || chairs.of(by, clock.instant()).stream()
                        .map(Chairs.Sitting::chair)
                        .anyMatch(it -> it.unit().equals(unit) && it.role().equals(role));
    }

    /** What was done on a day, in one sentence; said once for each stretch. */
    @Transactional
    public void keep(String key, UnitId unit, String role, LocalDate day, String said, List<Ref> pointers, Actor by) {
        if (!mayKeep(by, unit, role)) throw new Forbidden(unit.ref());
        var now = clock.instant();
        var rule = rules.responsibilities().stream()
                .filter(it -> it.key().equals(key) && it.roles().contains(role))
                .filter(it -> it.standsWith(trees.now().unit(unit)))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("directives.wrong.responsibility"));
        if (day.isAfter(guard.today())) throw new RuleBroken("directives.wrong.tomorrow");
        var period = rule.every().of(day);
        if (period.isBefore(rule.from())
                || !periods(rule, guard.today()).toList().contains(period))
            throw new RuleBroken("directives.wrong.period");
        var kept = new Kept(new Instance(key, unit, role, period), day, guard.sentence(said), pointers);
        if (!book.insert(kept, now)) throw new RuleBroken("directives.kept-already");
        var inTime = !day.isAfter(dueDay(rule.dueIn(period)));
        var at = day.equals(guard.today()) ? now : startOf(day).plus(Duration.ofHours(12));
        var fact = new ResponsibilityFact.Kept(new ResponsibilityKey(key), unit, role, startOf(period), inTime);
        journal.record(fact, null, by.ref(), at);
    }

    /** Whether the playbook asks for anything at all. */
    public boolean any() {
        return !rules.responsibilities().isEmpty();
    }
}
