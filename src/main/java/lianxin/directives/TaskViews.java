package lianxin.directives;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lianxin.directives.RollUp.Count;
import lianxin.facts.Describes;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import lianxin.platform.Shell;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tasks and parts in the words of the reader. */
@Component
class TaskViews {

    private final TaskBook book;
    private final Sight sight;
    private final Journal journal;
    private final ObjectProvider<Describes> things;
    private final Days days;
    private final Clock clock;

    TaskViews(TaskBook book, Sight sight, Journal journal, ObjectProvider<Describes> things, Days days, Clock clock) {
        this.book = book;
        this.sight = sight;
        this.journal = journal;
        this.things = things;
        this.days = days;
        this.clock = clock;
    }

    /**
     * One part.
     *
     * @param asker who asked for it
     * @param below how the parts below it stand
     */
    record Line(Part part, Task task, String unit, UnitId askerUnit, String asker, boolean late, Count below) {

        String url() {
            return part.url();
        }
    }

    record Event(Instant at, String text, @Nullable String by) {}

    /** Three statements at most, however many parts. */
    List<Line> lines(Collection<Part> parts, Instant at, LocalDate today) {
        var ids = parts.stream().map(Part::task).distinct().toList();
        var tasks = book.tasks(ids, at);
        var all = book.partsOf(ids, at);
        return parts.stream()
                .filter(it -> tasks.containsKey(it.task()))
                .map(it -> line(new Held(task(tasks, it), all.getOrDefault(it.task(), List.of()), it), at, today))
                .toList();
    }

    private static Task task(Map<TaskId, Task> tasks, Part part) {
        return Objects.requireNonNull(tasks.get(part.task()));
    }

    Line line(Held it, Instant at, LocalDate today) {
        var below = it.below();
        return new Line(
                it.part(),
                it.task(),
                sight.name(it.part().unit(), at),
                it.asker(),
                sight.name(it.asker(), at),
                it.part().late(today),
                RollUp.count(below.subList(1, below.size()), today));
    }

    LocalDate today(@Nullable LocalDate on) {
        return days.or(on);
    }

    /** The newest first, up to the moment. */
    List<Event> events(Collection<Ref> refs, Instant at, Shell shell) {
        var events = new ArrayList<Event>();
        for (var ref : refs)
            for (var it : journal.about(ref))
                if (!it.occurredAt().isAfter(at) && it.fact() instanceof TaskFact fact)
                    events.add(new Event(it.occurredAt(), said(it, fact, at, shell), by(it)));
        events.sort(Comparator.comparing(Event::at).reversed());
        return events;
    }

    private @Nullable String by(Recorded it) {
        return things.stream()
                .filter(thing -> thing.kind().equals(it.actor().kind()))
                .findFirst()
                .flatMap(thing -> thing.describe(it.actor().id()))
                .map(Describes.Described::title)
                .orElse(null);
    }

    private String said(Recorded it, TaskFact fact, Instant at, Shell shell) {
        var key = "directives.event." + it.kind().substring("task.".length());
        var unit = sight.name(fact.responsible(), at);
        return switch (fact) {
            case TaskFact.Issued issued -> shell.t(key, unit, issued.parts());
            case TaskFact.Asked asked ->
                shell.t(key + (asked.waiting() ? ".waiting" : ""), unit, sight.name(asked.asker(), at));
            case TaskFact.LetThrough agreed -> shell.t(key, sight.name(agreed.superior(), at));
            case TaskFact.Late late -> shell.t(key, unit, sight.name(late.above(), at));
            case TaskFact.HandedOver over -> shell.t(key, sight.name(over.before(), at), unit);
            case TaskFact.Declined declined ->
                shell.t(
                        key,
                        unit,
                        shell.t("directives.why." + declined.why().name().toLowerCase(Locale.ROOT)));
            case TaskFact.SentBack back -> shell.t(key, unit, lastDay(back.due(), shell));
            case TaskFact.PostponementAsked asked -> shell.t(key, unit, lastDay(asked.until(), shell));
            case TaskFact.Postponed postponed -> shell.t(key, unit, lastDay(postponed.due(), shell));
            default -> shell.t(key, unit);
        };
    }

    private String lastDay(Instant lateFrom, Shell shell) {
        return shell.day(LocalDate.ofInstant(lateFrom, clock.getZone()).minusDays(1));
    }

    Map<TaskId, Count> counts(Map<TaskId, List<Part>> parts, LocalDate today) {
        return parts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> RollUp.count(it.getValue(), today)));
    }

    Optional<String> name(@Nullable UnitId unit, Instant at) {
        return Optional.ofNullable(unit).map(it -> sight.name(it, at));
    }
}
