package lianxin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import lianxin.platform.MovableClock;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Cases of 东栅 in July that were left out of statistics, and some that count again. */
@Execution(ExecutionMode.CONCURRENT)
class LeftOutTests extends March {

    private static final Period JULY =
            new Period(Drafts.ON_THE_WALL, Span.MONTH, YearMonth.of(2026, 7), MovableClock.CITY);
    private static final List<String> MEASURES = List.of("closedInTime", "needClose", "solved", "unsolved");

    @Test
    void a_case_left_out_stands_neither_above_nor_below_the_line_and_is_counted_beside_it() {
        var left = on("2026-06-10T09:00", () -> {
            var ids = new ArrayList<CaseFacts.CaseId>();
            for (int i = 0; i < 5; i++) ids.add(closes(i > 0, "2026-06-09T10:00"));
            return ids.getFirst();
        });
        var june = new Period(Drafts.ON_THE_WALL, Span.MONTH, YearMonth.of(2026, 6), MovableClock.CITY);
        var before = rate(cut(june, "2026-06-30T00:00"));
        assertThat(before.value().shown(2)).isEqualTo("80.00");
        assertThat(before.leftOut()).isEqualTo(new LeftOut(0, 5));
        tell(new CaseFacts.Excluded(left, dongzha), "2026-06-20T09:00");
        var without = rate(cut(june, "2026-06-30T00:00"));
        assertThat(without.value().shown(2)).isEqualTo("100.00");
        assertThat(without.denominator()).isEqualTo(Value.of(4));
        assertThat(without.leftOut()).isEqualTo(new LeftOut(1, 5));
        assertThat(SnapshotJson.rates(SnapshotJson.rates(List.of(without)), List.of("closeRate")))
                .containsExactly(without);
        assertThat(rate(cut(june, "2026-06-19T00:00"))).isEqualTo(before);
        tell(new CaseFacts.ExclusionLifted(left, dongzha), "2026-06-25T09:00");
        assertThat(rate(cut(june, "2026-06-30T00:00"))).isEqualTo(before);
        assertThat(rate(cut(june, "2026-06-24T00:00"))).isEqualTo(without);
    }

