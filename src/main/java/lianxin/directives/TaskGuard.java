package lianxin.directives;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.platform.Screening;
import lianxin.platform.WorkingCalendar;
import org.springframework.stereotype.Component;

/** What every verb asks first: whose turn it is, whether the step can be taken now, and what was typed. */
@Component
class TaskGuard {

    static final int LONGEST_SENTENCE = 200;

    private final TaskBook book;
    private final WorkingCalendar calendar;
    private final Clock clock;

    TaskGuard(TaskBook book, WorkingCalendar calendar, Clock clock) {
        this.book = book;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The part with its task, as they stand now; nobody else takes a step in the task meanwhile. */
    Held held(PartId id, Instant now) {
        var task = book.taskOf(id);
        var all = book.lock(task, now);
        var part = all.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> new NotFound(id.ref()));
        return new Held(book.must(task, now), all, part);
    }

    /** All of them, task by task: four statements for each task, however many of its parts. */
    List<Held> held(Collection<PartId> ids, Instant now) {
        var found = new ArrayList<Held>();
        for (var task : book.tasksOf(ids)) {
            var all = book.lock(task, now);
            var whole = book.must(task, now);
            for (var it : all) if (ids.contains(it.id())) found.add(new Held(whole, all, it));
        }
        if (found.size() < new HashSet<>(ids).size()) throw new NotFound("part");
        return found;
    }

    /** A task with all of its parts; nobody else takes a step in it meanwhile. */
    record Whole(Task task, List<Part> parts) {}

    Whole all(TaskId id, Instant now) {
        var parts = book.lock(id, now);
        return new Whole(book.must(id, now), parts);
    }

    static boolean issues(Actor by, Task task) {
        return by.may(May.GIVE_TASKS, task.issuer()) || (task.upward() && by.may(May.DO_TASKS, task.issuer()));
    }

    void must(Part part, PartState... from) {
        if (!Arrays.asList(from).contains(part.state())) throw new RuleBroken("directives.not-now");
    }

    /** Whether the actor speaks for whoever asked. */
    static boolean asks(Actor by, Held it) {
        return by.may(May.GIVE_TASKS, it.asker()) || (it.raised() && by.may(May.DO_TASKS, it.asker()));
    }

    void mustAsk(Actor by, Held it) {
        if (!asks(by, it)) by.must(May.GIVE_TASKS, it.asker());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** On a day off nobody is in: the next working day counts. */
    LocalDate dueDay(LocalDate day) {
        if (day.isBefore(today())) throw new RuleBroken("directives.wrong.past", day);
        var due = day;
        while (!calendar.workingDay(due)) due = due.plusDays(1);
        return due;
    }

    /** Of a length that can be shown; no telephone, no identity, no card. */
    String words(String typed, int most, String refusal) {
        var words = typed.strip();
        if (words.isEmpty() || words.length() > most) throw new RuleBroken(refusal, most);
        if (!Screening.findings(words).isEmpty()) throw new RuleBroken("directives.no-numbers");
        return words;
    }

    String sentence(String typed) {
        return words(typed, LONGEST_SENTENCE, "directives.wrong.sentence");
    }
}
