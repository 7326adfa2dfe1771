package lianxin.deliberation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lianxin.facts.Describes;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.platform.Screening;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs: a unit proposes, the one above decides, the unit named tells what becomes of it. */
@Service
@Transactional
public class Topics {

    private final TopicRows rows;
    private final Matters matters;
    private final Trees trees;
    private final List<Describes> modules;
    private final Journal journal;
    private final Clock clock;

    Topics(TopicRows rows, Matters matters, Trees trees, List<Describes> modules, Journal journal, Clock clock) {
        this.rows = rows;
        this.matters = matters;
        this.trees = trees;
        this.modules = modules;
        this.journal = journal;
        this.clock = clock;
    }

    record NewLink(
            Link.Kind kind,
            @Nullable Integer cameFrom,
            String title,
            UnitId unit,
            LocalDate due,
            @Nullable String target) {}

    /** Only what the proposer may read becomes part of it. */
    public TopicId propose(UnitId unit, String title, String reason, Collection<UUID> cases, Actor by) {
        if (!proposes(by, unit)) throw new Forbidden(unit.ref());
        var open = matters.open(cases, by).stream().map(Matters.Matter::id).toList();
        if (open.isEmpty()) throw new RuleBroken("topic.no-cases");
        var decider = trees.now().above(unit);
        var now = clock.instant();
        var id = rows.propose(
                title(title), text(reason), unit, decider, open, by.ref().toString(), now);
        tell(new TopicFact.Proposed(id, unit, decider, open.size()), by);
        return id;
    }

    /** Nobody decides what he proposed himself. */
    public void decide(
            TopicId id, boolean adopt, String answer, @Nullable UnitId responsible, @Nullable LocalDate due, Actor by) {
        var it = locked(id);
        by.must(May.SUPERVISE, it.decider());
        if (it.state() != Topic.State.proposed) throw new RuleBroken("topic.decided-already");
        if (it.proposedBy().equals(by.ref().toString())) throw new RuleBroken("topic.own");
        var now = clock.instant();
        var why = text(answer);
        if (!adopt) {
            rows.refuse(id, why, now);
            tell(new TopicFact.Refused(id, it.proposer(), it.decider()), by);
            return;
        }
        if (responsible == null || !below(it.decider(), responsible)) throw new RuleBroken("topic.responsible");
        mustBeAhead(due);
        rows.adopt(id, responsible, Objects.requireNonNull(due), why, now);
        tell(new TopicFact.Adopted(id, responsible, it.decider()), by);
    }

    /** The chain goes on by one link: a project comes from a proposal, a place from a project. */
    public int link(TopicId id, NewLink link, Actor by) {
        var it = locked(id);
        var unit = mustBeGoingOn(it, by);
        var before = link.kind().before();
        var from = link.cameFrom();
        var fits = before == null
                ? from == null
                : rows.links(id).stream()
                        .anyMatch(each -> Integer.valueOf(each.number()).equals(from)
                                && each.kind() == before
                                && each.state() != Link.State.dropped);
        if (!fits) throw new RuleBroken("topic.link-from");
        if (!below(it.decider(), link.unit())) throw new RuleBroken("topic.responsible");
        if ((link.kind() == Link.Kind.place) != (link.target() != null)) throw new RuleBroken("topic.link-place");
        if (link.target() != null && described(link.target()).isEmpty()) throw new RuleBroken("topic.link-place");
        if (link.kind() != Link.Kind.place) mustBeAhead(link.due());
        var titled = new NewLink(link.kind(), from, title(link.title()), link.unit(), link.due(), link.target());
        var number = rows.add(id, titled, clock.instant());
        tell(new TopicFact.Linked(id, unit, link.kind().name(), number, from, link.target()), by);
        return number;
    }

    public void endLink(TopicId id, int number, boolean done, Actor by) {
        var unit = mustBeGoingOn(locked(id), by);
        var open = rows.links(id).stream().anyMatch(each -> each.number() == number && each.state() == Link.State.open);
        if (!open) throw new RuleBroken("topic.link-ended");
        rows.endLink(number, done);
        tell(new TopicFact.LinkEnded(id, unit, number, done), by);
    }

    public void end(TopicId id, boolean done, String outcome, Actor by) {
        var unit = mustBeGoingOn(locked(id), by);
        rows.end(id, done, text(outcome), clock.instant());
        tell(new TopicFact.Ended(id, unit, done), by);
    }

    boolean proposes(Actor by, UnitId unit) {
        return by.may(May.DISPATCH, unit) || by.may(May.HANDLE, unit) || by.may(May.SUPERVISE, unit);
    }

    boolean carries(Actor by, Topic it) {
        var unit = it.responsible();
        return it.state() == Topic.State.adopted
                && unit != null
                && (by.may(May.HANDLE, unit) || by.may(May.SUPERVISE, unit));
    }

    /** What the pointer points at, if there is such a place. */
    Optional<Describes.Described> described(String target) {
        var parts = target.split("/", 2);
        return modules.stream()
                .filter(it -> it.kind().equals("place") && it.kind().equals(parts[0]))
                .flatMap(it -> it.describe(parts[parts.length - 1]).stream())
                .findFirst();
    }

    private UnitId mustBeGoingOn(Topic it, Actor by) {
        if (it.state() != Topic.State.adopted || it.responsible() == null) throw new RuleBroken("topic.not-going-on");
        if (!carries(by, it)) throw new Forbidden(it.id().ref());
        return it.responsible();
    }

    private void mustBeAhead(@Nullable LocalDate due) {
        if (due == null || !due.isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone())))
            throw new RuleBroken("topic.due");
    }

    private boolean below(UnitId upper, UnitId unit) {
        var tree = trees.now();
        return tree.has(unit) && tree.covers(upper, unit);
    }

    private Topic locked(TopicId id) {
        return rows.locked(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    private void tell(TopicFact fact, Actor by) {
        journal.record(fact, null, by.ref(), clock.instant());
    }

    private static String title(String typed) {
        return checked(typed, Topic.LONGEST_TITLE);
    }

    private static String text(String typed) {
        return checked(typed, Topic.LONGEST_TEXT);
    }

    /** Everybody will read it, so numbers of persons are refused. */
    private static String checked(String typed, int longest) {
        var text = typed.strip();
        if (text.isEmpty()) throw new RuleBroken("topic.empty");
        if (text.length() > longest) throw new RuleBroken("topic.too-long", longest);
        if (!Screening.findings(text).isEmpty()) throw new RuleBroken("topic.numbers");
        return text;
    }
}
