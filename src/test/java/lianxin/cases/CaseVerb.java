package lianxin.cases;

import static lianxin.cases.CaseVerb.Who.ANYBODY_CALLED_IN;
import static lianxin.cases.CaseVerb.Who.CALLER;
import static lianxin.cases.CaseVerb.Who.CHECKER;
import static lianxin.cases.CaseVerb.Who.DECIDER;
import static lianxin.cases.CaseVerb.Who.DESK;
import static lianxin.cases.CaseVerb.Who.EXCLUDER;
import static lianxin.cases.CaseVerb.Who.HOLDER;
import static lianxin.cases.CaseVerb.Who.REPORTER;
import static lianxin.cases.CaseVerb.Who.REVIEWER;
import static lianxin.cases.CaseVerb.Who.SUMMONED;
import static lianxin.cases.CaseVerb.Who.SUPERVISOR;
import static lianxin.cases.Stage.CLOSED;
import static lianxin.cases.Stage.DISPATCHED;
import static lianxin.cases.Stage.REPORTED;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;

/**
 * What somebody can do to a case, as the model knows it: one entry for each verb.
 *
 * @param whose who may; everybody else is refused
 * @param when how the case must stand for it, else it is refused
 * @param unless refusals that are no surprise even then, because they hang on time and number
 */
record CaseVerb(String name, Set<Who> whose, Predicate<CaseStory> when, Doing doing, Set<String> unless) {

    private static final Set<String> ENDINGS =
            Set.of("withdraw", "decline", "hand on", "answer at once", "ask to close unsolved");

    /** Whether nothing more would happen if people did it as often as everything else. */
    boolean ends() {
        return ENDINGS.contains(name);
    }

    /** Who somebody is to a case. */
    enum Who {
        DESK,
        HOLDER,
        DECIDER,
        SUPERVISOR,
        CALLER,
        REPORTER,
        ANYBODY_CALLED_IN,
        SUMMONED,
        CHECKER,
        EXCLUDER,
        REVIEWER,
        STRANGER,
        NEIGHBOR
    }

    interface Doing {
        void to(CaseStory it, Actor by, Cast town, SplittableRandom dice);
    }

