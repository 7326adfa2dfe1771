package lianxin.evaluation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import lianxin.evaluation.CaseFacts.CaseId;
import lianxin.facts.Fact;
import lianxin.facts.FactKinds;
import lianxin.facts.Journal;
import lianxin.facts.JournalMonths;
import lianxin.facts.Ref;
import lianxin.organization.Accounts;
import lianxin.organization.Actor;
import lianxin.organization.AreaSeed;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.CityClock;
import lianxin.platform.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.support.TransactionTemplate;

/** March 2026 in three streets of 南湖区 and one of 秀洲区, told to the journal and scored by Jiaxing's scheme. */
@SpringBootTest(classes = March.Town.class)
abstract class March {

    static final Instant LONG_AGO = MovableClock.city("2020-01-01T00:00");
    static final Period MARCH = new Period(Drafts.ON_THE_WALL, Span.MONTH, YearMonth.of(2026, 3), MovableClock.CITY);
    static final String ISSUED = "2026-04-20T09:00";

    /** The module and what lies below it, without the module of cases. No component: whole towns pass it by. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "lianxin.sheets",
                "lianxin.platform",
                "lianxin.playbook",
                "lianxin.facts",
                "lianxin.organization",
                "lianxin.evaluation"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    static class Town {
        @Bean
        FactKinds caseFacts() {
            return CaseFacts.KINDS;
        }
    }

    @Autowired
    Leagues leagues;

    @Autowired
    Schemes schemes;

    @Autowired
    Measures measures;

    @Autowired
    Journal journal;

    @Autowired
    Units units;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    UnitId jianshe;
    UnitId xinjia;
    UnitId dongzha;
    UnitId xincheng;

    @BeforeEach
    void march(
            @Autowired OrganizationRules rules,
            @Autowired Posts posts,
            @Autowired Accounts accounts,
            @Autowired JournalMonths months) {
        if (units.byCode("3304").isEmpty()) {
            months.reachBackTo(MovableClock.city("2026-02-01T00:00"));
            units.importUnits(rules.unitsOf(areas()), LONG_AGO, "list", Actor.SYSTEM);
            for (var it : List.of(
                    "evaluator 330402 zhou", "handler 330402005 shen", "leader 330402005 lu", "handler 330402001 wu")) {
                var word = it.split(" ");
                var person = posts.register(List.of("沈阿庆"), true, Actor.SYSTEM).getFirst();
                accounts.open(person, word[2], "long enough 1", Actor.SYSTEM);
                posts.fill(new Posts.Seat(person, unit(word[1]), word[0], LONG_AGO, null), "test", Actor.SYSTEM);
            }
            settle();
            on("2026-03-10T10:00", this::tellMarch);
        }
        settle();
        Horizon.passes(db);
    }

    void settle() {
        jianshe = unit("330402001");
        xinjia = unit("330402002");
        dongzha = unit("330402005");
        xincheng = unit("330411001");
    }

    Void tellMarch() {
        for (var i = 0; i < 40; i++) { // 建设: all closed in time, 30 of 40 solved, four of them reworked
            var id = reported(jianshe, true, i < 4 ? 1 : 0);
            answered(id, jianshe, true);
            answer(id, jianshe, i < 30, i < 30 ? 5 : 2);
        }
        for (var i = 0; i < 40; i++) { // 新嘉: nobody answers; ten late, five of them done before the cut-off
            var id = reported(xinjia, i >= 10, 0);
            answered(id, xinjia, false);
            if (i < 5) {
                tell(
                        new CaseFacts.DoneLate(id, xinjia, "close", MovableClock.city("2026-03-10T10:00")),
                        "2026-04-02T09:00");
            }
            if (i == 5) { // after the cut-off: too late to count
                tell(
                        new CaseFacts.DoneLate(id, xinjia, "close", MovableClock.city("2026-03-10T10:00")),
                        "2026-04-18T09:00");
            }
        }
        for (var i = 0; i < 12; i++) { // 东栅: few cases, eight answers, all content
            var id = reported(dongzha, true, 0);
            answered(id, dongzha, i < 8);
            if (i < 8) {
                answer(id, dongzha, true, 5);
            }
        }
        reported(unit("330402005001"), true, 0); // a community under 东栅 counts for the street
        return null;
    }

    League issued() {
        return on(ISSUED, () -> leagues.issued(schemes.first(), MARCH));
    }

    CaseId reported(UnitId unit, boolean inTime, int reworks) {
        var id = newCase();
        for (var step : List.of("handle", "close")) {
            tell(new CaseFacts.LimitReached(id, unit, step, inTime, reworks), "2026-03-10T10:00");
        }
        return id;
    }

    void answered(CaseId id, UnitId unit, boolean answered) {
        tell(new CaseFacts.LimitReached(id, unit, "answer", answered, 0), "2026-03-20T10:00");
    }

    void answer(CaseId id, UnitId unit, boolean solved, int result) {
        tell(solved ? new CaseFacts.Confirmed(id, unit) : new CaseFacts.Disputed(id, unit), "2026-03-12T10:00");
        tell(new CaseFacts.Rated(id, unit, result, 4), "2026-03-12T10:00");
    }

    static CaseId newCase() {
        return new CaseId(UUID.randomUUID());
    }

    void tell(Fact fact, String when) {
        on(when, () -> journalled(fact, when));
    }

    UUID journalled(Fact fact, String when) {
        return transaction.execute(
                it -> journal.record(fact, null, new Ref("clock", "sweep"), MovableClock.city(when)));
    }

    UUID voided(UUID fact) {
        return transaction.execute(it -> journal.voidFact(fact, new Ref("clock", "sweep")));
    }

    UnitId unit(String code) {
        return units.byCode(code).orElseThrow().id();
    }

    static <T> T on(String when, Supplier<T> work) {
        var result = new ArrayList<T>();
        CityClock.at(new CityClock.Moving(MovableClock.city(when)), () -> result.add(work.get()));
        return result.getFirst();
    }

    static List<AreaSeed> areas() {
        return List.of(
                new AreaSeed("city", "3304", "嘉兴市", null),
                new AreaSeed("county", "330402", "南湖区", "3304"),
                new AreaSeed("county", "330411", "秀洲区", "3304"),
                new AreaSeed("township", "330402001", "建设街道", "330402"),
                new AreaSeed("township", "330402002", "新嘉街道", "330402"),
                new AreaSeed("township", "330402005", "东栅街道", "330402"),
                new AreaSeed("township", "330411001", "新城街道", "330411"),
                new AreaSeed("community", "330402005001", "云海社区", "330402005"));
    }
}
