package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import lianxin.cases.CaseStory.IllegalStory;
import lianxin.cases.CaseVerb.Who;
import lianxin.facts.Journal;
import lianxin.facts.JournalMonths;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;

/** 临江 while random people do random things in it, beside what the simple model makes of them. */
final class CaseWorld implements AutoCloseable {

    /** So many units are always left to be strangers to a case. */
    private static final int FEWEST = 6;

    private final Cast town = new Cast();
    private final Map<Integer, CaseStory> byNumber = new LinkedHashMap<>();
    private final Map<String, CaseStory> byId = new HashMap<>();
    private UUID last = new UUID(0, 0);
    private int founded;

    /** How often each verb was done. */
    final Map<String, Integer> done = new LinkedHashMap<>();

    static List<UnitId> unitsThatHoldCases(Cast town) {
        var tree = town.the(Trees.class).now();
        var units = new ArrayList<UnitId>();
        for (var number : tree.below(town.county))
            if (tree.holdsCases(new UnitId(number))) units.add(new UnitId(number));
        return units;
    }

    List<Integer> numbers() {
        return List.copyOf(byNumber.keySet());
    }

    CaseStory story(int number) {
        return byNumber.get(number);
    }

    void play(CaseMove move) {
        switch (move) {
            case CaseMove.Report it -> report(it);
            case CaseMove.Step it -> step(it);
            case CaseMove.Wait it -> pass(it);
            case CaseMove.Reorganize it -> reorganize(it);
        }
    }

    private void report(CaseMove.Report it) {
        var id = town.reports()
                .report(new lianxin.cases.Report(
                        new CaseId(new UUID(0x1000, it.number())), place(it), it.words(), "", "qr"));
        var story = new CaseStory(id);
        byNumber.put(it.number(), story);
        byId.put(id.toString(), story);
        heard();
    }

    private lianxin.territory.AreaId place(CaseMove.Report it) {
        return it.number() % 2 == 0 ? town.yard : town.otherYard;
    }

    private void step(CaseMove.Step it) {
        var story = byNumber.get(it.number());
        if (story == null) return;
        var legal = it.verb().when().test(story) && entitled(it, story);
        var refused = refusal(it, story);
        if (refused == null && !legal) throw new IllegalStory(it + " was done, but the case is " + story.standing());
        if (refused != null && legal && !it.verb().unless().contains(refused))
            throw new IllegalStory(it + " was refused: " + refused + ", but the case is " + story.standing());
        if (refused == null) done.merge(it.verb().name(), 1, Integer::sum);
        var in = story.heardIn();
        heard();
        compare(story);
        compare(in);
    }

    private @org.jspecify.annotations.Nullable String refusal(CaseMove.Step it, CaseStory story) {
        try {
            it.verb().doing().to(story, actor(it.who(), story), town, new SplittableRandom(it.dice()));
            return null;
        } catch (RuleBroken rule) {
            return rule.key();
        } catch (Forbidden forbidden) {
            return "forbidden";
        }
    }

    /** The same person may be several things to a case. */
    private boolean entitled(CaseMove.Step it, CaseStory story) {
        var by = actor(it.who(), story).ref();
        return it.verb().whose().stream()
                        .anyMatch(
                                who -> is(who, story) && actor(who, story).ref().equals(by))
                || decidesFromHigherUp(it, story);
    }

    /** What is decided above a unit is decided by whoever supervises there, also from two levels up. */
    private boolean decidesFromHigherUp(CaseMove.Step it, CaseStory story) {
        if (it.who() != Who.SUPERVISOR || story.supervisor == null) return false;
        return it.verb().whose().stream()
                .map(who -> deciding(who, story))
                .anyMatch(unit -> unit != null && tree().covers(story.supervisor, unit));
    }

    /** The unit whose head such a one is; null for all who head nothing. */
    private @Nullable UnitId deciding(Who who, CaseStory story) {
        return switch (who) {
            case DECIDER -> story.desk.equals(story.holder) ? over(story.holder, story) : null;
            case EXCLUDER -> over(story.exclusion.asker, story);
            case REVIEWER -> over(story.exclusion.decider, story);
            default -> null;
        };
    }

