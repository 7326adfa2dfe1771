package lianxin.linkage;

import static lianxin.linkage.tables.ContactTable.CONTACT;
import static lianxin.linkage.tables.LinkTable.LINK;
import static lianxin.linkage.tables.LinkVersionTable.LINK_VERSION;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianxin.linkage.tables.LinkVersionTable;
import lianxin.organization.Chair;
import lianxin.organization.UnitId;
import lianxin.platform.NotFound;
import lianxin.territory.Dated;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What contact points there are as of any moment, and when there was last a contact. */
@Component
class LinkBook {

    private static final LinkVersionTable V = LINK_VERSION;
    private static final LinkVersionTable EARLIER = LINK_VERSION.as("earlier");
    private static final Field<Instant> SINCE = DSL.field(select(min(EARLIER.VALID_FROM))
                    .from(EARLIER)
                    .where(EARLIER.LINK.eq(V.LINK), EARLIER.KNOWN_TO.eq(Dated.FOREVER)))
            .as("since");
    private static final Field<Instant> UNTIL =
            nullif(V.VALID_TO, Dated.FOREVER).as("until");

    private final DSLContext db;

    LinkBook(DSLContext db) {
        this.db = db;
    }

    List<Link> all(Instant at) {
        return read(standing(at));
    }

    List<Link> in(String system, Instant at) {
        return read(standing(at).and(LINK.SYSTEM.eq(system)));
    }

    List<Link> of(Collection<Chair> chairs, Instant at) {
        if (chairs.isEmpty()) return List.of();
        var mine = chairs.stream()
                .map(it ->
                        V.UNIT.eq(it.unit().number()).and(V.ROLE.eq(it.role())).and(V.DUTY.eq(it.duty())))
                .reduce(Condition::or)
                .orElseThrow();
        return read(standing(at).and(mine));
    }

    List<Link> to(UnitId object, Instant at) {
        return read(standing(at).and(V.OBJECT.eq(object.number())));
    }

    /** As it stands then, or as it stood last before. */
    Link must(LinkId id, Instant at) {
        return last(id, at).orElseThrow(() -> new NotFound(id.ref()));
    }

    Optional<Link> last(LinkId id, Instant at) {
        return read(V.LINK.eq(id.number()).and(V.VALID_FROM.le(at)).and(V.KNOWN_TO.eq(Dated.FOREVER))).stream()
                .reduce((earlier, later) -> later);
    }

    /** The day of the last contact up to that day, of those that had any. */
    Map<LinkId, LocalDate> lastContacts(LocalDate on) {
        return db.select(CONTACT.LINK, max(CONTACT.DAY))
                .from(CONTACT)
                .where(CONTACT.DAY.le(on), CONTACT.TAKEN_BACK_AT.isNull())
                .groupBy(CONTACT.LINK)
                .fetchMap(it -> new LinkId(it.value1()), it -> it.value2());
    }

    private static Condition standing(Instant at) {
        return Dated.validAndKnownNow(V.VALID_FROM, V.VALID_TO, V.KNOWN_TO, at);
    }

    private List<Link> read(Condition which) {
        return db.select(
                        V.LINK,
                        LINK.SYSTEM,
                        LINK.CATEGORY,
                        V.UNIT,
                        V.ROLE,
                        V.DUTY,
                        V.OBJECT,
                        V.TITLE,
                        V.REASON,
                        SINCE,
                        UNTIL)
                .from(V)
                .join(LINK)
                .on(LINK.NUMBER.eq(V.LINK))
                .where(which)
                .orderBy(V.LINK, V.VALID_FROM)
                .fetch(it -> new Link(
                        new LinkId(it.value1()),
                        it.value2(),
                        it.value3(),
                        new Chair(new UnitId(it.value4()), it.value5(), it.value6()),
                        new UnitId(it.value7()),
                        it.value8(),
                        it.value9(),
                        it.value10(),
                        it.value11()));
    }
}