    static final List<CaseVerb> ALL = List.of(
            verb(
                    "dispatch",
                    DESK,
                    it -> it.at(REPORTED),
                    (it, by, town, dice) -> town.cases()
                            .dispatch(it.id, one(dice, "lantern", "dike-crack", "stall", "well", "meal"), by)),
            verb(
                    "sign",
                    HOLDER,
                    it -> it.at(DISPATCHED) && !it.signed,
                    (it, by, town, dice) -> town.cases().sign(it.id, by)),
            verb(
                    "progress",
                    HOLDER,
                    it -> it.at(DISPATCHED),
                    (it, by, town, dice) -> town.cases().progress(it.id, "看过了", by)),
            verb(
                    "ask return",
                    HOLDER,
                    it -> asks(it),
                    (it, by, town, dice) ->
                            town.cases().askReturn(it.id, one(dice, "riverside", "streets", "homes"), "不归我们", by),
                    "case.return-too-late",
                    "case.return-often-enough"),
            verb(
                    "ask postpone",
                    HOLDER,
                    it -> asks(it) && it.signed,
                    (it, by, town, dice) -> ask(it, Relief.POSTPONE, town, by, dice),
                    "case.asked-too-late",
                    "case.postpone-until",
                    "case.postpone-too-long",
                    "case.postpone-often-enough"),
            verb(
                    "ask shelve",
                    HOLDER,
                    it -> asks(it) && it.signed && it.assisting.isEmpty(),
                    (it, by, town, dice) -> ask(it, Relief.SHELVE, town, by, dice),
                    "case.asked-too-late",
                    "case.shelve-too-long",
                    "case.shelve-often-enough"),
            verb(
                    "ask to close unsolved",
                    HOLDER,
                    it -> asks(it) && it.signed && it.assisting.isEmpty(),
                    (it, by, town, dice) -> town.cases().ask(it.id, Asked.toCloseUnsolved("no-stone"), "没有石料", by),
                    "case.asked-too-late",
                    "case.unsolved-often-enough"),
            verb(
                    "grant",
                    DECIDER,
                    it -> it.asked != null,
                    (it, by, town, dice) -> town.cases().decide(it.id, true, by)),
            verb(
                    "refuse",
                    DECIDER,
                    it -> it.asked != null,
                    (it, by, town, dice) -> town.cases().decide(it.id, false, by)),
            new CaseVerb(
                    "resume",
                    Set.of(DESK, HOLDER),
                    it -> it.paused,
                    (it, by, town, dice) -> town.cases().resume(it.id, by),
                    Set.of()),
            verb(
                    "finish",
                    HOLDER,
                    it -> it.at(DISPATCHED) && it.assisting.isEmpty(),
                    (it, by, town, dice) -> town.cases().finish(it.id, "办好了", null, by)),
            new CaseVerb(
                    "answer",
                    Set.of(REPORTER, CALLER),
                    it -> !it.steppedBack && it.heardIn().round > 0 && it.heardIn().outcome != Outcome.withdrawn,
                    (it, by, town, dice) -> {
                        var solved = dice.nextInt(3) > 0;
                        var pressed = dice.nextInt(8) == 0;
                        var answer = new ResidentAnswer(solved, dice.nextInt(6), dice.nextInt(6), pressed, "", "phone");
                        town.cases().answer(it.id, answer, by);
                    },
                    Set.of("case.answered-already")),
            verb(
                    "add",
                    REPORTER,
                    it -> !it.steppedBack && it.heardIn().open(),
                    (it, by, town, dice) -> town.reporters().add(it.id, dice.nextBoolean(), "还有一处", by),
                    "case.additions-enough"),
            verb(
                    "urge",
                    REPORTER,
                    it -> !it.steppedBack && it.heardIn().at(REPORTED, DISPATCHED),
                    (it, by, town, dice) -> town.reporters().urge(it.id, by),
                    "case.urged-already"),
            verb(
                    "withdraw",
                    REPORTER,
                    it -> !it.steppedBack && it.heardIn().open(),
                    (it, by, town, dice) -> town.reporters().withdraw(it.id, dice.nextBoolean() ? "不用了" : "", by),
                    "case.answered-already"),
            verb(
                    "check",
                    CHECKER,
                    it -> it.checker != null,
                    (it, by, town, dice) -> town.the(Checks.class).found(it.id, dice.nextBoolean(), "去看过了", by)),
            verb(
                    "join",
                    DESK,
                    it -> it.at(REPORTED) && !it.filed && it.appealed == null && it.voices == 1 && !it.steppedBack,
                    (it, by, town, dice) -> join(it, town, by, dice),
                    "case.not-joinable"),
            verb(
                    "part",
                    DESK,
                    it -> it.at(REPORTED, DISPATCHED) && it.voices > 1,
                    (it, by, town, dice) -> part(it, town, by, dice)),
            verb(
                    "disagree",
                    REPORTER,
                    CaseVerb::disagrees,
                    (it, by, town, dice) -> town.the(Disagreements.class).say(it.id, "没有办好", by),
                    "case.disagreed-too-late"),
            verb(
                    "send back",
                    DESK,
                    it -> it.appealed != null,
                    (it, by, town, dice) -> town.the(Disagreements.class).sendBack(it.id, by),
                    "case.desk-same"),
            verb(
                    "confirm",
                    DESK,
                    it -> it.appealed != null,
                    (it, by, town, dice) -> town.the(Disagreements.class).confirm(it.id, "不在临江", by),
                    "case.own-ending"),
            verb(
                    "supervise",
                    SUPERVISOR,
                    it -> it.superviseOpen,
                    (it, by, town, dice) -> town.cases().supervise(it.id, "今天去看", by)),
            verb(
                    "decline",
                    DESK,
                    CaseVerb::undecided,
                    (it, by, town, dice) -> town.the(DeskEndings.class).decline(it.id, "elsewhere", "不在临江", by)),
            verb(
                    "hand on",
                    DESK,
                    CaseVerb::undecided,
                    (it, by, town, dice) -> town.the(DeskEndings.class).handOn(it.id, "magistrate", "请去县衙", by)),
            verb(
                    "answer at once",
                    DESK,
                    CaseVerb::undecided,
                    (it, by, town, dice) -> town.the(DeskEndings.class).answer(it.id, "初一开门", by)),
            new CaseVerb(
                    "call in",
                    Set.of(DESK, HOLDER),
                    it -> it.at(DISPATCHED) && !it.paused,
                    (it, by, town, dice) -> town.the(Assistants.class).callIn(it.id, anyUnit(town, dice), "请来看看", by),
                    Set.of("case.lead-assists-not", "case.assists-already")),
            verb(
                    "open the lead",
                    DESK,
                    it -> it.at(DISPATCHED) && !it.signed && !it.notIn.isEmpty(),
                    (it, by, town, dice) -> town.the(Assistants.class).openLead(it.id, by)),
            verb(
                    "check in",
                    ANYBODY_CALLED_IN,
                    it -> it.at(DISPATCHED) && it.notIn.contains(assistant(it)),
                    (it, by, town, dice) -> town.the(Assistants.class).checkIn(it.id, new UnitId(assistant(it)), by)),
            verb(
                    "do one's part",
                    ANYBODY_CALLED_IN,
                    it -> it.at(DISPATCHED)
                            && !it.assisting.isEmpty()
                            && !(it.leadOpen && it.notIn.contains(assistant(it))),
                    (it, by, town, dice) ->
                            town.the(Assistants.class).done(it.id, new UnitId(assistant(it)), "电缆查过了", by)),
            new CaseVerb(
                    "release",
                    Set.of(DESK, HOLDER),
                    it -> it.at(DISPATCHED) && !it.assisting.isEmpty(),
                    (it, by, town, dice) -> town.the(Assistants.class).release(it.id, new UnitId(assistant(it)), by),
                    Set.of()),
            new CaseVerb(
                    "whistle",
                    Set.of(DESK, HOLDER),
                    it -> it.at(DISPATCHED) && !it.paused && it.whistled == null,
                    (it, by, town, dice) -> town.the(Assistants.class).whistle(it.id, anyUnit(town, dice), "没有权限", by),
                    Set.of("case.whistle-for-itself")),
            verb(
                    "respond",
                    SUMMONED,
                    it -> it.whistled != null,
                    (it, by, town, dice) -> town.the(Assistants.class).respond(it.id, List.of(), "明天到", by)),
            verb(
                    "pass up",
                    DESK,
                    it -> it.at(REPORTED) && it.appealed == null,
                    (it, by, town, dice) -> town.the(PassesUp.class).up(it.id, "ownerless", "", "谁都不管", by),
                    "case.nobody-above"),
            verb(
                    "ask to leave out",
                    HOLDER,
                    CaseVerb::countsForAUnit,
                    (it, by, town, dice) -> town.the(Exclusions.class).ask(it.id, "flood", "水没退", by),
                    "case.exclusion-nobody-above"),
            verb(
                    "leave out",
                    EXCLUDER,
                    it -> it.exclusion.standing == Exclusion.Standing.asked,
                    (it, by, town, dice) -> town.the(Exclusions.class).decide(it.id, dice.nextInt(4) > 0, "看过水位", by)),
            verb(
                    "contest",
                    REPORTER,
                    it -> !it.steppedBack && it.heardIn().exclusion.standing == Exclusion.Standing.excluded,
                    (it, by, town, dice) -> town.the(Exclusions.class).contest(it.id, "那天没有水", by),
                    "case.contested-too-late"),
            verb(
                    "settle",
                    REVIEWER,
                    it -> it.exclusion.standing == Exclusion.Standing.contested,
                    (it, by, town, dice) -> town.the(Exclusions.class).settle(it.id, dice.nextBoolean(), "查过水文记录", by),
                    "case.exclusion-own-decision"));