    private @Nullable UnitId over(@Nullable UnitId unit, CaseStory story) {
        if (unit == null) return null;
        return town.the(Routing.class).over(unit, town.load(story.id).place, town.clock.instant());
    }

    /** Whether there is such a person now. */
    private boolean is(Who who, CaseStory story) {
        return switch (who) {
            case SUPERVISOR -> story.supervisor != null;
            case ANYBODY_CALLED_IN -> !story.assisting.isEmpty();
            case SUMMONED -> story.whistled != null;
            case CHECKER -> story.checker != null;
            case CALLER -> tree().has(story.heardIn().holder);
            case HOLDER -> tree().has(story.holder);
            case EXCLUDER -> story.exclusion.asker != null;
            case REVIEWER -> story.exclusion.decider != null;
            default -> true;
        };
    }

    private Actor actor(Who who, CaseStory story) {
        return switch (who) {
            case DESK -> of("watch", story.desk, story);
            case HOLDER -> tree().has(story.holder) ? town.worker(story.holder) : stranger(story);
            case DECIDER ->
                story.desk.equals(story.holder) && tree().has(story.holder)
                        ? town.holding("head", tree().above(story.holder))
                        : of("watch", story.desk, story);
            case SUPERVISOR -> story.supervisor == null ? stranger(story) : of("head", story.supervisor, story);
            case CALLER -> town.holding("caller", town.county);
            case REPORTER -> Cast.reporter(story.id);
            case ANYBODY_CALLED_IN ->
                story.assisting.isEmpty() ? stranger(story) : town.worker(new UnitId(CaseVerb.assistant(story)));
            case SUMMONED -> story.whistled == null ? stranger(story) : of("watch", story.whistled, story);
            case CHECKER -> story.checker == null ? stranger(story) : of("watch", story.checker, story);
            case EXCLUDER -> headOver(story.exclusion.asker, story);
            case REVIEWER -> headOver(story.exclusion.decider, story);
            case NEIGHBOR -> Cast.reporter(new CaseId(new UUID(0x2000, 1)));
            case STRANGER -> stranger(story);
        };
    }

    private Actor headOver(@Nullable UnitId unit, CaseStory story) {
        var above = over(unit, story);
        return above == null ? stranger(story) : of("head", above, story);
    }

    /** Nobody works any more in a unit that has ended. */
    private Actor of(String role, UnitId unit, CaseStory story) {
        return tree().has(unit) ? town.holding(role, unit) : stranger(story);
    }

    private Tree tree() {
        return town.the(Trees.class).now();
    }

    /** Somebody who works in a unit that has nothing to do with it. */
    private Actor stranger(CaseStory story) {
        return unitsThatHoldCases(town).stream()
                .filter(it -> !it.equals(story.holder) && !story.assisting.contains(it.number()))
                .findFirst()
                .map(town::worker)
                .orElseThrow();
    }

    private void pass(CaseMove.Wait it) {
        town.clock.forward(it.time());
        town.the(JournalMonths.class).reachBackTo(town.clock.instant());
        town.sweep().run();
        assertThat(town.sweep().failing()).as("cases that could not be woken").isZero();
        assertThat(count(
                        "SELECT count(*) FROM cases.case_file WHERE wake_at <= {0}::timestamptz", town.clock.instant()))
                .as("cases that are due after the sweep")
                .isZero();
        heard().forEach(this::compare);
    }

    private void reorganize(CaseMove.Reorganize it) {
        var units = unitsThatHoldCases(town).stream()
                .filter(each -> !each.equals(town.county))
                .toList();
        var from = units.get(it.unit() % units.size());
        var old = tree().unit(from);
        var into = it.into();
        var to = into == null || units.size() <= FEWEST ? successor(old) : units.get(into % units.size());
        if (to.equals(from)) return;
        var now = town.clock.instant();
        try {
            town.the(Units.class).merge(from, to, now, "机构改革", Actor.SYSTEM);
        } catch (RuleBroken refused) {
            return;
        }
        byNumber.values().forEach(story -> story.ended(from, to));
        done.merge("reorganize", 1, Integer::sum);
        heard();
        byNumber.values().stream().filter(CaseStory::open).forEach(this::compare);
    }

