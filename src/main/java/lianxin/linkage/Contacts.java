package lianxin.linkage;

import static lianxin.linkage.tables.ContactTable.CONTACT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Chairs;
import lianxin.organization.May;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens at a contact point: somebody was there or called, took needs along, and later told what became of them. By
 * whoever sits on the seat, or by the office that keeps the list.
 */
@Service
@Transactional
public class Contacts {

    static final int LONGEST_SENTENCE = 200;

    private final LinkBook book;
    private final LinkageRules rules;
    private final Frequency frequency;
    private final NeedDesk needs;
    private final Chairs chairs;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Contacts(
            LinkBook book,
            LinkageRules rules,
            Frequency frequency,
            NeedDesk needs,
            Chairs chairs,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.book = book;
        this.rules = rules;
        this.frequency = frequency;
        this.needs = needs;
        this.chairs = chairs;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** @param heard in one sentence */
    public record Draft(LocalDate day, String kind, String heard) {}

    /** The same contact written twice is one. */
    public ContactId log(LinkId id, Draft draft, Actor by) {
        var link = standing(id, by);
        if (rules.contacts().stream().noneMatch(it -> it.key().equals(draft.kind)))
            throw new RuleBroken("linkage.wrong.contact");
        mustBePast(draft.day);
        if (draft.day.isBefore(LocalDate.ofInstant(link.since(), clock.getZone())))
            throw new RuleBroken("linkage.before-tied");
        var heard = Written.sentence(draft.heard, LONGEST_SENTENCE, "linkage.wrong.heard");
        var known = same(id, draft, heard);
        if (known.isPresent()) return known.get();
        var due = frequency.due(link, book.lastContacts(draft.day).get(id));
        var contact = new ContactId(Objects.requireNonNull(db.insertInto(CONTACT)
                .set(CONTACT.LINK, id.number())
                .set(CONTACT.DAY, draft.day)
                .set(CONTACT.KIND, draft.kind)
                .set(CONTACT.HEARD, heard)
                .set(CONTACT.KNOWN_FROM, clock.instant())
                .returningResult(CONTACT.NUMBER)
                .fetchSingle()
                .value1()));
        var inTime = due == null || !draft.day.isAfter(due);
        record(new LinkFact.Contacted(id, link.seat().unit(), contact, draft.kind, inTime), by, draft.day);
        return contact;
    }

    private Optional<ContactId> same(LinkId id, Draft draft, String heard) {
        return db.select(CONTACT.NUMBER)
                .from(CONTACT)
                .where(
                        CONTACT.LINK.eq(id.number()),
                        CONTACT.DAY.eq(draft.day),
                        CONTACT.KIND.eq(draft.kind),
                        CONTACT.HEARD.eq(heard),
                        CONTACT.TAKEN_BACK_AT.isNull())
                .fetchOptional(it -> new ContactId(it.value1()));
    }

    /** A contact and what was asked for at it, together or not at all. */
    public ContactId log(LinkId id, Draft draft, @Nullable Needed need, Actor by) {
        var contact = log(id, draft, by);
        if (need != null) take(contact, need, by);
        return contact;
    }

    public void take(ContactId contact, Needed need, Actor by) {
        var it = held(contact);
        needs.takeAt(contact, standing(it.link, by), need, by);
    }

    /** Those who were visited hear what became of it. */
    public void tellBack(ContactId contact, LocalDate day, String words, Actor by) {
        var it = held(contact);
        var link = standing(it.link, by);
        mustBePast(day);
        if (day.isBefore(it.day)) throw new RuleBroken("linkage.told-before");
        var told = db.update(CONTACT)
                .set(CONTACT.TOLD_ON, day)
                .set(CONTACT.TOLD, Written.sentence(words, LONGEST_SENTENCE, "linkage.wrong.told"))
                .where(CONTACT.NUMBER.eq(contact.number()), CONTACT.TOLD_ON.isNull())
                .execute();
        if (told == 0) throw new RuleBroken("linkage.told-already");
        record(new LinkFact.ToldBack(link.id(), link.seat().unit(), contact), by, day);
    }

    /** Whoever sits on the seat now, and the office that keeps the list. */
    boolean mayLog(Link link, Actor by) {
        return by.may(May.KEEP_LINKS, link.seat().unit()) || chairs.sits(by, link.seat(), clock.instant());
    }

    private Link standing(LinkId id, Actor by) {
        var link = book.must(id, clock.instant());
        if (!mayLog(link, by)) throw new Forbidden(id.ref());
        if (!link.standsAt(clock.instant())) throw new RuleBroken("linkage.over-already");
        return link;
    }

    private record Held(LinkId link, LocalDate day) {}

    private Held held(ContactId contact) {
        return db.select(CONTACT.LINK, CONTACT.DAY)
                .from(CONTACT)
                .where(CONTACT.NUMBER.eq(contact.number()), CONTACT.TAKEN_BACK_AT.isNull())
                .fetchOptional(it -> new Held(new LinkId(it.value1()), it.value2()))
                .orElseThrow(() -> new NotFound("contact " + contact));
    }

    private void mustBePast(LocalDate day) {
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone())))
            throw new RuleBroken("linkage.tomorrow");
    }

    /** It happened on that day; today, now. */
    private void record(LinkFact fact, Actor by, LocalDate day) {
        var now = clock.instant();
        Instant at = day.equals(LocalDate.ofInstant(now, clock.getZone()))
                ? now
                : day.atTime(12, 0).atZone(clock.getZone()).toInstant();
        journal.record(fact, null, by.ref(), at);
    }
}
