package lianxin.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianxin.cases.CaseId;
import lianxin.cases.Cases;
import lianxin.cases.EndingFact;
import lianxin.cases.FromSource;
import lianxin.cases.ReportFact;
import lianxin.cases.RequestFact;
import lianxin.cases.ResidentAnswer;
import lianxin.cases.WorkFact;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The hotline sends matters to 临江 and fetches what becomes of them; another system sees nothing of it. */
class HotlineTests {

    @AutoClose
    private static final BorderTown town = new BorderTown();

    private final Hotline hotline = town.the(Hotline.class);
    private final Outbox outbox = town.the(Outbox.class);
    private final PartnerSystems partners = town.the(PartnerSystems.class);
    private final Cases cases = town.the(Cases.class);

    private Partner partner(String key, boolean asksItself) {
        var token = partners.make(key, "省热线", asksItself, Actor.SYSTEM);
        return partners.of(token).orElseThrow();
    }

    private static Hotline.Matter lantern(String number, @Nullable Instant due) {
        return new Hotline.Matter(number, "码头的灯笼灭了", BorderTown.YARD, "台阶边", "lantern", null, due, "");
    }

    private CaseId dispatched(Partner partner, String number, @Nullable Instant due) {
        hotline.report(partner, lantern(number, due));
        var id = FromSource.idOf(partner.key(), number);
        cases.dispatch(id, "lantern", town.holding("watch", town.community));
        return id;
    }

