package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.when;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.linkage.NeedCases;
import lianxin.linkage.NeedId;
import lianxin.organization.Actor;
import lianxin.territory.AreaId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A need that somebody took along is a case like any other: whoever needs it is its reporter, and says at the call-back
 * whether it is solved. Whoever took it gets no receipt, and so cannot answer.
 */
@Component
class NeedsAsCases implements NeedCases {

    private static final String CHANNEL = "contact";

    private final Reports reports;
    private final DSLContext db;
    private final Clock clock;

    NeedsAsCases(Reports reports, DSLContext db, Clock clock) {
        this.reports = reports;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void open(NeedId need, AreaId place, String words, String telephone) {
        var id = reports.report(new Report(new CaseId(need.value()), place, words, "", CHANNEL));
        if (!telephone.isBlank()) reports.leaveContact(id, telephone, GivenTo.CALL_BACK_DESK, Actor.reporter(id.ref()));
    }

    @Override
    public Map<NeedId, Became> became(Collection<NeedId> needs) {
        var c = CASE_FILE;
        var lead = CASE_FILE.as("lead");
        var ids = needs.stream().map(NeedId::value).toArray(UUID[]::new);
        return db
                .select(
                        c.ID,
                        c.NUMBER,
                        c.REPORTED_AT,
                        when(c.JOINED.isNull(), c.OUTCOME).otherwise(lead.OUTCOME))
                .from(c)
                .leftJoin(lead)
                .on(lead.ID.eq(c.JOINED))
                .where(c.ID.eq(any(ids)), c.CHANNEL.eq(CHANNEL))
                .stream()
                .collect(Collectors.toMap(
                        it -> new NeedId(it.value1()),
                        it -> new Became(
                                CaseNumber.of(it.value2(), it.value3(), clock.getZone()),
                                state(it.value4()),
                                "/cases/" + it.value1())));
    }

    private static State state(@Nullable String outcome) {
        if (outcome == null) return State.OPEN;
        return switch (Outcome.valueOf(outcome)) {
            case closedSolved, answeredDirectly -> State.SOLVED;
            default -> State.UNANSWERED;
        };
    }
}
