package lianxin.organization;

import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianxin.platform.Shell;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts of people who hold no post, now or later: they open nothing, and no unit's page would show them. */
@Component
class IdleAccounts {

    private static final int MOST = 300;

    private final DSLContext sql;
    private final Trees trees;
    private final OrganizationRules rules;
    private final Clock clock;

    IdleAccounts(DSLContext sql, Trees trees, OrganizationRules rules, Clock clock) {
        this.sql = sql;
        this.trees = trees;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param last the unit of the last post; null when there never was one, as are the others
     */
    record Idle(
            PersonId person,
            String name,
            String signIn,
            @Nullable UnitId last,
            @Nullable String role,
            @Nullable Instant until) {}

    /**
     * As it is read on the page.
     *
     * @param last the post that was held last, in words
     * @param url where it was; null for none
     */
    record Line(
            int person,
            String name,
            String signIn,
            String last,
            @Nullable String url) {}

    List<Idle> all() {
        return sql.fetch("""
                        SELECT a.person, p.name, a.sign_in, l.unit, l.role, l.valid_to
                        FROM organization.account a JOIN organization.person p ON p.id = a.person
                        LEFT JOIN LATERAL (SELECT unit, role, valid_to FROM organization.post
                            WHERE person = a.person AND known_to = 'infinity' ORDER BY valid_to DESC LIMIT 1) l ON true
                        WHERE a.closed_at IS NULL AND coalesce(l.valid_to, '-infinity') <= {0}
                        ORDER BY p.name, a.sign_in LIMIT {1}""", val(clock.instant()), val(MOST))
                .map(it -> new Idle(
                        new PersonId(it.get(0, int.class)),
                        it.get(1, String.class),
                        it.get(2, String.class),
                        it.get(3, Integer.class) == null ? null : new UnitId(it.get(3, int.class)),
                        it.get(4, String.class),
                        it.get(5, Instant.class)));
    }

    /** Shown beside the posts of the unit at the top, to whoever manages the accounts there. */
    List<Line> shown(UnitId unit, Actor actor, Shell shell) {
        var top = trees.now().unit(unit).parent() == null && trees.now().holdsCases(unit);
        if (!top || !actor.may(May.MANAGE_ACCOUNTS, unit)) return List.of();
        return all().stream().map(it -> line(it, shell)).toList();
    }

    private Line line(Idle it, Shell shell) {
        var last = it.last;
        if (last == null || it.role == null || it.until == null)
            return new Line(it.person.number(), it.name, it.signIn, shell.t("posts.idle.never"), null);
        var there = trees.now().has(last);
        var words = shell.t(
                "posts.idle.last",
                there ? trees.now().unit(last).name() : last.toString(),
                rules.role(it.role).name().in(shell.locale()),
                shell.day(LocalDate.ofInstant(it.until.minusMillis(1), clock.getZone())));
        return new Line(
                it.person.number(), it.name, it.signIn, words, there ? "/units/" + last.number() + "/posts" : null);
    }

    /** Those whose last post was in the unit, to be appointed again under the same account. */
    List<Idle> formerlyIn(UnitId unit) {
        return all().stream().filter(it -> unit.equals(it.last)).toList();
    }
}
