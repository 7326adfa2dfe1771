package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller finds the own open case; nobody finds out who reports what, or how often. */
class NobodyIsLookedUpTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private static final String WANG = "13800138000";
    private static final String PERSONAL =
            "(?i).*(reporter|telephone|phone|contact|device|browser|address_of|caller|repeat).*";

    private final OwnCaseLookup lookup = cast.the(OwnCaseLookup.class);

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    private static CaseId called(CaseId id) {
        cast.reports().leaveContact(id, WANG, GivenTo.CALL_BACK_DESK, Cast.reporter(id));
        return id;
    }

    private List<CaseId> found(Actor by) {
        return lookup.open("138 0013 8000", "caller-asks", by).stream()
                .map(CaseRow::id)
                .toList();
    }

    @Test
    void the_calling_telephone_leads_to_what_is_open_under_it_and_each_look_is_written_down() {
        var caller = cast.holding("caller", cast.county);
        var open = called(cast.lanternDispatched());
        var closed = called(cast.lanternFinished());
        cast.cases().answer(closed, new ResidentAnswer(true, 0, 0, false, "", "link"), Cast.reporter(closed));
        cast.lanternDispatched();
        assertThat(found(caller)).contains(open).doesNotContain(closed);
        assertThat(cast.facts(open)).contains(new ReportFact.FoundByTelephone(open, cast.wharf, "caller-asks"));
        assertThat(cast.facts(closed)).noneMatch(ReportFact.FoundByTelephone.class::isInstance);
        assertThat(lookup.open("13900000000", "caller-asks", caller)).isEmpty();
    }

    @Test
    void a_desk_finds_what_it_holds_and_a_handler_nothing() {
        var here = called(cast.lanternReported());
        var away = called(cast.lanternDispatched());
        assertThat(found(cast.desk())).contains(here).doesNotContain(away);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> found(cast.worker(cast.wharf)));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> lookup.open(WANG, "curiosity", cast.desk()))
                .withMessageContaining("case.lookup-purpose");
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> lookup.open("王", "caller-asks", cast.desk()))
                .withMessageContaining("case.telephone");
    }

    @Test
    void lists_search_for_no_telephone_even_where_it_stands_in_the_words() {
        var said = cast.reported("灯笼灭了，请打" + WANG);
        called(said);
        var all = new int[] {cast.ferryCommunity.number(), cast.wharf.number()};
        for (var typed : List.of(WANG, "138 0013 8000", "8000 1380", "电话13800138000")) {
            var filter = new Filter(Filter.View.open, typed, null, null, false, 1);
            assertThat(cast.the(CaseQueries.class).list(filter, new Reach(all, all), cast.clock.instant()))
                    .as(typed)
                    .isEmpty();
        }
    }

    @Test
    void no_list_no_export_and_no_filter_knows_a_reporter_a_telephone_or_a_device() {
        for (var shown : List.of(Filter.class, CaseRow.class, CaseViews.RowView.class, Reach.class, Waiting.class))
            assertThat(Arrays.stream(shown.getRecordComponents()).map(RecordComponent::getName))
                    .as(shown.getSimpleName())
                    .noneMatch(it -> it.matches(PERSONAL));
        assertThat(Arrays.stream(Filter.View.values()).map(Enum::name)).noneMatch(it -> it.matches(PERSONAL));
    }

    /** There is no place in which anybody could be counted. */
    @Test
    void no_column_holds_a_reporter_a_device_or_how_often_somebody_came() {
        var columns = cast.the(DSLContext.class)
                .fetch("SELECT table_name || '.' || column_name FROM information_schema.columns"
                        + " WHERE table_schema = 'cases'")
                .getValues(0, String.class);
        assertThat(columns).filteredOn(it -> it.matches(PERSONAL)).allMatch(it -> it.startsWith("contact."));
        assertThat(facts())
                .as("a fact names no telephone")
                .noneMatch(it -> it.matches("(?i)telephone|device|reporter"));
    }

    private static Stream<String> facts() {
        return new CaseFacts()
                .factKinds().stream()
                        .flatMap(it -> Arrays.stream(it.type().getRecordComponents()))
                        .map(RecordComponent::getName);
    }
}
