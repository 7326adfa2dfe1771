package lianxin.evaluation;

import java.time.Clock;
import java.util.List;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a number of a league into the facts that were counted. Whoever reads single ratings is written down. */
@Service
@Transactional
class Evidence {
    static final int SHOWN = 500;

    private final Measures measures;
    private final Leagues leagues;
    private final Readers readers;
    private final Journal journal;
    private final Clock clock;

    Evidence(Measures measures, Leagues leagues, Readers readers, Journal journal, Clock clock) {
        this.measures = measures;
        this.leagues = leagues;
        this.readers = readers;
        this.journal = journal;
        this.clock = clock;
    }

    List<Measures.Counted> behind(League league, TreeChoice tree, UnitId unit, Measure measure, Actor reader) {
        if (!readers.opensFacts(reader, unit)) {
            throw new Forbidden("facts of " + unit);
        }
        var ratings = measure.fact().equals(Scheme.RATING);
        if (ratings && !readers.opensRatings(reader, unit)) {
            throw new Forbidden("ratings of " + unit);
        }
        var facts = measures.facts(measure, league.issue().cut(), leagues.rollUp(league, tree), unit.number(), SHOWN);
        if (ratings) {
            var read = new EvaluationFact.RatingsRead(
                    unit,
                    readers.above(unit),
                    league.scheme().key(),
                    league.period().toString(),
                    measure.key(),
                    facts.size());
            journal.record(read, null, reader.ref(), clock.instant());
        }
        return facts;
    }
}
