package lianxin.cases;

import static lianxin.cases.tables.SavedViewTable.SAVED_VIEW;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lianxin.organization.PersonId;
import lianxin.platform.Ids;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists that somebody named, each for nobody else. */
@Repository
@Transactional
class SavedViews {

    static final int MOST = 20;
    static final int LONGEST_NAME = 20;

    private final DSLContext db;
    private final Ids ids;
    private final Clock clock;

    SavedViews(DSLContext db, Ids ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    record Saved(UUID id, String name, String address) {}

    @Transactional(readOnly = true)
    List<Saved> of(PersonId person) {
        var v = SAVED_VIEW;
        return db.select(v.ID, v.NAME, v.ADDRESS)
                .from(v)
                .where(v.PERSON.eq(person.number()))
                .orderBy(v.SAVED_AT, v.ID)
                .fetch(it -> new Saved(it.value1(), it.value2(), it.value3()));
    }

    /** Under a name that is there already the new list takes the place of the old one. */
    void save(PersonId person, String name, Filter filter) {
        var v = SAVED_VIEW;
        var called = checked(name);
        var others = db.fetchCount(v, v.PERSON.eq(person.number()), v.NAME.ne(called));
        if (others >= MOST) throw new RuleBroken("case.views-enough", MOST);
        db.insertInto(v)
                .set(v.ID, ids.next())
                .set(v.PERSON, person.number())
                .set(v.NAME, called)
                .set(v.ADDRESS, filter.list())
                .set(v.SAVED_AT, clock.instant())
                .onConflict(v.PERSON, v.NAME)
                .doUpdate()
                .set(v.ADDRESS, filter.list())
                .execute();
    }

    void rename(PersonId person, UUID id, String name) {
        var v = SAVED_VIEW;
        var called = checked(name);
        if (db.fetchExists(v, v.PERSON.eq(person.number()), v.NAME.eq(called), v.ID.ne(id)))
            throw new RuleBroken("case.view-there", called);
        var renamed = db.update(v)
                .set(v.NAME, called)
                .where(v.ID.eq(id))
                .and(v.PERSON.eq(person.number()))
                .execute();
        if (renamed == 0) throw new NotFound("saved-view/" + id);
    }

    void remove(PersonId person, UUID id) {
        var v = SAVED_VIEW;
        var removed = db.deleteFrom(v)
                .where(v.ID.eq(id))
                .and(v.PERSON.eq(person.number()))
                .execute();
        if (removed == 0) throw new NotFound("saved-view/" + id);
    }

    private static String checked(String typed) {
        var name = Typed.line(typed).strip();
        if (name.isEmpty()) throw new RuleBroken("case.view-unnamed");
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) throw new RuleBroken("case.view-long", LONGEST_NAME);
        return name;
    }
}
