package lianxin.directives;

import static lianxin.directives.tables.PartVersionTable.PART_VERSION;
import static lianxin.directives.tables.TaskVersionTable.TASK_VERSION;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import lianxin.facts.Journal;
import lianxin.facts.Journal.Told;
import lianxin.organization.Actor;
import lianxin.organization.Succession;
import lianxin.organization.UnitEnding;
import lianxin.organization.UnitId;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a unit ends, what it has open goes to the unit named, and what it asked others for is answered there. What was asked
 * for two pieces of ground stays two parts. A part has one holder and no future one: a day ahead waits for that day.
 */
@Component
class TasksHandOver implements UnitEnding {

    private final TaskBook book;
    private final TaskRows rows;
    private final Journal journal;
    private final Clock clock;

    TasksHandOver(TaskBook book, TaskRows rows, Journal journal, Clock clock) {
        this.book = book;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String held() {
        return "directives.held";
    }

    @Override
    public Map<UnitId, Integer> shares(Succession it) {
        if (it.named().equals(it.from())) return Map.of();
        int open = open(it).size();
        return open == 0 ? Map.of() : Map.of(it.named(), open);
    }

    private List<Part> open(Succession it) {
        return book.inHandOf(new int[] {it.from().number()}, PartState.UNSETTLED, clock.instant());
    }

    @Override
    @Transactional
    public void handOver(Succession it) {
        var now = clock.instant();
        if (it.at().isAfter(now) || it.named().equals(it.from())) return;
        var parts = open(it);
        var heir = it.named();
        rows.change(parts.stream().map(Part::id).toList(), Map.of(PART_VERSION.UNIT, heir.number()), now);
        for (var end : List.of(TASK_VERSION.ISSUER, TASK_VERSION.LINE_OWNER, TASK_VERSION.BLOCK)) owner(end, it);
        var told = parts.stream()
                .map(part -> new Told(new TaskFact.HandedOver(part.id(), heir, part.task(), it.from()), now))
                .toList();
        journal.recordAll(told, null, Actor.SYSTEM.ref());
    }

    private void owner(Field<Integer> end, Succession it) {
        rows.changeOwners(end.eq(it.from().number()), Map.of(end, it.named().number()), clock.instant());
    }
}
