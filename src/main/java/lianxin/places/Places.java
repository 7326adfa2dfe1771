package lianxin.places;

import static lianxin.places.tables.PlaceVersionTable.PLACE_VERSION;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Ids;
import lianxin.platform.NotFound;
import lianxin.playbook.Label;
import lianxin.territory.AreaId;
import lianxin.territory.Dated;
import lianxin.territory.LineError;
import lianxin.territory.Posters;
import lianxin.territory.Responsibilities;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The verbs of places open to the public. Whoever organizes the unit that answers where the place stands may do it; what
 * was so before stays known. The area of a place gets a code of its own, so that something can be reported there.
 */
@Service
public class Places {
    private static final int CHUNK = 1_000;

    private final PlaceBook book;
    private final PlaceChecks checks;
    private final PlaceRules rules;
    private final Responsibilities responsibilities;
    private final Dated dated;
    private final PlaceCopy copy;
    private final Posters posters;
    private final Journal journal;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Places(
            PlaceBook book,
            PlaceChecks checks,
            PlaceRules rules,
            Responsibilities responsibilities,
            Dated dated,
            PlaceCopy copy,
            Posters posters,
            Journal journal,
            Ids ids,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.book = book;
        this.checks = checks;
        this.rules = rules;
        this.responsibilities = responsibilities;
        this.dated = dated;
        this.copy = copy;
        this.posters = posters;
        this.journal = journal;
        this.ids = ids;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What became of a list; with errors nothing was taken in.
     *
     * @param alreadyThere lines whose place of this name and type stands in the same area already; left as it is
     */
    public record Taken(UUID batch, int opened, int alreadyThere, List<LineError> errors) {}

    /** What types there are, by their keys, in the order of the playbook. */
    public SequencedMap<String, Label> types() {
        var types = new LinkedHashMap<String, Label>();
        rules.types().forEach(it -> types.put(it.key(), it.name()));
        return types;
    }

    /** The keys of what a place may have. */
    public List<String> amenities() {
        return rules.places().amenities().stream().map(PlaceRules.Tag::key).toList();
    }

    public PlaceId open(PlaceDetails details, Instant from, Actor by) {
        checks.must(details, from);
        var unit = allowed(details.area(), from, by);
        return transaction.execute(it -> {
            var place = write(List.of(details), null, from).getFirst();
            record(new PlaceFact.Registered(place.id(), unit, details.type(), details.status(), from), details, by);
            return place.id();
        });
    }

    /**
     * Takes a list in, in portions under one name; what is there already is passed over, so that a broken-off list is
     * simply given again.
     */
    public Taken openAll(List<PlaceDetails> list, Instant from, Actor by) {
        var batch = ids.next();
        var errors = new ArrayList<LineError>();
        var fresh = fresh(list, from, by, errors);
        if (!errors.isEmpty()) return new Taken(batch, 0, 0, List.copyOf(errors));
        for (int start = 0; start < fresh.size(); start += CHUNK) {
            var chunk = fresh.subList(start, Math.min(fresh.size(), start + CHUNK));
            transaction.executeWithoutResult(it -> {
                var first = write(chunk, batch, from).getFirst();
                var unit = responsibilities.responsible(first.area(), "", from);
                record(new PlaceFact.Listed(first.id(), unit, chunk.size(), batch, from), first.details(), by);
            });
        }
        return new Taken(batch, fresh.size(), list.size() - fresh.size(), List.of());
    }

    /** A part of a list whose lines were all judged before; told as one fact. Within the transaction of the list. */
    List<PlaceId> openListed(List<PlaceDetails> list, UUID batch, Instant from, UnitId charge, Actor by) {
        for (var it : list) checks.must(it, from);
        var places = write(list, batch, from);
        var first = places.getFirst();
        record(new PlaceFact.Listed(first.id(), charge, list.size(), batch, from), first.details(), by);
        return places.stream().map(Place::id).toList();
    }

    /** Those of a list were never there; those it changed are as they were. Told about the first. */
    void takeBackListed(List<PlaceId> opened, Map<PlaceId, Long> changed, UUID batch, UnitId charge, Actor by) {
        book.raise();
        var now = clock.instant();
        var v = PLACE_VERSION;
        changed.forEach((place, before) -> dated.restore(v, v.PLACE.eq(place.number()), before, now));
        if (!opened.isEmpty()) {
            var numbers = opened.stream().map(PlaceId::number).toList();
            dated.forget(v, v.PLACE.in(numbers), now);
        }
        var first = opened.isEmpty() ? changed.keySet().iterator().next() : opened.getFirst();
        var fact = new PlaceFact.ListTakenBack(first, charge, opened.size() + changed.size(), batch);
        journal.record(fact, null, by.ref(), now);
    }

    private List<PlaceDetails> fresh(List<PlaceDetails> list, Instant from, Actor by, List<LineError> errors) {
        var there = new HashSet<String>();
        book.at(from).forEach(it -> there.add(sameness(it.details())));
        var allowed = new HashMap<AreaId, UnitId>();
        var fresh = new ArrayList<PlaceDetails>();
        for (int i = 0; i < list.size(); i++) {
            var it = list.get(i);
            int line = i + 1;
            var wrong = checks.wrong(it, from);
            wrong.ifPresent(found -> errors.add(new LineError(line, found.key(), found.details())));
            if (wrong.isPresent()) continue;
            allowed.computeIfAbsent(it.area(), area -> allowed(area, from, by));
            if (there.add(sameness(it))) fresh.add(it);
        }
        return fresh;
    }

    static String sameness(PlaceDetails it) {
        return it.area() + " " + it.type() + " " + it.name();
    }

    /** From a day on it is so; where it stands may change too, and then both desks must allow it. */
    public void change(PlaceId id, PlaceDetails details, Instant from, Actor by) {
        var was = book.standing(id).orElseThrow(() -> new NotFound(id.ref()));
        allowed(was.area(), from, by);
        checks.must(details, from);
        var unit = allowed(details.area(), from, by);
        transaction.executeWithoutResult(it -> {
            book.raise();
            var v = PLACE_VERSION;
            dated.change(v, v.PLACE.eq(id.number()), columns(details), from, clock.instant());
            posters.ensure(List.of(details.area()), from);
            record(new PlaceFact.Changed(id, unit, details.type(), details.status(), from), details, by);
        });
    }

    /** It is a place no longer; its poster leads nowhere from then on. */
    public void close(PlaceId id, Instant at, Actor by) {
        var was = book.standing(id).orElseThrow(() -> new NotFound(id.ref()));
        var unit = allowed(was.area(), at, by);
        transaction.executeWithoutResult(it -> {
            book.raise();
            var v = PLACE_VERSION;
            dated.end(v, v.PLACE.eq(id.number()), at, clock.instant());
            record(new PlaceFact.Closed(id, unit, was.type(), at), was.details(), by);
        });
    }

    private UnitId allowed(AreaId area, Instant at, Actor by) {
        var unit = responsibilities.responsible(area, "", at);
        by.must(May.MANAGE_UNITS, unit);
        return unit;
    }

    private List<Place> write(List<PlaceDetails> list, @Nullable UUID batch, Instant from) {
        book.raise();
        var numbers = copy.numbers(list.size());
        var codes = copy.codes(list.size()).iterator();
        var places = new ArrayList<Place>();
        for (int i = 0; i < numbers.length; i++)
            places.add(new Place(new PlaceId(numbers[i]), codes.next(), list.get(i)));
        copy.write(places, batch, from, clock.instant());
        posters.ensure(list.stream().map(PlaceDetails::area).toList(), from);
        return places;
    }

    private static Map<Field<?>, @Nullable Object> columns(PlaceDetails it) {
        var v = PLACE_VERSION;
        var columns = new HashMap<Field<?>, @Nullable Object>(Map.of(
                v.NAME, it.name(),
                v.TYPE, it.type(),
                v.LEVEL, it.level(),
                v.STATUS, it.status().key(),
                v.AREA, it.area().number(),
                v.ADDRESS, it.address(),
                v.HOURS, it.hours().written()));
        columns.put(v.AMENITIES, it.amenities().toArray(String[]::new));
        columns.put(v.SERVICES, it.services().toArray(String[]::new));
        columns.put(v.FUNCTIONS, it.functions().toArray(String[]::new));
        columns.put(v.MODE, it.mode().key());
        columns.put(v.WEB, it.web());
        columns.put(v.LON, it.spot() == null ? null : it.spot().lon());
        columns.put(v.LAT, it.spot() == null ? null : it.spot().lat());
        return columns;
    }

    private void record(PlaceFact fact, PlaceDetails where, Actor by) {
        journal.record(fact, where.area().ref(), by.ref(), clock.instant());
    }
}
