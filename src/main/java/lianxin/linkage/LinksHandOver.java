package lianxin.linkage;

import static lianxin.linkage.tables.LinkVersionTable.LINK_VERSION;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Chair;
import lianxin.organization.Succession;
import lianxin.organization.UnitEnding;
import lianxin.organization.UnitId;
import lianxin.territory.Dated;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a unit ends, its seats are those of its successor and so are the links of these seats; what was tied to the unit is
 * tied to the successor. Where that seat is tied to the successor already, the link ends.
 */
@Component
class LinksHandOver implements UnitEnding {

    private final LinkBook book;
    private final Dated dated;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    LinksHandOver(LinkBook book, Dated dated, Journal journal, DSLContext db, Clock clock) {
        this.book = book;
        this.dated = dated;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String held() {
        return "linkage.held";
    }

    @Override
    public Map<UnitId, Integer> shares(Succession it) {
        if (livesOn(it)) return Map.of();
        var count = seats(it).size() + objects(it).size();
        return count == 0 ? Map.of() : Map.of(it.named(), count);
    }

    @Override
    @Transactional
    public void handOver(Succession it) {
        if (livesOn(it)) return;
        var facts = new ArrayList<Journal.Told>();
        for (var link : seats(it)) {
            change(link, LINK_VERSION.UNIT, it);
            facts.add(told(over(link, "seat", it.named(), it), it));
        }
        for (var link : objects(it)) facts.add(told(object(link, it), it));
        if (!facts.isEmpty()) journal.recordAll(facts, null, Actor.SYSTEM.ref());
    }

    private static Journal.Told told(LinkFact fact, Succession it) {
        return new Journal.Told(fact, it.at());
    }

    private LinkFact object(LinkId id, Succession it) {
        var seat = book.last(id, it.at()).map(link -> link.seat().unit()).orElse(it.named());
        if (twice(id, it)) {
            dated.endAll(LINK_VERSION, LINK_VERSION.LINK.eq(id.number()), it.at(), clock.instant());
            return new LinkFact.Ended(id, seat, it.at());
        }
        change(id, LINK_VERSION.OBJECT, it);
        return over(id, "object", seat, it);
    }

    private static LinkFact over(LinkId id, String end, UnitId charge, Succession it) {
        return new LinkFact.HandedOver(id, charge, end, it.from(), it.named(), it.at());
    }

    /** A unit that only gives parts away keeps its seats and stays an object. */
    private static boolean livesOn(Succession it) {
        return it.named().equals(it.from());
    }

    private void change(LinkId link, Field<Integer> end, Succession it) {
        var mine = LINK_VERSION.LINK.eq(link.number()).and(end.eq(it.from().number()));
        dated.changeAll(LINK_VERSION, mine, Map.of(end, it.named().number()), it.at(), clock.instant());
    }

    /** Whether the seat would be tied to the successor twice. */
    private boolean twice(LinkId id, Succession it) {
        var link = book.last(id, it.at());
        if (link.isEmpty()) return false;
        Chair seat = link.get().seat();
        return book.of(List.of(seat), it.at()).stream()
                .anyMatch(other -> other.object().equals(it.named())
                        && other.system().equals(link.get().system())
                        && other.category().equals(link.get().category())
                        && other.title().equals(link.get().title()));
    }

    private List<LinkId> seats(Succession it) {
        return going(LINK_VERSION.UNIT, it);
    }

    private List<LinkId> objects(Succession it) {
        return going(LINK_VERSION.OBJECT, it);
    }

    private List<LinkId> going(Field<Integer> end, Succession it) {
        return db.selectDistinct(LINK_VERSION.LINK)
                .from(LINK_VERSION)
                .where(
                        end.eq(it.from().number()),
                        LINK_VERSION.KNOWN_TO.eq(Dated.FOREVER),
                        LINK_VERSION.VALID_TO.gt(it.at()))
                .orderBy(LINK_VERSION.LINK)
                .fetch(row -> new LinkId(row.value1()));
    }
}