    @Test
    void the_facts_behind_a_number_name_what_was_left_out_last() {
        var other = closes(true, "2026-05-10T10:00");
        var left = closes(true, "2026-05-09T10:00");
        tell(new CaseFacts.Excluded(left, dongzha), "2026-05-20T09:00");
        var may = new Period(Drafts.ON_THE_WALL, Span.MONTH, YearMonth.of(2026, 5), MovableClock.CITY);
        var units = new RollUp.Then(Set.of(dongzha.number()));
        var measure = schemes.first().measure("closedInTime");
        assertThat(measures.facts(measure, cut(may, "2026-06-01T00:00"), units, dongzha.number(), 9))
                .extracting(it -> it.about().id(), Measures.Counted::leftOut)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(other.id().toString(), false),
                        org.assertj.core.groups.Tuple.tuple(left.id().toString(), true));
    }

    @Test
    void whatever_is_left_out_taken_in_again_or_voided_state_equals_a_rebuild() {
        var dice = new SplittableRandom(20_260_701);
        var cases = new ArrayList<CaseFacts.CaseId>();
        var said = new ArrayList<UUID>();
        var seen = new LinkedHashMap<Cut, Map<String, Object>>();
        var at = MovableClock.city("2026-07-02T08:00");
        for (int step = 0; step < 240; step++) {
            at = at.plusSeconds(600 + dice.nextInt(9_000));
            var when = MovableClock.CITY.getRules().getOffset(at);
            var text = at.atOffset(when)
                    .toLocalDateTime()
                    .withSecond(0)
                    .withNano(0)
                    .toString();
            var kind = dice.nextInt(10);
            if (cases.size() < 20 || kind < 3) cases.add(closes(dice.nextBoolean(), text));
            var one = cases.get(dice.nextInt(cases.size()));
            switch (kind) {
                case 3, 4 -> said.add(on(text, () -> journalled(new CaseFacts.Excluded(one, dongzha), text)));
                case 5 -> said.add(on(text, () -> journalled(new CaseFacts.ExclusionLifted(one, dongzha), text)));
                case 6, 7 -> said.add(on(text, () -> journalled(new CaseFacts.Confirmed(one, dongzha), text)));
                case 8 -> {
                    if (!said.isEmpty()) on(text, () -> voided(said.remove(dice.nextInt(said.size()))));
                }
                default -> {
                    Horizon.passes(db);
                    var cut = new Cut(JULY.from(), JULY.to(), MovableClock.city(text), measures.horizon());
                    seen.put(cut, state(cut));
                    assertThat(seen.get(cut)).isEqualTo(rebuilt(cut));
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(10);
        assertThat(seen.values())
                .anySatisfy(it -> assertThat(it.get("left out")).isNotEqualTo(0));
        seen.forEach(
                (cut, then) -> assertThat(state(cut)).as("as it was seen then").isEqualTo(then));
    }

    private CaseFacts.CaseId closes(boolean inTime, String when) {
        var id = newCase();
        tell(new CaseFacts.LimitReached(id, dongzha, "close", inTime, 0), when);
        return id;
    }

    private Cut cut(Period period, String cutOff) {
        Horizon.passes(db);
        return new Cut(period.from(), period.to(), MovableClock.city(cutOff), measures.horizon());
    }

    private Score.Rate rate(Cut cut) {
        var score = new Scoring(schemes.first()).score(tally(schemes.first().measures(), cut), 1);
        return score.rate("closeRate");
    }

    private Tally tally(List<Measure> some, Cut cut) {
        return measures.count(some, cut, new RollUp.Then(Set.of(dongzha.number())))
                .getOrDefault(
                        dongzha.number(),
                        Tally.of(some.stream().map(Measure::key).toList(), List.of()));
    }

    private Map<String, Object> state(Cut cut) {
        var all = MEASURES.stream().map(schemes.first()::measure).toList();
        var tally = tally(all, cut);
        var state = new HashMap<String, Object>();
        all.forEach(it -> state.put(it.key(), tally.total(it.key()).amount().intValue()));
        state.put("left out", tally.leftOut(Set.copyOf(MEASURES)).cases());
        return state;
    }

    /** The same from the bare lines of the journal, one after the other. */
    private Map<String, Object> rebuilt(Cut cut) {
        var lines = db.fetch(
                "SELECT id, kind, about_id, voids, counts, occurred_at, attributes ->> 'step' AS step,"
                        + " attributes ->> 'inTime' AS in_time FROM facts.journal WHERE unit = ? AND recorded_at < CAST(? AS timestamptz)"
                        + " AND xid < CAST(CAST(? AS text) AS xid8) ORDER BY recorded_at, id",
                dongzha.number(),
                cut.cutOff().toString(),
                String.valueOf(cut.horizon()));
        var voided = new HashSet<UUID>(lines.map(it -> it.get("voids", UUID.class)));
        var counts = new HashMap<String, Boolean>();
        for (var it : lines)
            if (it.get("counts") != null && !voided.contains(it.get("id", UUID.class)))
                counts.put(it.get("about_id", String.class), it.get("counts", Boolean.class));
        var state = new HashMap<String, Object>();
        MEASURES.forEach(it -> state.put(it, 0));
        var out = new HashSet<String>();
        for (var it : lines) {
            var measured = measured(it, cut);
            if (measured.isEmpty() || voided.contains(it.get("id", UUID.class))) continue;
            var thing = it.get("about_id", String.class);
            if (counts.getOrDefault(thing, true))
                measured.forEach(key -> state.merge(key, 1, (a, b) -> (int) a + (int) b));
            else out.add(thing);
        }
        state.put("left out", out.size());
        return state;
    }

    private static List<String> measured(Record it, Cut cut) {
        var at = it.get("occurred_at", Instant.class);
        if (at.isBefore(cut.from()) || !at.isBefore(cut.to())) return List.of();
        return switch (it.get("kind", String.class)) {
            case "case.confirmed" -> List.of("solved");
            case "case.disputed" -> List.of("unsolved");
            case "case.limit-reached" ->
                !"close".equals(it.get("step", String.class))
                        ? List.of()
                        : "true".equals(it.get("in_time", String.class))
                                ? List.of("closedInTime", "needClose")
                                : List.of("needClose");
            default -> List.of();
        };
    }
}
