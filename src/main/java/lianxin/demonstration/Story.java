package lianxin.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import lianxin.cases.CaseId;
import lianxin.cases.Cases;
import lianxin.cases.GivenTo;
import lianxin.cases.Moment;
import lianxin.cases.Report;
import lianxin.cases.ResidentAnswer;
import lianxin.demonstration.Plot.Fate;
import lianxin.demonstration.Words.Use;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * The life of one case, told by the verbs. Each step notes the next one in the agenda; a step of a chapter that is over
 * does not happen.
 */
final class Story {

    private static final Duration DAY = Duration.ofDays(1);

    private final Scenery scene;
    private final Agenda agenda;
    private final Plot plot;
    private final int number;
    private final SplittableRandom chance;
    private final Waking waking;
    private final Instant end;
    private final boolean pictured;
    private @Nullable UnitId desk;
    private @Nullable UnitId holder;
    private List<UnitId> assisting = List.of();
    private Habit habit;
    private Instant due;
    private int chapter;
    private int rounds;
    private boolean atWork;
    private boolean lookedAfter;
    private boolean finished;
    private boolean returned;

    Story(Scenery scene, Agenda agenda, Plot plot, int number, Instant end, SplittableRandom chance) {
        this.scene = scene;
        this.agenda = agenda;
        this.plot = plot;
        this.number = number;
        this.chance = chance;
        this.due = plot.at();
        this.habit = Habit.of(scene.streets().codeOfStreet(plot.place()), scene.seed());
        this.waking = new Waking(agenda, plot.topic().urgent(), this::calm, this::wake);
        this.end = end;
        this.pictured = scene.words().knows(plot.topic(), Use.scene)
                && Duration.between(plot.at(), end).compareTo(DAY.multipliedBy(25)) < 0;
    }

    void begin() {
        agenda.at(plot.at(), this::report);
        agenda.at(end, waking::settle);
    }

    private CaseId id() {
        return plot.id();
    }

    private void report(Instant now) {
        desk = scene.topics().desk(plot.place(), now);
        var channel = one(78, "qr", "phone", "paper");
        scene.reports().report(new Report(id(), plot.place(), say(Use.words), say(Use.detail), channel));
        var reporter = Actor.reporter(id().ref());
        if (chance.nextInt(12) == 0) {
            var givenTo = chance.nextInt(4) == 0 ? GivenTo.HANDLER : GivenTo.CALL_BACK_DESK;
            scene.reports().leaveContact(id(), nobodysTelephone(), givenTo, reporter);
        }
        if (pictured)
            scene.reports().addPicture(id(), scene.pictures().draw(number % 6, false), Moment.REPORT, reporter);
        toDispatch(now);
    }

    /** No telephone in the country begins like this. */
    private String nobodysTelephone() {
        return "100000%05d".formatted(number % 100_000);
    }

    private void toDispatch(Instant now) {
        var limit = plot.topic().limits().dispatch().from(now, scene.calendar());
        waking.by(limit);
        if (plot.fate() == Fate.LOST_AT_DESK) return;
        double part = chance.nextInt(25) == 0 ? 1.1 + chance.nextDouble() : 0.02 + 0.8 * squared();
        then(between(now, limit, part), returned ? this::dispatchElsewhere : this::dispatch);
    }

    private void dispatch(Instant now) {
        take(scene.cases().dispatch(id(), plot.topic().category().key(), who(May.DISPATCH, atDesk())), now);
    }

    /** The unit asked before was not the right one. */
    private void dispatchElsewhere(Instant now) {
        var item = scene.topics().another(plot.topic(), chance);
        take(
                scene.cases().dispatchBy(id(), plot.topic().category().key(), item.key(), who(May.DISPATCH, atDesk())),
                now);
    }

    private void take(Cases.Charged charged, Instant now) {
        holder = charged.lead();
        assisting = charged.assisting();
        if (plot.topic().level().equals(Topics.DEPARTMENT)) habit = Habit.of("unit " + holder.number(), scene.seed());
        work(now);
        var limits = plot.topic().limits();
        var signDue = limits.sign().from(now, scene.calendar());
        waking.anewBy(signDue);
        if (chance.nextInt(5) > 0) then(between(now, signDue, 0.03 + 0.9 * squared()), this::sign);
        if (!returned && chance.nextInt(33) == 0)
            then(now.plus(Duration.ofMinutes(15 + chance.nextInt(200))), this::askReturn);
        if (chance.nextInt(3) == 0) then(between(now, due, 0.1 + 0.6 * chance.nextDouble()), this::progress);
    }

    /** The clock of the unit starts, for the first time or again. */
    private void work(Instant now) {
        chapter++;
        atWork = true;
        finished = false;
        lookedAfter = false;
        due = plot.topic().limits().handle().from(now, scene.calendar());
        if (rounds > 0) waking.by(due);
        if (plot.fate() == Fate.LOST && rounds == 0) return;
        then(workday(finishMoment(now)), this::finish);
    }

    private Instant finishMoment(Instant now) {
        if (plot.fate() == Fate.VERY_LATE && rounds == 0) return due.plus(DAY.multipliedBy(5 + chance.nextInt(14)));
        if (chance.nextDouble() < habit.late()) return between(now, due, 1.05 + 0.6 * squared());
        return between(now, due, 0.2 + 0.72 * chance.nextDouble());
    }

