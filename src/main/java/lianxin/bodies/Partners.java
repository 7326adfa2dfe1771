package lianxin.bodies;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import lianxin.organization.Accounts;
import lianxin.organization.Accounts.OneTime;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.Role;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.organization.UnitKind;
import lianxin.organization.UnitKind.Side;
import lianxin.organization.Units;
import lianxin.platform.RuleBroken;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Units that are none of the town's offices: employers, companies, owners' committees, which stand below the unit of the
 * area; and guests from outside, each in a tree of its own. They hold no cases. Their contacts see what is shared with them.
 */
@Service
@Transactional
public class Partners {

    private final BodyBook book;
    private final BodyGuard guard;
    private final Bodies bodies;
    private final Units units;
    private final Posts posts;
    private final Accounts accounts;
    private final OrganizationRules organization;
    private final Responsibilities responsibilities;
    private final Areas areas;
    private final Trees trees;
    private final Clock clock;

    Partners(
            BodyBook book,
            BodyGuard guard,
            Bodies bodies,
            Units units,
            Posts posts,
            Accounts accounts,
            OrganizationRules organization,
            Responsibilities responsibilities,
            Areas areas,
            Trees trees,
            Clock clock) {
        this.book = book;
        this.guard = guard;
        this.bodies = bodies;
        this.units = units;
        this.posts = posts;
        this.accounts = accounts;
        this.organization = organization;
        this.responsibilities = responsibilities;
        this.areas = areas;
        this.trees = trees;
        this.clock = clock;
    }

    /** Kinds of units that are partners, in the order of the playbook. */
    public List<UnitKind> kinds() {
        return organization.kinds().stream()
                .filter(it -> it.tree() == Side.PARTNER)
                .toList();
    }

    /** Registers a partner that nobody knew yet and gives it a seat; on a seat for guests it stands in a tree of its own. */
    public UnitId join(BodyId id, String name, String kind, String seat, Instant from, String reason, Actor by) {
        var body = guard.managed(id, from, by);
        if (kinds().stream().noneMatch(it -> it.key().equals(kind))) throw new RuleBroken("bodies.wrong.unit-kind");
        var place = guard.kind(body).seat(seat);
        var guest = place.guest();
        var home = guest ? null : responsibilities.responsible(body.area(), "", from);
        var level = trees.at(from).unit(home == null ? body.lead() : home).level();
        var base = guest
                ? kind
                : OrganizationRules.codeOf(areas.find(body.area(), from).code(), kind);
        var unit = units.create(
                new Units.NewUnit(name, kind, level, free(base), home, null),
                from,
                reason,
                // a tree of its own is above nobody's posts: who may bring guests was asked of the body
                guest ? Actor.SYSTEM : by);
        bodies.admitNew(body, unit, place, from, reason, by);
        return unit;
    }

    private String free(String base) {
        var number = 1;
        while (units.byCode(base + "-" + number).isPresent()) number++;
        return base + "-" + number;
    }

    /** Opens an account for the contact of a partner that sits in the body; the password is told once. */
    public OneTime openAccount(BodyId id, UnitId unit, String name, String signIn, Actor by) {
        var now = clock.instant();
        var body = guard.managed(id, now, by);
        var member = book.members(id, now).stream().anyMatch(it -> it.unit().equals(unit));
        if (!member || !partner(unit, now)) throw new RuleBroken("bodies.not-a-member");
        var role = contact();
        if (role == null) throw new RuleBroken("bodies.no-contact-role");
        var words = BodyGuard.words(name, 40, "bodies.wrong.contact");
        var person = posts.register(List.of(words), false, Actor.SYSTEM).getFirst();
        posts.fill(new Posts.Seat(person, unit, role.key(), now, null), body.name(), Actor.SYSTEM);
        return accounts.open(person, signIn, Actor.SYSTEM);
    }

    boolean partner(UnitId unit, Instant at) {
        var tree = trees.at(at);
        return tree.has(unit) && organization.kind(tree.unit(unit).kind()).tree() == Side.PARTNER;
    }

    private @Nullable Role contact() {
        return organization.roles().stream()
                .filter(it -> it.may().contains(May.SEE_SHARED))
                .findFirst()
                .orElse(null);
    }
}
