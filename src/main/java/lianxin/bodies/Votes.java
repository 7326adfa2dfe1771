package lianxin.bodies;

import static lianxin.bodies.tables.UndertakingVersionTable.UNDERTAKING_VERSION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import lianxin.bodies.Ballot.Vote;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.territory.Days;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Votes on the resolutions of bodies whose kind decides by vote: one unit, one vote, and the rule says what came of it. */
@Service
@Transactional
public class Votes {

    private final Undertakings undertakings;
    private final UndertakingBook book;
    private final BodyBook bodies;
    private final BodyGuard guard;
    private final Days days;
    private final Journal journal;
    private final Clock clock;

    Votes(
            Undertakings undertakings,
            UndertakingBook book,
            BodyBook bodies,
            BodyGuard guard,
            Days days,
            Journal journal,
            Clock clock) {
        this.undertakings = undertakings;
        this.book = book;
        this.bodies = bodies;
        this.guard = guard;
        this.days = days;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Passed, it is carried out from now on; refused, it is settled. With too few units nothing is decided.
     *
     * @param meeting at which the units were that voted
     * @param votes of units that took part
     */
    public void take(UndertakingId resolution, UndertakingId meeting, Map<UnitId, Vote> votes, Actor by) {
        var it = book.lock(resolution);
        var body = guard.running(it.body(), by);
        var rule = guard.kind(body).vote();
        if (it.part() != Part.RESOLUTION || rule == null) throw new RuleBroken("bodies.no-vote");
        if (!it.proposed()) throw new RuleBroken("bodies.voted-already");
        var held = book.find(meeting);
        if (held.part() != Part.MEETING || !held.body().equals(it.body()) || !held.done())
            throw new RuleBroken("bodies.vote-at-meeting");
        if (!held.present().containsAll(votes.keySet())) throw new RuleBroken("bodies.vote-of-others");
        var day = Objects.requireNonNull(held.doneOn());
        int units = unitsOn(day, body);
        if (votes.size() < rule.quorumOf(units))
            throw new RuleBroken("bodies.no-quorum", units, rule.quorumOf(units), votes.size());
        var ballot = ballot(meeting, votes, rule, units);
        undertakings.decide(it, ballot.passed(), day, columns(ballot, votes));
        journal.record(
                new BodyFact.Voted(
                        body.id(),
                        body.lead(),
                        it.id(),
                        ballot.inFavor().size(),
                        ballot.opposed().size(),
                        ballot.abstained().size(),
                        ballot.needed(),
                        ballot.passed()),
                body.area().ref(),
                by.ref(),
                clock.instant());
    }

    private int unitsOn(LocalDate day, Body now) {
        var then = days.endOf(day);
        var units = new HashSet<UnitId>();
        units.add(bodies.find(now.id(), then).orElse(now).lead());
        bodies.members(now.id(), then).forEach(it -> units.add(it.unit()));
        return units.size();
    }

    private static Ballot ballot(UndertakingId meeting, Map<UnitId, Vote> votes, VoteRule rule, int units) {
        var abstained = Ballot.of(Vote.ABSTAINED, votes);
        return new Ballot(
                meeting,
                Ballot.units(Ballot.of(Vote.IN_FAVOR, votes)),
                Ballot.units(Ballot.of(Vote.OPPOSED, votes)),
                Ballot.units(abstained),
                rule.needed(units, votes.size(), abstained.length));
    }

    private static Map<Field<?>, Object> columns(Ballot it, Map<UnitId, Vote> votes) {
        var v = UNDERTAKING_VERSION;
        var columns = new HashMap<Field<?>, Object>();
        columns.put(v.VOTED_AT, it.meeting().number());
        columns.put(v.IN_FAVOR, Ballot.of(Vote.IN_FAVOR, votes));
        columns.put(v.OPPOSED, Ballot.of(Vote.OPPOSED, votes));
        columns.put(v.ABSTAINED, Ballot.of(Vote.ABSTAINED, votes));
        columns.put(v.VOTES_NEEDED, it.needed());
        return columns;
    }
}
