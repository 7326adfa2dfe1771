package lianxin.cases;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lianxin.platform.PhotoId;
import lianxin.platform.Photos;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promise to the people of 临江 that what they said goes again, kept also on a bad night. */
class PurgeTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Cases cases = cast.cases();
    private final Purge purge = cast.the(Purge.class);

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    @Test
    void one_telephone_that_cannot_be_deleted_keeps_neither_its_neighbors_nor_any_words() {
        var lanterns =
                IntStream.range(0, 3).mapToObj(_ -> solvedWithTelephone()).toList();
        var stuck = lanterns.get(1);
        var owner = cast.database.ownerSql();
        owner.execute("""
            CREATE FUNCTION cases.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF OLD.case_id = '%s' THEN RAISE 'not this one'; END IF; RETURN OLD; END $$""".formatted(stuck));
        owner.execute(
                "CREATE TRIGGER refuse BEFORE DELETE ON cases.contact FOR EACH ROW EXECUTE FUNCTION cases.refuse()");
        cast.clock.forward(ofDays(400));
        purge.run();
        assertThat(telephones()).containsExactly(stuck);
        assertThat(lanterns).allSatisfy(it -> assertThat(beside(it).words()).isNull());
        owner.execute("DROP TRIGGER refuse ON cases.contact");
        purge.run();
        assertThat(telephones()).isEmpty();
    }

    @Test
    void more_than_one_step_holds_is_deleted_in_one_night() {
        cast.database.ownerSql().execute("""
            INSERT INTO platform.photo (hash, jpeg, created_at)
            SELECT encode(sha256(n::text::bytea), 'hex'), '', {0} FROM generate_series(1, 1700) n""", DSL.val(cast.clock.instant().minus(ofDays(2)), SQLDataType.INSTANT));
        var lantern = cast.lanternDispatched();
        cast.reports().addPicture(lantern, Lane.photo(), Moment.REPORT, Cast.reporter(lantern));
        cast.clock.forward(ofDays(2));
        purge.run();
        assertThat(photos(cast.clock.instant()))
                .contains(beside(lantern).pictures().getFirst().photo())
                .hasSizeLessThan(3);
    }

    @Test
    void what_is_said_when_the_words_are_gone_goes_ninety_days_later() {
        var lantern = cast.lanternFinished();
        cast.clock.forward(ofDays(7));
        cast.sweep().run();
        cast.clock.forward(ofDays(500));
        purge.run();
        assertThat(beside(lantern).words()).isNull();
        assertThat(beside(lantern).replies()).isEmpty();
        cast.reports().addPicture(lantern, Lane.photo(99), Moment.REPORT, Cast.reporter(lantern));
        cases.answer(lantern, new ResidentAnswer(true, 0, 0, false, "谢谢老梁", "link"), Cast.reporter(lantern));
        purge.run();
        var late = beside(lantern).pictures().getFirst().photo();
        cast.clock.forward(ofDays(91));
        purge.run();
        assertThat(beside(lantern).pictures()).isEmpty();
        assertThat(beside(lantern).answers())
                .singleElement()
                .satisfies(it -> assertThat(it.sentence()).isNull());
        cast.clock.forward(ofDays(2));
        purge.run();
        assertThat(photos(cast.clock.instant())).doesNotContain(late);
    }

    private CaseId solvedWithTelephone() {
        var lantern = cast.lanternReported();
        cast.reports().leaveContact(lantern, "13800138000", GivenTo.CALL_BACK_DESK, Cast.reporter(lantern));
        cases.dispatch(lantern, "lantern", cast.desk());
        cases.finish(lantern, "换好了", null, cast.worker(cast.wharf));
        cases.answer(lantern, new ResidentAnswer(true, 0, 0, false, "", "link"), Cast.reporter(lantern));
        return lantern;
    }

    private static List<CaseId> telephones() {
        return cast.database.sql().fetch("SELECT case_id FROM cases.contact").map(it -> new CaseId((UUID) it.get(0)));
    }

    private static List<PhotoId> photos(Instant before) {
        return cast.the(Photos.class).storedBefore(before, null, 10_000);
    }

    private static CaseDetails.Beside beside(CaseId id) {
        return cast.the(CaseDetails.class).beside(id, true);
    }
}
