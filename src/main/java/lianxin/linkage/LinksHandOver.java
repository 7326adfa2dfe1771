package lianxin.linkage;

import static lianxin.linkage.tables.LinkVersionTable.LINK_VERSION;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final DSLContext db;
    private final Clock clock;

    LinksHandOver(LinkBook book, Dated dated, DSLContext db, Clock clock) {
        this.book = book;
        this.dated = dated;
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
        for (var link : seats(it)) change(link, LINK_VERSION.UNIT, it);
        for (var link : objects(it)) if (!change(link, LINK_VERSION.OBJECT, it)) end(link, it);
    }

    /** A unit that only gives parts away keeps its seats and stays an object. */
    private static boolean livesOn(Succession it) {
        return it.named().equals(it.from());
    }

    /** Returns false when the seat would be tied to the successor twice. */
    private boolean change(Integer link, Field<Integer> end, Succession it) {
        if (end.equals(LINK_VERSION.OBJECT) && twice(new LinkId(link), it)) return false;
        var mine = LINK_VERSION.LINK.eq(link).and(end.eq(it.from().number()));
        dated.changeAll(LINK_VERSION, mine, Map.of(end, it.named().number()), it.at(), clock.instant());
        return true;
    }

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

    private void end(Integer link, Succession it) {
        dated.endAll(LINK_VERSION, LINK_VERSION.LINK.eq(link), it.at(), clock.instant());
    }

    private List<Integer> seats(Succession it) {
        return going(LINK_VERSION.UNIT, it);
    }

    private List<Integer> objects(Succession it) {
        return going(LINK_VERSION.OBJECT, it);
    }

    private List<Integer> going(Field<Integer> end, Succession it) {
        return new ArrayList<>(db.selectDistinct(LINK_VERSION.LINK)
                .from(LINK_VERSION)
                .where(
                        end.eq(it.from().number()),
                        LINK_VERSION.KNOWN_TO.eq(Dated.FOREVER),
                        LINK_VERSION.VALID_TO.gt(it.at()))
                .orderBy(LINK_VERSION.LINK)
                .fetch(LINK_VERSION.LINK));
    }
}