    private Actor worker() {
        return town.holding("worker", town.street);
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    @Test
    void the_same_number_again_is_answered_the_same_and_is_one_case() {
        var line = partner("same", true);
        var first = hotline.report(line, lantern("R1", null));
        assertThat(first.stage()).isEqualTo("reported");
        assertThat(hotline.report(line, lantern("R1", null))).isEqualTo(first);
        assertThat(town.facts(FromSource.idOf("same", "R1"))).hasSize(2);
        refused(
                "imports.cases.place-unknown",
                () -> hotline.report(line, new Hotline.Matter("R2", "灯灭了", "火星", null, null, null, null, null)));
        refused("source.number", () -> hotline.report(line, lantern(" ", null)));
    }

    @Test
    void its_deadline_binds_and_only_the_hotline_moves_it() {
        var line = partner("binding", true);
        var due = town.clock.instant().plus(Duration.ofDays(2));
        var id = dispatched(line, "B1", due);
        assertThat(hotline.standing(line, "B1").due()).isEqualTo(due);
        assertThat(town.facts(id))
                .filteredOn(WorkFact.Dispatched.class::isInstance)
                .allMatch(it -> ((WorkFact.Dispatched) it).due().equals(due));
        var later = due.plus(Duration.ofDays(3));
        assertThat(hotline.rebind(line, "B1", "move-1", later).due()).isEqualTo(later);
        assertThat(town.facts(id)).contains(new ReportFact.Rebound(id, town.street, later));
        hotline.rebind(line, "B1", "move-1", due);
        assertThat(hotline.standing(line, "B1").due())
                .as("told again, nothing happens")
                .isEqualTo(later);
        refused("case.bound-past", () -> hotline.rebind(line, "B1", "move-2", town.clock.instant()));
        assertThat(hotline.rebind(line, "B1", "move-2", due).due())
                .as("what was refused may be told again")
                .isEqualTo(due);
    }

    @Test
    void urging_is_heard_once() {
        var line = partner("urging", true);
        var id = dispatched(line, "U1", null);
        hotline.urge(line, "U1", "u-1");
        hotline.urge(line, "U1", "u-1");
        assertThat(town.facts(id))
                .filteredOn(ReportFact.Urged.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_return_goes_to_the_hotline_and_granted_ends_the_case_here() {
        var line = partner("returning", true);
        var kept = dispatched(line, "T1", null);
        cases.askReturn(kept, "riverside", "归工务局", worker());
        assertThat(hotline.decideReturn(line, "T1", "d-1", false).stage()).isEqualTo("dispatched");
        cases.askReturn(kept, "riverside", "确实归工务局", worker());
        var ended = hotline.decideReturn(line, "T1", "d-2", true);
        assertThat(ended.stage()).isEqualTo("closed");
        assertThat(ended.outcome()).isEqualTo("withdrawn");
        assertThat(town.facts(kept))
                .contains(new RequestFact.ReturnGranted(kept, town.street, "riverside"))
                .contains(new EndingFact.TakenElsewhere(kept, town.street, true));
        refused("case.nothing-asked", () -> hotline.decideReturn(line, "T1", "d-3", true));
    }

    @Test
    void where_the_hotline_asks_nobody_here_does_and_its_result_closes_the_case() {
        var line = partner("asking", true);
        var id = dispatched(line, "C1", null);
        cases.finish(id, "换了新灯笼", null, worker());
        var phone = new ResidentAnswer(true, 5, 5, false, "", "phone");
        refused("case.heard-elsewhere", () -> cases.answer(id, phone, town.holding("caller", town.county)));
        assertThat(hotline.heard(line, "C1", "h-1", true, 4, 5).outcome()).isEqualTo("closedSolved");
        assertThat(town.facts(id)).contains(new EndingFact.Rated(id, town.street, 4, 5));
    }

    @Test
    void where_we_ask_the_hotline_answers_for_nobody() {
        var line = partner("sending", false);
        var id = dispatched(line, "S1", null);
        cases.finish(id, "换了新灯笼", null, worker());
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> hotline.heard(line, "S1", "h-1", true, 5, 5));
        cases.answer(id, new ResidentAnswer(false, 0, 0, false, "", "phone"), town.holding("caller", town.county));
        assertThat(hotline.standing(line, "S1").stage()).isEqualTo("dispatched");
    }

    @Test
    void signing_progress_reply_and_return_go_back_once_and_in_order() {
        var line = partner("fetching", true);
        var id = dispatched(line, "F1", null);
        town.untilAllIsBelowTheHorizon();
        var begun = outbox.after(line, null);
        assertThat(begun.events()).extracting(Outbox.Event::kind).containsExactly("dispatched");
        cases.sign(id, worker());
        cases.progress(id, "已经派人去看", worker());
        cases.askReturn(id, "riverside", "归工务局", worker());
        cases.finish(id, "还是换了新灯笼", null, worker());
        dispatched(partner("other", true), "F1", null);
        town.untilAllIsBelowTheHorizon();
        var fetched = fetchAll(line, begun.cursor());
        assertThat(fetched)
                .extracting(Outbox.Event::number, Outbox.Event::kind, Outbox.Event::text)
                .containsExactly(
                        tuple("F1", "signed", null),
                        tuple("F1", "progress", "已经派人去看"),
                        tuple("F1", "return-asked", "归工务局"),
                        tuple("F1", "return-withdrawn", null),
                        tuple("F1", "finished", "还是换了新灯笼"));
        town.clock.forward(Duration.ofHours(5));
        var end = outbox.after(line, last(line, begun.cursor()));
        assertThat(end.events()).isEmpty();
        assertThat(outbox.after(line, end.cursor()).events()).isEmpty();
        refused("journal.cursor", () -> outbox.after(line, "1; drop"));
    }

    private List<Outbox.Event> fetchAll(Partner line, String from) {
        var all = new ArrayList<Outbox.Event>();
        var page = outbox.after(line, from);
        while (!page.events().isEmpty()) {
            all.addAll(page.events());
            page = outbox.after(line, page.cursor());
        }
        return all;
    }

    private String last(Partner line, String from) {
        var page = outbox.after(line, from);
        while (!page.events().isEmpty()) page = outbox.after(line, page.cursor());
        return page.cursor();
    }

    @Test
    void nobody_reaches_the_matter_of_another_and_a_revoked_token_opens_nothing() {
        var line = partner("mine", true);
        hotline.report(line, lantern("M1", null));
        var stranger = partner("stranger", true);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> hotline.standing(stranger, "M1"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> hotline.urge(stranger, "M1", "u"));
        var token = partners.make("brief", "短", true, Actor.SYSTEM);
        assertThat(partners.of(token)).isPresent();
        refused("exchange.key-taken", () -> partners.make("brief", "短", true, Actor.SYSTEM));
        partners.revoke("brief", Actor.SYSTEM);
        assertThat(partners.of(token)).isEmpty();
        assertThat(partners.of(partners.make("brief", "短", true, Actor.SYSTEM))).isPresent();
        assertThat(partners.of(token)).as("the old one stays shut").isEmpty();
        refused("exchange.key-wrong", () -> partners.make("Big Key", "大", true, Actor.SYSTEM));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> partners.make("sneak", "偷", true, town.holding("worker", town.street)));
    }
}
