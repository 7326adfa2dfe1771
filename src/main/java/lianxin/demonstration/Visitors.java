package lianxin.demonstration;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lianxin.organization.Accounts;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.OrganizationRules;
import lianxin.organization.OrganizationRules.Scope;
import lianxin.organization.PartyBeside;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.playbook.Playbook;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import org.springframework.stereotype.Component;

/** The few people of the demonstration who can be signed in as: one for each role on the level where it is best seen. */
@Component
class Visitors {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 14;

    /** The highest level of the town, whatever it is called. */
    private static final String TOP = "top";

    /** From outside, in a tree of its own. */
    private static final String GUEST = "guest";

    /** The Party body beside the community. */
    private static final String PARTY = "party";

    /** Where a visitor sits, and for what. */
    private record Chair(String level, Set<May> may, Scope scope) {

        Chair(String level, May may, Scope scope) {
            this(level, Set.of(may), scope);
        }
    }

    /** Calls others to account and is called to account. */
    private static final Set<May> LEADING = Set.of(May.SUPERVISE, May.DO_TASKS);

    private static final List<Chair> CHAIRS = List.of(
            new Chair("community", May.DISPATCH, Scope.OWN),
            new Chair("community", May.HANDLE, Scope.OWN),
            new Chair("township", May.DISPATCH, Scope.BELOW),
            new Chair("township", May.HANDLE, Scope.OWN),
            new Chair("township", LEADING, Scope.BELOW),
            new Chair("department", May.HANDLE, Scope.OWN),
            new Chair("county", May.CALL_BACK, Scope.BELOW),
            new Chair("county", LEADING, Scope.BELOW),
            new Chair(TOP, May.EVALUATE, Scope.BELOW),
            new Chair(TOP, May.MANAGE_UNITS, Scope.BELOW),
            new Chair("community", May.READ_PUBLIC_SPACE, Scope.OWN),
            new Chair("township", May.APPOINT, Scope.BELOW),
            new Chair("county", May.FILE_POSTS, Scope.BELOW),
            new Chair(TOP, May.MANAGE_ACCOUNTS, Scope.BELOW),
            new Chair(TOP, May.LOOK_UP, Scope.OWN),
            new Chair("county", May.LOOK_UP, Scope.OWN),
            new Chair(PARTY, May.LEAD_BODIES, Scope.OWN),
            new Chair(GUEST, May.SEE_SHARED, Scope.OWN));

    private final Accounts accounts;
    private final OrganizationRules rules;
    private final Areas areas;
    private final PartyBeside parties;
    private final Trees trees;
    private final String department;

    Visitors(
            Accounts accounts,
            OrganizationRules rules,
            Areas areas,
            PartyBeside parties,
            Responsibilities responsibilities,
            Trees trees,
            Playbook playbook) {
        this.accounts = accounts;
        this.rules = rules;
        this.areas = areas;
        this.parties = parties;
        this.trees = trees;
        this.department = new Topics(playbook, responsibilities).shownDepartment();
    }

    record Visitor(String signIn, String post) {}

    String password() {
        var chance = new SecureRandom();
        var word = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) word.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        return word.toString();
    }

    /** Who is let in, and where they sit. */
    record Seated(String signIn, Unit unit, String role) {}

    List<Visitor> admit(Area community, Cast cast, String password) {
        var admitted = new ArrayList<Visitor>();
        for (var it : seated(community, cast)) {
            accounts.open(cast.first(it.unit.id(), it.role), it.signIn, password, Actor.SYSTEM);
            admitted.add(new Visitor(
                    it.signIn,
                    it.unit.name() + " · " + rules.role(it.role).name().zh()));
        }
        return admitted;
    }

    List<Seated> seated(Area community, Cast cast) {
        var seated = new ArrayList<Seated>();
        for (var chair : CHAIRS) {
            unit(chair.level, community)
                    .ifPresent(unit -> cast.role(unit.id(), chair.may, chair.scope)
                            .ifPresent(role -> {
                                var signIn = (chair.level.equals(TOP) ? unit.level() : chair.level) + "-" + role;
                                if (seated.stream().noneMatch(it -> it.signIn.equals(signIn)))
                                    seated.add(new Seated(signIn, unit, role));
                            }));
        }
        return seated;
    }

    private Optional<Unit> unit(String level, Area community) {
        var tree = trees.now();
        if (level.equals("department")) {
            return areas.above(community.id(), "county")
                    .flatMap(it -> tree.byCode(OrganizationRules.codeOf(it.code(), department)));
        }
        if (level.equals(GUEST))
            return tree.tops().stream().filter(it -> !it.holdsCases()).findFirst();
        if (level.equals(PARTY))
            return tree.byCode(community.code())
                    .flatMap(it -> parties.of(it.id(), tree))
                    .map(tree::unit);
        if (level.equals(TOP))
            return tree.byCode(areas.path(community.id()).getFirst().code());
        return areas.above(community.id(), level).flatMap(it -> tree.byCode(it.code()));
    }
}
