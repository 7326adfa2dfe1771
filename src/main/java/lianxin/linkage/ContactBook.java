package lianxin.linkage;

import static lianxin.linkage.tables.ContactTable.CONTACT;
import static lianxin.linkage.tables.NeedTable.NEED;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lianxin.linkage.NeedCases.Became;
import lianxin.territory.AreaId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What was heard and taken, with what became of it. */
@Component
class ContactBook {

    private final ObjectProvider<NeedCases> cases;
    private final DSLContext db;
    private final Clock clock;

    ContactBook(ObjectProvider<NeedCases> cases, DSLContext db, Clock clock) {
        this.cases = cases;
        this.db = db;
        this.clock = clock;
    }

    /**
     * One contact.
     *
     * @param takenBackOn the day on which it was said that it never was, and {@code takenBack} why
     */
    record Contact(
            ContactId id,
            LocalDate day,
            String kind,
            String heard,
            @Nullable LocalDate toldOn,
            @Nullable String told,
            @Nullable LocalDate takenBackOn,
            @Nullable String takenBack,
            List<Need> needs) {

        /** Whether it was, as far as anybody knows. */
        boolean was() {
            return takenBackOn == null;
        }
    }

    /**
     * One need.
     *
     * @param words what was needed, where it was answered at once; else the case has them
     * @param became its case; null where it was answered at once
     */
    record Need(
            NeedId id,
            LocalDate day,
            @Nullable String words,
            @Nullable String answer,
            @Nullable Became became) {

        boolean solved() {
            return became != null && became.state() == NeedCases.State.SOLVED;
        }
    }

    /** The newest first, up to that day. */
    List<Contact> of(LinkId link, LocalDate on) {
        var contacts = db.selectFrom(CONTACT)
                .where(CONTACT.LINK.eq(link.number()), CONTACT.DAY.le(on))
                .orderBy(CONTACT.DAY.desc(), CONTACT.NUMBER.desc())
                .fetch();
        var taken = taken(NEED.CONTACT.in(contacts.getValues(CONTACT.NUMBER)));
        return contacts.map(it -> new Contact(
                new ContactId(it.get(CONTACT.NUMBER)),
                it.get(CONTACT.DAY),
                it.get(CONTACT.KIND),
                it.get(CONTACT.HEARD),
                it.get(CONTACT.TOLD_ON),
                it.get(CONTACT.TOLD),
                day(it.get(CONTACT.TAKEN_BACK_AT)),
                it.get(CONTACT.TAKEN_BACK),
                taken.getOrDefault(it.get(CONTACT.NUMBER), List.of())));
    }

    private @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, clock.getZone());
    }

    /** Taken by the team of the grid, the newest first. */
    List<Need> of(AreaId grid, Instant at) {
        return taken(NEED.GRID.eq(grid.number()).and(NEED.KNOWN_FROM.le(at))).getOrDefault(0, List.of());
    }

    /** By contact; those of a grid under zero. */
    private Map<Integer, List<Need>> taken(Condition which) {
        var rows = db.selectFrom(NEED)
                .where(which)
                .orderBy(NEED.KNOWN_FROM.desc(), NEED.ID)
                .fetch();
        var became = became(rows.stream()
                .filter(it -> it.get(NEED.ANSWER) == null)
                .map(it -> new NeedId(it.get(NEED.ID)))
                .toList());
        return rows.stream()
                .collect(Collectors.groupingBy(
                        it -> Objects.requireNonNullElse(it.get(NEED.CONTACT), 0),
                        Collectors.mapping(
                                it -> new Need(
                                        new NeedId(it.get(NEED.ID)),
                                        LocalDate.ofInstant(it.get(NEED.KNOWN_FROM), clock.getZone()),
                                        it.get(NEED.NEED_),
                                        it.get(NEED.ANSWER),
                                        became.get(new NeedId(it.get(NEED.ID)))),
                                Collectors.toList())));
    }

    private Map<NeedId, Became> became(List<NeedId> needs) {
        return needs.isEmpty() ? Map.of() : cases.getObject().became(needs);
    }
}
