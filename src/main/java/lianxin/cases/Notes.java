package lianxin.cases;

import static lianxin.cases.tables.NoteTable.NOTE;

import java.time.Instant;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.platform.Ids;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What units say among themselves about a case. It goes when the words of the case have gone. */
@Repository
class Notes {

    private final DSLContext db;
    private final Ids ids;

    Notes(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    void add(Case it, Note.Kind kind, UnitId unit, String text, Actor by, Instant now) {
        db.insertInto(NOTE)
                .set(NOTE.ID, ids.next())
                .set(NOTE.CASE_ID, it.id.value())
                .set(NOTE.KIND, kind.name())
                .set(NOTE.UNIT, unit.number())
                .set(NOTE.TEXT, CaseThread.checked(text))
                .set(NOTE.BY_ACTOR, by.ref().toString())
                .set(NOTE.SAID_AT, now)
                .execute();
    }
}
