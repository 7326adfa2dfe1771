package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.ContactTable.CONTACT;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import lianxin.cases.rules.Categories;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.platform.Telephone;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody calls without the number of the case: the telephone from which the call comes leads to what is open under it, for
 * a purpose that the caller can read later. Nothing that is closed, nothing over time, and nothing beyond the reader's own
 * cases: who called how often is nobody's business.
 */
@Service
@Transactional
class OwnCaseLookup {

    static final List<String> PURPOSES = List.of("caller-asks", "caller-adds");

    private static final Set<May> READERS = Set.of(May.READ_CONTACT, May.DISPATCH);
    private static final int MOST = 20;

    private final DSLContext db;
    private final CaseQueries queries;
    private final Categories categories;
    private final Journal journal;
    private final Clock clock;

    OwnCaseLookup(DSLContext db, CaseQueries queries, Categories categories, Journal journal, Clock clock) {
        this.db = db;
        this.queries = queries;
        this.categories = categories;
        this.journal = journal;
        this.clock = clock;
    }

    /** Each case that is found knows from now on that it was, and why. */
    List<CaseRow> open(String typed, String purpose, Actor by) {
        if (READERS.stream().noneMatch(by::mayInSomeLine)) throw new Forbidden("lookup");
        if (!PURPOSES.contains(purpose)) throw new RuleBroken("case.lookup-purpose");
        var number = Telephone.read(typed)
                .orElseThrow(() -> new RuleBroken("case.telephone"))
                .number();
        var found = db.select(CASE_FILE.ID)
                .from(CONTACT)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(CONTACT.CASE_ID))
                .where(CONTACT.TELEPHONE.eq(number))
                .and(CASE_FILE.STAGE.ne(Stage.CLOSED.name()).or(CASE_FILE.JOINED.in(Voices.goingOn())))
                .orderBy(CASE_FILE.DUE)
                .limit(MOST)
                .fetch(it -> new CaseId(it.value1()));
        var rows = found.stream()
                .flatMap(it -> queries.find(it).stream())
                .filter(it -> reads(it, by))
                .toList();
        var now = clock.instant();
        rows.forEach(it -> journal.record(
                new ReportFact.FoundByTelephone(it.id(), it.holder(), purpose),
                it.place().ref(),
                by.ref(),
                now));
        return rows;
    }

    private boolean reads(CaseRow it, Actor by) {
        var line = categories.find(it.category()).line();
        return READERS.stream().anyMatch(right -> by.may(right, it.holder(), line))
                && by.may(May.READ, it.holder(), line);
    }
}
