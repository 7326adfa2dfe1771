package lianxin.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import lianxin.imports.Given.Counts;
import lianxin.imports.Given.State;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Importable;
import lianxin.organization.PersonId;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.Ids;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The verbs of lists: give, let it be done, go on, drop, take back. Each portion is a transaction of its own; whoever comes
 * back to a list that was broken off finds in it what is still to do.
 */
@Service
public class Imports {

    private final Subjects subjects;
    private final Working working;
    private final Books books;
    private final Actors actors;
    private final Trees trees;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(
            Subjects subjects,
            Working working,
            Books books,
            Actors actors,
            Trees trees,
            Ids ids,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.subjects = subjects;
        this.working = working;
        this.books = books;
        this.actors = actors;
        this.trees = trees;
        this.ids = ids;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A list that is read, judged and done at once; nobody looks at it before. */
    public Given takeIn(String subject, Path file, String name, Instant from, String reason, Actor by) {
        var given = give(subject, name, from, reason, by);
        working.look(given, file);
        var looked = books.find(given.id());
        if (looked.state() == State.CHECKED && looked.counts().toDo() > 0) {
            start(looked.id(), by);
            working.work(looked.id());
        }
        return books.find(given.id());
    }

    /** From now on the list is in the book, and about to be read. */
    Given give(String subject, String file, Instant from, String reason, Actor by) {
        var what = subjects.find(subject);
        if (reason.isBlank()) throw new RuleBroken("imports.no-reason");
        var now = clock.instant();
        var person = by.person().map(PersonId::number).orElse(null);
        var given = new Given(
                ids.next(),
                subject,
                file,
                reason.strip(),
                from,
                State.READING,
                person,
                charge(what, by),
                new Counts(0, 0, 0, 0, 0, 0, 0),
                null,
                now,
                null,
                null,
                now.plus(Working.BELIEVED));
        transaction.executeWithoutResult(it -> books.begin(given, now.plus(Working.LINES_KEPT)));
        return given;
    }

    private UnitId charge(Importable what, Actor by) {
        if (by.equals(Actor.SYSTEM))
            return trees.now().tops().stream().findFirst().map(Unit::id).orElse(new UnitId(1));
        var units = by.where(what.needs());
        if (units.length == 0) throw new Forbidden(what.needs());
        return by.posts().stream()
                .filter(it -> it.may().contains(what.needs()))
                .map(Actor.Post::unit)
                .findFirst()
                .orElse(new UnitId(units[0]));
    }

    /** From now on it is being done; also one that was broken off. */
    void start(UUID id, Actor by) {
        var given = mine(id, by);
        var now = clock.instant();
        if (given.state() != State.CHECKED && !(given.state() == State.RUNNING && given.brokenOff(now)))
            throw new RuleBroken("imports.not-now");
        turn(given, State.RUNNING);
    }

    /** Whoever gave it, or may do the same over the unit in whose charge it was given. */
    Given mine(UUID id, Actor by) {
        var given = books.find(id);
        if (!reads(given, by)) throw new Forbidden("import/" + id);
        return given;
    }

    boolean reads(Given given, Actor by) {
        var own = given.person() != null
                && by.person()
                        .map(PersonId::number)
                        .filter(given.person()::equals)
                        .isPresent();
        return by.may(subjects.find(given.subject()).needs()) && own
                || by.may(subjects.find(given.subject()).needs(), given.unit());
    }

    private void turn(Given given, State to) {
        var now = clock.instant();
        var alive = to.working() ? now.plus(Working.BELIEVED) : null;
        var turned = transaction.execute(it -> books.turn(given, to, now, alive));
        if (!Boolean.TRUE.equals(turned)) throw new RuleBroken("imports.not-now");
    }

    /** Nothing of it was done, and nothing will be. */
    void drop(UUID id, Actor by) {
        var given = mine(id, by);
        var idle = given.state() == State.CHECKED || given.state() == State.UNREADABLE;
        if (!idle && !(given.state() == State.READING && given.brokenOff(clock.instant())))
            throw new RuleBroken("imports.not-now");
        turn(given, State.DROPPED);
        transaction.executeWithoutResult(it -> books.forgetLines(id));
    }

    /** From now on it is being taken back, unless something stands on it. */
    void startTakingBack(UUID id, Actor by) {
        var given = mine(id, by);
        var silent = given.brokenOff(clock.instant()) && given.state() != State.READING;
        if (given.state() != State.DONE && !silent) throw new RuleBroken("imports.not-now");
        var built = subjects.find(given.subject()).builtOn(given.batch(), books.made(id));
        if (built.isPresent())
            throw new RuleBroken(built.get().key(), built.get().details().toArray());
        turn(given, State.TAKING_BACK);
    }

    /** Who gave it; empty for the town itself. */
    String name(Given given) {
        return given.person() == null
                ? ""
                : actors.of(new PersonId(given.person())).name();
    }
}