    private void sign(Instant now) {
        scene.cases().sign(id(), who(May.HANDLE, atUnit()));
    }

    private void progress(Instant now) {
        scene.cases().progress(id(), say(Use.progress), who(May.HANDLE, atUnit()));
    }

    private void askReturn(Instant now) {
        chapter++;
        returned = true;
        var item = scene.topics().another(plot.topic(), chance);
        scene.cases().askReturn(id(), item.key(), say(Use.asked), who(May.HANDLE, atUnit()));
        then(now.plus(Duration.ofMinutes(10 + chance.nextInt(220))), this::decideReturn);
    }

    private void decideReturn(Instant now) {
        chapter++;
        boolean grant = chance.nextBoolean();
        scene.cases().decide(id(), grant, decider());
        if (grant) {
            atWork = false;
            toDispatch(now);
        } else {
            then(workday(between(now, due, 0.3 + 0.6 * chance.nextDouble())), this::finish);
        }
    }

    private void finish(Instant now) {
        chapter++;
        rounds++;
        atWork = false;
        finished = true;
        var handler = who(May.HANDLE, atUnit());
        if (pictured && rounds == 1)
            scene.reports().addPicture(id(), scene.pictures().draw(number % 6, true), Moment.AFTER, handler);
        for (var unit : assisting) scene.assistants().done(id(), unit, say(Use.progress), who(May.HANDLE, unit));
        assisting = List.of();
        var release = plot.topic().category().publicSpace() && chance.nextInt(10) < 3;
        scene.cases().finish(id(), say(Use.result), release ? say(Use.released) : null, handler);
        var silence = plot.topic().limits().answer().from(now, scene.calendar());
        waking.anewBy(silence);
        if (chance.nextDouble() < (rounds > 1 ? 0.75 : habit.answered()))
            then(between(now, silence, 0.02 + 0.93 * squared()), this::answer);
    }

    private void answer(Instant now) {
        chapter++;
        boolean solved = rounds > 2 || chance.nextDouble() < habit.solved();
        boolean called = chance.nextInt(8) == 0;
        var answer = new ResidentAnswer(
                solved,
                chance.nextInt(6) == 0 ? 0 : habit.rating(solved, 0, chance),
                chance.nextInt(5) == 0 ? 0 : habit.rating(solved, 0.3, chance),
                chance.nextInt(200) == 0,
                !solved && chance.nextBoolean() ? say(Use.again) : "",
                called ? "phone" : "link");
        scene.cases().answer(id(), answer, called ? who(May.CALL_BACK, atUnit()) : Actor.reporter(id().ref()));
        if (!solved) work(now);
    }

    /** At the desk any limit may make somebody late, at the unit its own; afterwards none. */
    private Instant calm() {
        if (atWork) return due;
        return finished ? Instant.MAX : Instant.MIN;
    }

    private @Nullable Instant wake(Instant now) {
        var next = scene.cases().wake(id());
        if (!atWork && !finished) desk = scene.cases().desk(id());
        if (atWork && !lookedAfter && !now.isBefore(due)) {
            lookedAfter = true;
            var above = scene.cast().above(atUnit());
            var answered = plot.topic().limits().supervise().from(now, scene.calendar());
            if (!above.equals(holder) && chance.nextInt(5) < 2)
                then(
                        between(now, answered, 0.2 + 0.6 * chance.nextDouble()),
                        it -> scene.cases().supervise(id(), say(Use.supervised), who(May.SUPERVISE, above)));
        }
        return next;
    }

    private void then(Instant at, Consumer<Instant> step) {
        int mine = chapter;
        agenda.at(at, now -> {
            if (mine == chapter) step.accept(now);
        });
    }

    /** What does not burn is done while offices work, if that is still the same side of the limit. */
    private Instant workday(Instant at) {
        if (plot.topic().urgent()) return at;
        var opening = scene.calendar().opening(at);
        return at.isAfter(due) || !opening.isAfter(due) ? opening : at;
    }

    private static Instant between(Instant from, Instant to, double part) {
        long millis = Math.max(60_000, Duration.between(from, to).toMillis());
        return from.plusMillis(Math.max(1_000, (long) (millis * part)));
    }

    private double squared() {
        double drawn = chance.nextDouble();
        return drawn * drawn;
    }

    private String one(int percent, String usual, String second, String third) {
        return chance.nextInt(100) < percent ? usual : chance.nextInt(3) > 0 ? second : third;
    }

    private String say(Use use) {
        return scene.words().one(plot.topic(), use, chance);
    }

    private Actor who(May may, UnitId unit) {
        return scene.cast().who(may, unit, number);
    }

    /** Where the desk holds the case itself, the unit above decides what it asks. */
    private Actor decider() {
        return atDesk().equals(atUnit())
                ? who(May.SUPERVISE, scene.cast().above(atUnit()))
                : who(May.DISPATCH, atDesk());
    }

    private UnitId atDesk() {
        return Objects.requireNonNull(desk);
    }

    private UnitId atUnit() {
        return Objects.requireNonNull(holder);
    }
}
