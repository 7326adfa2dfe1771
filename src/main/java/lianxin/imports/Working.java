package lianxin.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import lianxin.imports.Books.Judged;
import lianxin.imports.Given.Counts;
import lianxin.imports.Given.State;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Importable;
import lianxin.organization.Importable.Done;
import lianxin.organization.Importable.Fate;
import lianxin.organization.PersonId;
import lianxin.platform.Forbidden;
import lianxin.platform.OwnerDatabase;
import lianxin.platform.RuleBroken;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import lianxin.sheets.SheetFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The work on lists that takes its time: reading, doing, taking back. Each portion is a transaction of its own; whoever
 * comes back to a list that was broken off finds in the book what is still to do.
 */
@Component
class Working {

    static final int MOST_LINES = 1_000_000;

    /** So long lines wait, and those that were refused can be fetched. */
    static final Duration LINES_KEPT = Duration.ofDays(7);

    /** So long after the last portion somebody is believed to be at work. */
    static final Duration BELIEVED = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(Working.class);
    private static final int READ_AT_ONCE = 20_000;
    /** From so many lines on the database counts its tables anew, so that nobody waits for the hour when it does by itself. */
    private static final int MANY = 1_000;

    private static final int UNDONE_AT_ONCE = 10_000;

    private final Subjects subjects;
    private final Books books;
    private final Actors actors;
    private final TransactionTemplate transaction;
    private final OwnerDatabase owner;
    private final Clock clock;

    Working(
            Subjects subjects,
            Books books,
            Actors actors,
            PlatformTransactionManager transactions,
            OwnerDatabase owner,
            Clock clock) {
        this.subjects = subjects;
        this.books = books;
        this.actors = actors;
        this.transaction = new TransactionTemplate(transactions);
        this.owner = owner;
        this.clock = clock;
    }

    /** Reads the file twice, so that each line is judged knowing all of them. Writes nothing but what is to be looked at. */
    void look(Given given, Path file) {
        try {
            var what = subjects.find(given.subject());
            var check = what.check(given.from(), actor(given));
            var known = new int[1];
            SheetFile.read(file, what.columns(), line -> {
                if (++known[0] > MOST_LINES) throw new RuleBroken("imports.too-many", MOST_LINES);
                check.know(line);
            });
            if (known[0] == 0) throw new RuleBroken("imports.no-lines");
            var counts = judge(given, what, check, file);
            transaction.executeWithoutResult(it -> books.checked(given.id(), counts));
        } catch (RuleBroken unreadable) {
            transaction.executeWithoutResult(
                    it -> books.problem(given.id(), State.UNREADABLE, Complaint.of(unreadable)));
        } catch (RuntimeException failed) {
            log.error("List {} could not be read", given.id(), failed);
            transaction.executeWithoutResult(
                    it -> books.problem(given.id(), State.UNREADABLE, Complaint.of("imports.failed")));
        }
    }

    private Counts judge(Given given, Importable what, Importable.Check check, Path file) {
        var judged = new ArrayList<Judged>();
        var counts = new EnumMap<Fate, Integer>(Fate.class);
        var read = new int[1];
        SheetFile.read(file, what.columns(), line -> {
            var verdict = check.judge(line);
            counts.merge(verdict.fate(), 1, Integer::sum);
            judged.add(new Judged(line, verdict));
            if (++read[0] % READ_AT_ONCE == 0) keep(given, judged, read[0]);
        });
        keep(given, judged, read[0]);
        countAnew(read[0], List.of("imports.line"));
        return new Counts(
                read[0],
                counts.getOrDefault(Fate.CREATE, 0),
                counts.getOrDefault(Fate.CHANGE, 0),
                counts.getOrDefault(Fate.SAME, 0),
                counts.getOrDefault(Fate.REFUSED, 0),
                0,
                0);
    }

    private void keep(Given given, List<Judged> judged, int lines) {
        transaction.executeWithoutResult(it -> {
            books.keep(given.id(), judged);
            books.alive(given.id(), lines, clock.instant().plus(BELIEVED));
        });
        judged.clear();
    }

    /** Does what is to be done, to the end. */
    void work(UUID id) {
        var given = books.find(id);
        if (given.state() == State.RUNNING) run(given);
        else if (given.state() == State.TAKING_BACK) undo(given);
    }

    private void run(Given given) {
        var what = subjects.find(given.subject());
        for (var fate : List.of(Fate.CREATE, Fate.CHANGE)) {
            int most = fate == Fate.CREATE ? what.atOnce() : 1;
            for (var next = books.next(given.id(), fate, most);
                    !next.isEmpty();
                    next = books.next(given.id(), fate, most)) portion(given, what, next);
        }
        transaction.executeWithoutResult(it -> {
            var now = clock.instant();
            books.forgetLines(given.id(), Fate.SAME);
            books.ended(given.id(), State.DONE, now, now.plus(LINES_KEPT));
        });
    }

    /** A portion with a line that is refused only when it is written is written line by line. */
    private void portion(Given given, Importable what, List<Line> lines) {
        try {
            written(given, what, lines);
        } catch (RuleBroken | Forbidden | DataAccessException | org.jooq.exception.DataAccessException refused) {
            if (lines.size() > 1) {
                for (var it : lines) portion(given, what, List.of(it));
                return;
            }
            var why = refused instanceof RuleBroken broken
                    ? Complaint.of(broken)
                    : Complaint.of(refused instanceof Forbidden ? "imports.not-yours-now" : "imports.failed");
            if (why.key().equals("imports.failed")) log.error("A line of list {} failed", given.id(), refused);
            settled(given, List.of(Done.refused(lines.getFirst(), List.of(why))));
        }
        countAnew(lines.size(), what.tables());
    }

    private void countAnew(int lines, List<String> tables) {
        if (lines >= MANY) owner.run(it -> it.execute("ANALYZE " + String.join(", ", tables)));
    }

    private void written(Given given, Importable what, List<Line> lines) {
        transaction.executeWithoutResult(it -> settle(given, what.apply(lines, given.batch(), actor(given))));
    }

    private void settled(Given given, List<Done> done) {
        transaction.executeWithoutResult(it -> settle(given, done));
    }

    private void settle(Given given, List<Done> done) {
        books.settle(given.id(), done, clock.instant().plus(BELIEVED));
    }

    private void undo(Given given) {
        var what = subjects.find(given.subject());
        transaction.executeWithoutResult(it -> books.forgetLines(given.id()));
        try {
            for (var next = books.nextToUndo(given.id(), UNDONE_AT_ONCE);
                    !next.isEmpty();
                    next = books.nextToUndo(given.id(), UNDONE_AT_ONCE)) {
                var portion = next;
                transaction.executeWithoutResult(it -> {
                    what.takeBack(portion, given.batch(), actor(given));
                    books.undone(given.id(), portion, clock.instant().plus(BELIEVED));
                });
            }
            transaction.executeWithoutResult(
                    it -> books.ended(given.id(), State.TAKEN_BACK, clock.instant(), clock.instant()));
        } catch (RuleBroken stands) {
            transaction.executeWithoutResult(it -> books.problem(given.id(), State.TAKING_BACK, Complaint.of(stands)));
        }
    }

    private Actor actor(Given given) {
        return given.person() == null ? Actor.SYSTEM : actors.of(new PersonId(given.person()));
    }
}