    private static CaseVerb verb(String name, Who who, Predicate<CaseStory> when, Doing doing, String... unless) {
        return new CaseVerb(name, Set.of(who), when, doing, Set.of(unless));
    }

    /** A unit has it or had it, and nobody asked yet that it should not count. */
    private static boolean countsForAUnit(CaseStory it) {
        return it.exclusion.standing == null
                && !it.at(REPORTED)
                && it.facts.stream().anyMatch(WorkFact.Dispatched.class::isInstance)
                && !Appeal.lies(it.outcome);
    }

    private static boolean undecided(CaseStory it) {
        return it.at(REPORTED) && it.appealed == null && !it.again;
    }

    private static boolean disagrees(CaseStory it) {
        var in = it.heardIn();
        return in.at(CLOSED) && !it.steppedBack && !in.again && in.outcome != Outcome.withdrawn;
    }

    private static void join(CaseStory it, Cast town, Actor by, SplittableRandom dice) {
        var some = town.the(Joinings.class).candidates(town.load(it.id));
        if (some.isEmpty()) throw new RuleBroken("case.not-joinable");
        town.the(Joinings.class).join(it.id, some.get(dice.nextInt(some.size())).id(), by);
    }

    private static void part(CaseStory it, Cast town, Actor by, SplittableRandom dice) {
        var some = town.the(Voices.class).of(it.id);
        if (some.isEmpty()) throw new RuleBroken("case.last-voice");
        town.the(Joinings.class).part(some.get(dice.nextInt(some.size())).id(), it.id, by);
    }

    private static boolean asks(CaseStory it) {
        return it.at(DISPATCHED) && it.asked == null && !it.paused;
    }

    private static void ask(CaseStory it, Relief what, Cast town, Actor by, SplittableRandom dice) {
        var until = town.clock.instant().plus(Duration.ofHours(1 + dice.nextInt(600)));
        town.cases().ask(it.id, new Asked(what, null, until), "材料没到", by);
    }

    /** Of those called in the one with the lowest number; nobody is 0. */
    static int assistant(CaseStory it) {
        return it.assisting.stream().findFirst().orElse(0);
    }

    private static UnitId anyUnit(Cast town, SplittableRandom dice) {
        var units = CaseWorld.unitsThatHoldCases(town);
        return units.get(dice.nextInt(units.size()));
    }

    private static String one(SplittableRandom dice, String... some) {
        return some[dice.nextInt(some.length)];
    }
}
