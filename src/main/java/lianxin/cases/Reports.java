package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.ContactTable.CONTACT;
import static lianxin.cases.tables.PictureTable.PICTURE;
import static lianxin.platform.RowInsert.row;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.Flow;
import lianxin.facts.Journal;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.NotFound;
import lianxin.platform.PhotoId;
import lianxin.platform.Photos;
import lianxin.platform.PrivateLinks;
import lianxin.platform.RuleBroken;
import lianxin.platform.ShortCode;
import lianxin.platform.Telephone;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How something comes to be a case: the words first, which are the report; then, if wanted, a picture and a telephone. */
@Service
@Transactional
public class Reports {

    /** Words are kept at the longest for two years, and go earlier when the case was closed long enough ago. */
    static final Duration WORDS_KEPT_AT_MOST = Duration.ofDays(730);

    private final CaseRepository cases;
    private final Routing routing;
    private final SubjectUnits subjects;
    private final Ownerless ownerless;
    private final Categories categories;
    private final Flow flow;
    private final Deadlines deadlines;
    private final PrivateLinks links;
    private final Photos photos;
    private final Journal journal;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reports(
            CaseRepository cases,
            Routing routing,
            SubjectUnits subjects,
            Ownerless ownerless,
            Categories categories,
            Flow flow,
            Deadlines deadlines,
            PrivateLinks links,
            Photos photos,
            Journal journal,
            DSLContext db,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.routing = routing;
        this.subjects = subjects;
        this.ownerless = ownerless;
        this.categories = categories;
        this.flow = flow;
        this.deadlines = deadlines;
        this.links = links;
        this.photos = photos;
        this.journal = journal;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes the case. The same report sent again changes nothing: its id is the same, and so is its receipt. */
    public CaseId report(Report report) {
        reportAll(List.of(report));
        return report.id();
    }

    /** Makes the cases of several reports in one go; each as if it had come alone, but all of them or none. */
    void reportAll(List<Report> reports) {
        var now = clock.instant();
        var said = new LinkedHashMap<CaseId, Report>();
        reports.forEach(it -> said.putIfAbsent(it.id(), it.checked()));
        var made = said.values().stream().map(it -> make(it, now)).toList();
        var added = cases.addAll(made, it -> code(it.id).text());
        if (added.isEmpty()) return;
        ThreadSql.ADD_WORDS.execute(
                db,
                added.stream()
                        .map(it -> Objects.requireNonNull(said.get(it.id)))
                        .map(it -> row(
                                it.id().value(),
                                it.words(),
                                it.detail(),
                                "handle-the-case",
                                now.plus(WORDS_KEPT_AT_MOST)))
                        .toList());
        journal.recordPages(added.stream()
                .map(it -> new Journal.Page(it.happened, it.place.ref(), reporter(it.id)))
                .toList());
    }

    private Case make(Report report, Instant now) {
        var category = report.category() != null && categories.knows(report.category())
                ? report.category()
                : categories.suggest(report.words()).key();
        var about = report.about();
        var desk = about == null ? routing.deskNow(report.place(), category, now) : subjects.above(about);
        var it = Case.report(
                report.as(category, kind(report, category)), category, desk, deadlines, cases.newBook(), now);
        ownerless.expect(it, now);
        return it;
    }

    private String kind(Report report, String category) {
        return report.kind() != null && flow.knowsKind(report.kind())
                ? report.kind()
                : categories.find(category).kind();
    }

    /** The nine characters on the receipt. They open the case only together with the page of its building. */
    public ShortCode code(CaseId id) {
        return ShortCode.of(links.shortBits("case-code", id.toString(), 1));
    }

    /**
     * Keeps a telephone number until the case is closed long enough, also one that is left after closing; the number given
     * last counts. Refused when that time is over.
     */
    public void leaveContact(CaseId id, String telephone, GivenTo givenTo, Actor by) {
        mustBeReporterOrDesk(id, by);
        var number = Telephone.read(telephone)
                .orElseThrow(() -> new RuleBroken("case.telephone"))
                .number();
        var now = clock.instant();
        var deleteAfter = contactKept(id, now);
        if (!now.isBefore(deleteAfter)) throw new RuleBroken("case.contact-over");
        db.insertInto(CONTACT)
                .set(CONTACT.CASE_ID, id.value())
                .set(CONTACT.TELEPHONE, number)
                .set(CONTACT.GIVEN_TO, givenTo.name())
                .set(CONTACT.PURPOSE, "ask-whether-solved")
                .set(CONTACT.DELETE_AFTER, deleteAfter)
                .onConflict(CONTACT.CASE_ID)
                .doUpdate()
                .set(CONTACT.TELEPHONE, number)
                .set(CONTACT.GIVEN_TO, givenTo.name())
                .set(CONTACT.DELETE_AFTER, deleteAfter)
                .execute();
    }

    /** Nobody closes the case meanwhile: closing must find the telephone, to give it its end. */
    private Instant contactKept(CaseId id, Instant now) {
        var closedAt = db.select(CASE_FILE.CLOSED_AT)
                .from(CASE_FILE)
                .where(CASE_FILE.ID.eq(id.value()))
                .forShare()
                .fetchOptional()
                .orElseThrow(() -> new NotFound(id.ref()))
                .value1();
        return closedAt == null ? now.plus(WORDS_KEPT_AT_MOST) : deadlines.contactKept(closedAt);
    }

    /**
     * Adds a JPEG or PNG; anything else is refused with a sentence, and the report stays what it was. Decoding takes its
     * time, so it happens before the transaction that links the picture.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void addPicture(CaseId id, byte[] image, Moment moment, Actor by) {
        withPictures(id, List.of(new Image(image, moment)), by, () -> {});
    }

    /** All of them together with the step they belong to, or nothing when one of them or the step is refused. */
    @Transactional(propagation = Propagation.SUPPORTS)
    void withPictures(CaseId id, List<Image> images, Actor by, Runnable step) {
        images.forEach(it -> mayAddPicture(id, it.moment, by));
        var stored = images.stream().map(it -> photos.store(it.bytes).id()).toList();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < stored.size(); i++) link(id, stored.get(i), images.get(i).moment, by);
            step.run();
        });
    }

    /** A case that is made in the same go as its pictures are linked; neither without the other. */
    @Transactional(propagation = Propagation.SUPPORTS)
    void makeWithPictures(CaseId id, List<Image> images, Actor by, Runnable making) {
        var stored = images.stream().map(it -> photos.store(it.bytes).id()).toList();
        transaction.executeWithoutResult(status -> {
            making.run();
            for (int i = 0; i < stored.size(); i++) link(id, stored.get(i), images.get(i).moment, by);
        });
    }

    /** A picture as it was sent. */
    @SuppressWarnings("ArrayRecordComponent")
    record Image(byte[] bytes, Moment moment) {}

    private Case mayAddPicture(CaseId id, Moment moment, Actor by) {
        var it = cases.find(id).orElseThrow(() -> new NotFound(id.ref()));
        if (moment == Moment.REPORT) mustBeReporterOrDesk(id, by);
        else by.must(May.HANDLE, it.holder);
        var ofThatMoment = PICTURE.CASE_ID.eq(id.value()).and(PICTURE.MOMENT.eq(moment.name()));
        if (db.fetchCount(PICTURE, ofThatMoment) >= Moment.MOST_PICTURES)
            throw new RuleBroken("case.too-many-pictures", Moment.MOST_PICTURES);
        return it;
    }

    private void link(CaseId id, PhotoId photo, Moment moment, Actor by) {
        var it = mayAddPicture(id, moment, by);
        var now = clock.instant();
        var added = db.insertInto(PICTURE)
                .set(PICTURE.CASE_ID, id.value())
                .set(PICTURE.PHOTO, photo.hash())
                .set(PICTURE.MOMENT, moment.name())
                .set(PICTURE.ADDED_AT, now)
                .onConflictDoNothing()
                .execute();
        if (added > 0)
            journal.record(new WorkFact.PictureAdded(id, it.holder, moment.name()), it.place.ref(), by.ref(), now);
    }

    private void mustBeReporterOrDesk(CaseId id, Actor by) {
        if (by.ref().equals(reporter(id))) return;
        var it = cases.find(id).orElseThrow(() -> new NotFound(id.ref()));
        by.must(May.DISPATCH, it.desk);
    }

    /** Who reported is the case itself, never a person. */
    static Ref reporter(CaseId id) {
        return Actor.reporter(id.ref()).ref();
    }
}