    private UnitId successor(Unit old) {
        var above = old.parent();
        var unit = new Units.NewUnit("新" + ++founded, old.kind(), old.level(), "new-" + founded, above, null);
        return town.the(Units.class).create(unit, town.clock.instant(), "新设", Actor.SYSTEM);
    }

    /** Reads what was told since; the stories it was told about. */
    private List<CaseStory> heard() {
        var lines = town.database
                .sql()
                .fetch(
                        "SELECT id, about_id FROM facts.journal WHERE id > {0}::uuid AND about_kind = 'case' ORDER BY id",
                        org.jooq.impl.DSL.val(last.toString()));
        if (lines.isEmpty()) return List.of();
        last = lines.getLast().get(0, UUID.class);
        var touched = lines.stream()
                .map(line -> byId.get(line.get(1, String.class)))
                .distinct()
                .toList();
        for (var story : touched) {
            var facts = town.the(Journal.class).about(story.id.ref()).stream()
                    .sorted(Comparator.comparing(Recorded::id))
                    .toList();
            for (var fact : facts.subList(story.facts.size(), facts.size())) {
                var told = (CaseFact) fact.fact();
                story.tell(told);
                voices(story, told);
            }
            if (story.outcome == Outcome.withdrawn) story.lead = null;
        }
        return touched;
    }

    /** What a fact of a joined report does to the case in which it is worked on. */
    private void voices(CaseStory story, CaseFact told) {
        switch (told) {
            case ReportFact.Joined it -> {
                story.lead = byId.get(it.lead().toString());
                story.lead.voices++;
            }
            case ReportFact.Parted it -> {
                story.heardIn().voices--;
                story.lead = null;
            }
            case ReportFact.SteppedBack it -> {
                story.heardIn().voices--;
                if (story.lead == null) story.steppedBack = true;
                story.lead = null;
            }
            default -> {}
        }
    }

    private void compare(CaseStory story) {
        var it = town.the(CaseRepository.class).find(story.id).orElseThrow(() -> new NotFound(story.id.ref()));
        var stored = CaseStanding.of(it);
        if (!stored.equals(story.standing()))
            throw new IllegalStory(
                    "The case is stored as " + stored + "\n       its facts tell it is " + story.standing());
    }

    /** What must hold at any time, for all cases together. */
    void checkAll() {
        byNumber.values().forEach(this::compare);
        var tree = tree();
        for (var story : byNumber.values()) {
            if (!story.open()) continue;
            for (var unit : List.of(story.holder, story.desk))
                if (!tree.has(unit) || !tree.holdsCases(unit))
                    throw new IllegalStory("An open case is held by a unit that does not exist: " + story.standing());
        }
        assertThat(count("SELECT count(*) FROM cases.case_file WHERE stage <> 'CLOSED' AND wake_at IS NULL"))
                .as("open cases that nothing will ever wake")
                .isZero();
        CaseCounters.ALL.forEach((what, pair) -> assertThat(count(pair.stored()))
                .as("%s, as stored and as told", what)
                .isEqualTo(count(pair.told())));
        for (var stage : Stage.values())
            assertThat(count("SELECT count(*) FROM cases.case_file WHERE stage = {0}", stage.name()))
                    .as("cases that are %s", stage)
                    .isEqualTo(byNumber.values().stream()
                            .filter(it -> it.at(stage))
                            .count());
    }

    private long count(String sql, Object... values) {
        var bound = java.util.Arrays.stream(values)
                .map(it -> org.jooq.impl.DSL.val(it.toString()))
                .toArray(org.jooq.QueryPart[]::new);
        return town.database.sql().fetchSingle(sql, bound).get(0, Long.class);
    }

    @Override
    public void close() {
        town.close();
    }
}
