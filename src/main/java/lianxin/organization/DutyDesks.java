package lianxin.organization;

import static lianxin.organization.tables.DeskTelephoneTable.DESK_TELEPHONE;
import static lianxin.organization.tables.OwnTelephoneTable.OWN_TELEPHONE;
import static lianxin.organization.tables.PersonTable.PERSON;
import static lianxin.organization.tables.PostTable.POST;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianxin.facts.Journal;
import lianxin.platform.RuleBroken;
import lianxin.platform.Telephone;
import lianxin.playbook.Playbook;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a desk is reached at any hour: its number, who is on duty there, and which desk answers while it does not. */
@Service
@Transactional
public class DutyDesks {

    private final DSLContext sql;
    private final ShiftRows shifts;
    private final DutyRules rules;
    private final Trees trees;
    private final Journal journal;
    private final Clock clock;

    DutyDesks(DSLContext sql, ShiftRows shifts, Playbook playbook, Trees trees, Journal journal, Clock clock) {
        this.sql = sql;
        this.shifts = shifts;
        this.rules = DutyRules.of(playbook);
        this.trees = trees;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param second who steps in; null for nobody */
    public record OnDuty(String first, @Nullable String second, Instant until) {}

    @Transactional(readOnly = true)
    public Optional<OnDuty> onDuty(UnitId desk, Instant at) {
        return shifts.at(new int[] {desk.number()}, at).stream()
                .findFirst()
                .map(it -> new OnDuty(
                        it.first().name(),
                        it.second() == null ? null : it.second().name(),
                        it.to()));
    }

    /**
     * The nearest desk with somebody on duty at that minute: this one, or one above it. This one when nobody is on duty
     * anywhere.
     */
    @Transactional(readOnly = true)
    public UnitId answering(UnitId desk, Instant at) {
        if (rules.role() == null) return desk;
        var path = trees.at(at).path(desk);
        var manned = shifts.at(path, at).stream().map(it -> it.desk().number()).toList();
        for (int i = path.length - 1; i >= 0; i--) if (manned.contains(path[i])) return new UnitId(path[i]);
        return desk;
    }

    /** The public number of the desk. */
    @Transactional(readOnly = true)
    public Optional<String> telephone(UnitId desk, Instant at) {
        return sql.select(DESK_TELEPHONE.TELEPHONE)
                .from(DESK_TELEPHONE)
                .where(DESK_TELEPHONE.UNIT.eq(desk.number()))
                .and(Dated.known(DESK_TELEPHONE.KNOWN_TO))
                .and(Dated.valid(DESK_TELEPHONE.VALID_FROM, DESK_TELEPHONE.VALID_TO, at))
                .fetchOptional(DESK_TELEPHONE.TELEPHONE);
    }

    /** From now on, as it is written; an empty one takes the number off the pages. */
    public void setTelephone(UnitId desk, String typed, Actor by) {
        by.must(May.PLAN_DUTY, desk);
        var number = typed.isBlank() ? null : typed.strip();
        if (number != null && Telephone.read(number).isEmpty()) throw new RuleBroken("roster.telephone-wrong");
        var now = clock.instant();
        var d = DESK_TELEPHONE;
        var known = sql.select(d.TELEPHONE, d.VALID_FROM)
                .from(d)
                .where(d.UNIT.eq(desk.number()))
                .and(Dated.known(d.KNOWN_TO))
                .and(d.VALID_TO.eq(Dated.OPEN))
                .forUpdate()
                .fetchOptional();
        if (known.map(it -> it.get(d.TELEPHONE)).orElse("").equals(number == null ? "" : number)) return;
        known.ifPresent(it -> {
            sql.update(d)
                    .set(d.KNOWN_TO, now)
                    .where(d.UNIT.eq(desk.number()))
                    .and(Dated.known(d.KNOWN_TO))
                    .and(d.VALID_TO.eq(Dated.OPEN))
                    .execute();
            if (it.get(d.VALID_FROM).isBefore(now)) insert(desk, it.get(d.TELEPHONE), it.get(d.VALID_FROM), now, now);
        });
        if (number != null) insert(desk, number, now, null, now);
        journal.record(new DutyFact.TelephoneSet(desk, desk, now, number != null), null, by.ref(), now);
    }

    private void insert(UnitId desk, String number, Instant from, @Nullable Instant to, Instant known) {
        sql.insertInto(DESK_TELEPHONE)
                .set(DESK_TELEPHONE.UNIT, desk.number())
                .set(DESK_TELEPHONE.TELEPHONE, number)
                .set(DESK_TELEPHONE.VALID_FROM, from)
                .set(DESK_TELEPHONE.VALID_TO, Dated.orOpen(to))
                .set(DESK_TELEPHONE.KNOWN_FROM, known)
                .set(DESK_TELEPHONE.KNOWN_TO, Dated.OPEN)
                .execute();
    }

    /** A worker whom residents may call, because the worker wants it. */
    public record Reachable(String name, String role, String telephone) {}

    /** Of the unit, in the posts that the playbook names. */
    @Transactional(readOnly = true)
    public List<Reachable> reachable(UnitId unit, Instant at) {
        if (rules.shownToResidents().isEmpty()) return List.of();
        return sql.selectDistinct(PERSON.NAME, POST.ROLE, OWN_TELEPHONE.TELEPHONE)
                .from(OWN_TELEPHONE)
                .join(PERSON)
                .on(PERSON.ID.eq(OWN_TELEPHONE.PERSON))
                .join(POST)
                .on(POST.PERSON.eq(PERSON.ID))
                .where(POST.UNIT.eq(unit.number()))
                .and(POST.ROLE.in(rules.shownToResidents()))
                .and(Dated.known(POST.KNOWN_TO))
                .and(Dated.valid(POST.VALID_FROM, POST.VALID_TO, at))
                .orderBy(PERSON.NAME)
                .fetch(it -> new Reachable(it.value1(), it.value2(), it.value3()));
    }

    /** One's own number, shown to residents as long as it stands here. */
    @Transactional(readOnly = true)
    Optional<String> ownTelephone(PersonId person) {
        return sql.select(OWN_TELEPHONE.TELEPHONE)
                .from(OWN_TELEPHONE)
                .where(OWN_TELEPHONE.PERSON.eq(person.number()))
                .fetchOptional(OWN_TELEPHONE.TELEPHONE);
    }

    /** Whether residents would see the number of somebody who wants it. */
    boolean mayBeShown(Actor worker) {
        return worker.posts().stream().anyMatch(it -> rules.shownToResidents().contains(it.role()));
    }

    public void showOwnTelephone(String typed, Actor by) {
        var person = by.person().orElseThrow();
        var number = Telephone.read(typed)
                .orElseThrow(() -> new RuleBroken("roster.telephone-wrong"))
                .number();
        var now = clock.instant();
        sql.insertInto(OWN_TELEPHONE)
                .set(OWN_TELEPHONE.PERSON, person.number())
                .set(OWN_TELEPHONE.TELEPHONE, number)
                .set(OWN_TELEPHONE.CONSENTED_AT, now)
                .onConflict(OWN_TELEPHONE.PERSON)
                .doUpdate()
                .set(OWN_TELEPHONE.TELEPHONE, number)
                .set(OWN_TELEPHONE.CONSENTED_AT, now)
                .execute();
    }

    /** Whoever holds no such post any more is not called any more either. */
    @Scheduled(cron = "0 20 3 * * *")
    void forgetThoseWhoLeft() {
        var now = clock.instant();
        sql.deleteFrom(OWN_TELEPHONE)
                .whereNotExists(selectOne()
                        .from(POST)
                        .where(POST.PERSON.eq(OWN_TELEPHONE.PERSON))
                        .and(POST.ROLE.in(rules.shownToResidents()))
                        .and(Dated.known(POST.KNOWN_TO))
                        .and(POST.VALID_TO.gt(now)))
                .execute();
    }

    /** Nothing of it is kept. */
    public void hideOwnTelephone(Actor by) {
        var person = by.person().orElseThrow();
        sql.deleteFrom(OWN_TELEPHONE)
                .where(OWN_TELEPHONE.PERSON.eq(person.number()))
                .execute();
    }
}
