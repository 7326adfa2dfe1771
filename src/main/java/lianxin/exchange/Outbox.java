package lianxin.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.cases.CaseFact;
import lianxin.cases.Sources;
import lianxin.cases.WorkFact;
import lianxin.facts.Journal;
import lianxin.facts.JournalPlace;
import lianxin.facts.Recorded;
import lianxin.organization.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of the matters of a partner, fetched from the journal with a cursor. Facts are read below the horizon of
 * running transactions: none turns up later behind the cursor, none comes twice.
 */
@Service
@Transactional(readOnly = true)
class Outbox {

    private static final int AT_ONCE = 500;
    private static final int MOST_ROUNDS = 20;

    /** What goes back, and how it is called there. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("case.dispatched", "dispatched"),
            Map.entry("case.signed", "signed"),
            Map.entry("case.progressed", "progress"),
            Map.entry("case.finished", "finished"),
            Map.entry("case.return-asked", "return-asked"),
            Map.entry("case.return-withdrawn", "return-withdrawn"),
            Map.entry("case.praised", "finished"),
            Map.entry("case.closed", "closed"),
            Map.entry("case.closed-unanswered", "closed"),
            Map.entry("case.withdrawn", "closed"),
            Map.entry("case.taken-elsewhere", "closed"));

    private final Journal journal;
    private final Sources sources;
    private final Units units;

    Outbox(Journal journal, Sources sources, Units units) {
        this.journal = journal;
        this.sources = sources;
        this.units = units;
    }

    /**
     * Something that happened.
     *
     * @param number of the partner
     * @param due for a dispatch, the deadline; otherwise null
     * @param text for progress and result, what was said; for a return, why; otherwise null
     */
    record Event(
            UUID id,
            String number,
            String kind,
            Instant at,
            String unit,
            @Nullable Instant due,
            @Nullable String text) {}

    /** @param cursor to ask with the next time */
    record Page(List<Event> events, String cursor) {}

    Page after(Partner partner, @Nullable String cursor) {
        var place = cursor == null || cursor.isBlank() ? JournalPlace.BEGINNING : JournalPlace.parse(cursor);
        var events = new ArrayList<Event>();
        for (int round = 0; round < MOST_ROUNDS && events.isEmpty(); round++) {
            var read = journal.since(place, KINDS.keySet(), AT_ONCE);
            read.facts().forEach(it -> event(it, partner).ifPresent(events::add));
            place = read.next();
            if (read.facts().size() < AT_ONCE) break;
        }
        return new Page(events, place.toString());
    }

    private Optional<Event> event(Recorded recorded, Partner partner) {
        var fact = (CaseFact) recorded.fact();
        return sources.number(partner.key(), fact.id())
                .map(number -> new Event(
                        recorded.id(),
                        number,
                        KINDS.getOrDefault(recorded.kind(), recorded.kind()),
                        recorded.occurredAt(),
                        units.name(fact.responsible()),
                        fact instanceof WorkFact.Dispatched it ? it.due() : null,
                        sources.saidAt(fact, recorded.occurredAt()).orElse(null)));
    }
}
