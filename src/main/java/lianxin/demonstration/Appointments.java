package lianxin.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lianxin.organization.Actor;
import lianxin.organization.Delegations;
import lianxin.organization.Delegations.Absence;
import lianxin.organization.DutyDesks;
import lianxin.organization.Filings;
import lianxin.organization.May;
import lianxin.organization.OrganizationRules;
import lianxin.organization.PersonId;
import lianxin.organization.Posts;
import lianxin.organization.Posts.Seat;
import lianxin.organization.Role;
import lianxin.organization.Rosters;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.territory.Area;
import org.springframework.stereotype.Component;

/**
 * What happens about posts in one street: somebody new is filed, something is returned, something waits; people who help
 * beside their work; and a colleague who stands in for a leader on leave.
 */
@Component
class Appointments {

    private static final Duration LEAVE = Duration.ofDays(10);

    /** No telephone in the country begins like this. */
    private static final String DESK_TELEPHONE = "0000-1000 0001";

    private static final String COMMUNITY_TELEPHONE = "0000-1000 0002";
    private static final int DUTY_DAYS = 15;

    private final OrganizationRules rules;
    private final Posts posts;
    private final Filings filings;
    private final Delegations delegations;
    private final Rosters rosters;
    private final DutyDesks desks;
    private final Trees trees;
    private final Clock clock;

    Appointments(
            OrganizationRules rules,
            Posts posts,
            Filings filings,
            Delegations delegations,
            Rosters rosters,
            DutyDesks desks,
            Trees trees,
            Clock clock) {
        this.rules = rules;
        this.posts = posts;
        this.filings = filings;
        this.delegations = delegations;
        this.rosters = rosters;
        this.desks = desks;
        this.trees = trees;
        this.clock = clock;
    }

    void happen(Area shown, Cast cast, long seed) {
        var tree = trees.now();
        var community = tree.byCode(shown.code());
        if (community.isEmpty()) return;
        var street = tree.unit(tree.above(community.get().id()));
        var names = Casting.names(12, seed + 1).iterator();
        rules.roles().stream()
                .filter(it -> it.partTime() && it.standsIn(community.get()))
                .forEach(it -> {
                    var person = person(names.next());
                    posts.fill(
                            new Seat(person, community.get().id(), it.key(), clock.instant(), null),
                            "自愿报名，培训合格",
                            Actor.SYSTEM);
                    cast.join(community.get().id(), it.key(), person);
                });
        rules.roles().stream()
                .filter(it -> it.filing() != null)
                .findFirst()
                .ifPresent(it -> filings(it, street, tree, cast, List.of(names.next(), names.next(), names.next())));
        leave(street, cast);
    }

    /** The street keeps its desk manned day and night, but for one night nobody thought of; its community in office hours. */
    void keepDuty(Area shown, Cast cast) {
        var tree = trees.now();
        var community = tree.byCode(shown.code());
        if (community.isEmpty()) return;
        var desk = tree.unit(tree.above(community.get().id()));
        var seated = cast.seatedIn(desk.id());
        if (seated.size() < 2 || rules.roles().stream().noneMatch(it -> it.may().contains(May.PLAN_DUTY))) return;
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        desks.setTelephone(desk.id(), DESK_TELEPHONE, Actor.SYSTEM);
        desks.setTelephone(community.get().id(), COMMUNITY_TELEPHONE, Actor.SYSTEM);
        plan(desk.id(), today, today.plusDays(4), seated);
        plan(desk.id(), today.plusDays(6), today.plusDays(DUTY_DAYS), seated);
    }

    private void plan(UnitId desk, LocalDate from, LocalDate to, List<PersonId> people) {
        var firsts = people.subList(0, people.size() - 1);
        rosters.plan(new Rosters.Plan(desk, from, to, firsts, List.of(people.getLast())), Actor.SYSTEM);
    }

    /** In the first units of the street in which such a post stands: one filed, one returned, one still waiting. */
    private void filings(Role role, Unit street, Tree tree, Cast cast, List<String> names) {
        var units = Arrays.stream(tree.below(street.id()))
                .mapToObj(it -> tree.unit(new UnitId(it)))
                .filter(role::standsIn)
                .limit(3)
                .toList();
        for (var turn = 0; turn < units.size(); turn++) {
            var unit = units.get(turn).id();
            var proposer = cast.who(May.APPOINT, unit, 0);
            var reviewer = cast.who(May.FILE_POSTS, street.id(), 0);
            var seat = new Seat(person(names.get(turn)), unit, role.key(), clock.instant(), null);
            if (turn != 1)
                cast.firstPost(unit, role.key())
                        .ifPresent(post ->
                                filings.file(filings.proposeEnd(post, clock.instant(), "到龄退出", proposer), reviewer));
            if (turn == 0) {
                filings.file(filings.proposeFilling(seat, "换届选举产生", proposer), reviewer);
            } else {
                var id = filings.proposeFilling(seat, "届中调整，支部大会推荐", proposer);
                if (turn == 1) filings.sendBack(id, "缺少民主推荐记录，请补齐后再报", reviewer);
            }
        }
    }

    private void leave(Unit street, Cast cast) {
        var leader = cast.who(May.SUPERVISE, street.id(), 0);
        var colleague = cast.who(May.HANDLE, street.id(), 0);
        var own = leader.posts().stream()
                .filter(it -> it.unit().equals(street.id()))
                .findFirst();
        if (own.isEmpty() || !own.get().may().contains(May.SUPERVISE)) return;
        colleague
                .person()
                .ifPresent(it -> delegations.give(
                        new Absence(
                                own.get().id(),
                                it,
                                Set.of(May.SUPERVISE),
                                clock.instant(),
                                clock.instant().plus(LEAVE),
                                "年休假"),
                        leader));
    }

    private PersonId person(String name) {
        return posts.register(List.of(name), true, Actor.SYSTEM).getFirst();
    }
}
