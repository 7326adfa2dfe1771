package lianxin.linkage;

import static lianxin.linkage.tables.ContactTable.CONTACT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contacts that were logged in error are taken back: by whoever wrote them, within the days of the playbook, and at any time
 * by the unit above the seat. What was told of them is void, and the next one is due as if they had never been. A need that
 * became a case stays a case: a resident waits for it.
 */
@Service
@Transactional
public class Retractions {

    private final LinkBook book;
    private final LinkageRules rules;
    private final Frequency frequency;
    private final Trees trees;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Retractions(
            LinkBook book,
            LinkageRules rules,
            Frequency frequency,
            Trees trees,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.book = book;
        this.rules = rules;
        this.frequency = frequency;
        this.trees = trees;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    public void takeBack(ContactId contact, String reason, Actor by) {
        var row = db.select(CONTACT.LINK, CONTACT.DAY, CONTACT.TAKEN_BACK_AT)
                .from(CONTACT)
                .where(CONTACT.NUMBER.eq(contact.number()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new NotFound("contact " + contact));
        var link = book.must(new LinkId(row.value1()), clock.instant());
        var told = journal.about(link.id().ref());
        mustTakeBack(link, contact, told, by);
        if (row.value3() != null) throw new RuleBroken("linkage.taken-back-already");
        var now = clock.instant();
        db.update(CONTACT)
                .set(CONTACT.TAKEN_BACK_AT, now)
                .set(CONTACT.TAKEN_BACK, Written.sentence(reason, Contacts.LONGEST_SENTENCE, "linkage.wrong.reason"))
                .where(CONTACT.NUMBER.eq(contact.number()))
                .execute();
        for (var it : told) if (!it.voided() && goes(it, contact)) journal.voidFact(it.id(), by.ref());
        journal.record(new LinkFact.TakenBack(link.id(), link.seat().unit(), contact), null, by.ref(), now);
        judgeNext(link, row.value2(), told, by);
    }

    /** Which contacts of the link this reader may take back. */
    Set<ContactId> open(Link link, List<Recorded> told, Actor reader) {
        var open = new HashSet<ContactId>();
        for (var it : told)
            if (!it.voided()
                    && it.fact() instanceof LinkFact.Contacted fact
                    && (above(link, reader) || wrote(it, reader))) open.add(fact.contact());
        return open;
    }

    private void mustTakeBack(Link link, ContactId contact, List<Recorded> told, Actor by) {
        if (above(link, by)) return;
        var own = told.stream()
                .filter(it -> it.fact() instanceof LinkFact.Contacted fact
                        && fact.contact().equals(contact)
                        && it.actor().equals(by.ref()))
                .toList();
        if (own.isEmpty()) throw new Forbidden(link.id().ref());
        if (own.stream().noneMatch(it -> wrote(it, by)))
            throw new RuleBroken("linkage.too-late-to-take-back", rules.daysToTakeBack());
    }

    private boolean above(Link link, Actor by) {
        var tree = trees.now();
        var unit = link.seat().unit();
        return tree.has(unit) && by.may(May.KEEP_LINKS, tree.above(unit));
    }

    private boolean wrote(Recorded it, Actor by) {
        var last = LocalDate.ofInstant(it.recordedAt(), clock.getZone()).plusDays(rules.daysToTakeBack());
        return it.actor().equals(by.ref())
                && !LocalDate.ofInstant(clock.instant(), clock.getZone()).isAfter(last);
    }

    /** What was told of the contact; but a need that became a case was taken. */
    private static boolean goes(Recorded it, ContactId contact) {
        return switch (it.fact()) {
            case LinkFact.Contacted fact -> fact.contact().equals(contact);
            case LinkFact.ToldBack fact -> fact.contact().equals(contact);
            case LinkFact.NeedTaken fact -> fact.contact().equals(contact) && fact.answered();
            default -> false;
        };
    }

    /** Whether the contact after it was in time depends on the one before. */
    private void judgeNext(Link link, LocalDate day, List<Recorded> told, Actor by) {
        var next = db.select(CONTACT.NUMBER, CONTACT.DAY)
                .from(CONTACT)
                .where(CONTACT.LINK.eq(link.id().number()), CONTACT.DAY.gt(day), CONTACT.TAKEN_BACK_AT.isNull())
                .orderBy(CONTACT.DAY, CONTACT.NUMBER)
                .limit(1)
                .fetchOptional();
        if (next.isEmpty()) return;
        var id = new ContactId(next.get().value1());
        var on = next.get().value2();
        var due = frequency.due(link, book.lastContacts(on.minusDays(1)).get(link.id()));
        var inTime = due == null || !on.isAfter(due);
        for (var it : told) {
            if (it.voided() || !(it.fact() instanceof LinkFact.Contacted was)) continue;
            if (!was.contact().equals(id) || was.inTime() == inTime) continue;
            journal.voidFact(it.id(), by.ref());
            var is = new LinkFact.Contacted(was.id(), was.responsible(), id, was.contactKind(), inTime);
            journal.record(is, it.place(), it.actor(), it.occurredAt());
        }
    }
}
