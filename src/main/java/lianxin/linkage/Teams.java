package lianxin.linkage;

import static lianxin.linkage.tables.TeamMemberTable.TEAM_MEMBER;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Chairs;
import lianxin.organization.May;
import lianxin.organization.PostId;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Dated;
import lianxin.territory.Responsibilities;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of service teams: a post joins the team of a grid in a role, leaves it, and the team takes needs. */
@Service
@Transactional
public class Teams {

    private final TeamBook book;
    private final LinkageRules rules;
    private final NeedDesk needs;
    private final Chairs chairs;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Dated dated;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Teams(
            TeamBook book,
            LinkageRules rules,
            NeedDesk needs,
            Chairs chairs,
            Areas areas,
            Responsibilities responsibilities,
            Dated dated,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.book = book;
        this.rules = rules;
        this.needs = needs;
        this.chairs = chairs;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.dated = dated;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** Whether the town has service teams with this role. */
    public boolean hasRole(String role) {
        var teams = rules.teams();
        return teams != null && teams.roles().stream().anyMatch(it -> it.key().equals(role));
    }

    public void join(AreaId grid, String role, PostId post, Instant from, Actor by) {
        var responsible = keeping(grid, from, by);
        var asked = rules.teamRole(role);
        if (!areas.find(grid, from).kind().equals(rules.theTeams().level())) throw new RuleBroken("linkage.no-grid");
        if (chairs.on(List.of(post), from).isEmpty()) throw new RuleBroken("linkage.no-post");
        var there = book.members(grid, from);
        if (there.stream().anyMatch(it -> it.sitting().post().equals(post))) throw new RuleBroken("linkage.in-team");
        var inRole = there.stream().filter(it -> it.role().equals(role)).count();
        if (asked.most() != null && inRole >= asked.most()) throw new RuleBroken("linkage.team-full", asked.most());
        var t = TEAM_MEMBER;
        db.insertInto(t)
                .set(t.GRID, grid.number())
                .set(t.ROLE, role)
                .set(t.POST, post.id())
                .set(t.VALID_FROM, from)
                .set(t.VALID_TO, Dated.FOREVER)
                .set(t.KNOWN_FROM, clock.instant())
                .set(t.KNOWN_TO, Dated.FOREVER)
                .execute();
        record(new TeamFact.Joined(grid, responsible, post, role, from), grid, by);
    }

    public void leave(AreaId grid, PostId post, Instant at, Actor by) {
        var responsible = keeping(grid, at, by);
        var member = book.members(grid, at).stream()
                .filter(it -> it.sitting().post().equals(post))
                .findFirst()
                .orElseThrow(() -> new NotFound(post.ref()));
        dated.endAll(TEAM_MEMBER, place(grid, post), at, clock.instant());
        record(new TeamFact.Left(grid, responsible, post, member.role(), at), grid, by);
    }

    private static Condition place(AreaId grid, PostId post) {
        return TEAM_MEMBER.GRID.eq(grid.number()).and(TEAM_MEMBER.POST.eq(post.id()));
    }

    /** By somebody of the team, or by the office that keeps the lists. */
    public void take(AreaId grid, Needed need, Actor by) {
        if (!mayTake(grid, by)) throw new Forbidden(grid.ref());
        needs.takeOn(grid, responsibilities.responsible(grid, "", clock.instant()), need, by);
    }

    boolean mayTake(AreaId grid, Actor by) {
        return mayKeep(grid, by)
                || book.members(grid, clock.instant()).stream()
                        .anyMatch(it -> by.person()
                                .filter(me -> me.equals(it.sitting().person()))
                                .isPresent());
    }

    boolean mayKeep(AreaId grid, Actor by) {
        return by.may(May.KEEP_LINKS, responsibilities.responsible(grid, "", clock.instant()));
    }

    private UnitId keeping(AreaId grid, Instant at, Actor by) {
        var responsible = responsibilities.responsible(grid, "", at);
        by.must(May.KEEP_LINKS, responsible);
        return responsible;
    }

    private void record(TeamFact fact, AreaId grid, Actor by) {
        journal.record(fact, grid.ref(), by.ref(), clock.instant());
    }
}
