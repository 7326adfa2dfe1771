package lianxin.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.organization.Delegations.Given;
import lianxin.organization.FilingQueries.Proposal;
import lianxin.organization.PostQueries.Held;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The posts of a unit in the words of the reader: of a person the name and nothing else, and that only to readers in the
 * unit or above it.
 */
@Component
class PostViews {

    /** A term that ends within this is shown as running out. */
    private static final Duration SOON = Duration.ofDays(90);

    private final PostQueries posts;
    private final FilingQueries filings;
    private final Delegations delegations;
    private final IdleAccounts idle;
    private final OrganizationRules rules;
    private final Trees trees;
    private final Clock clock;

    PostViews(
            PostQueries posts,
            FilingQueries filings,
            Delegations delegations,
            IdleAccounts idle,
            OrganizationRules rules,
            Trees trees,
            Clock clock) {
        this.posts = posts;
        this.filings = filings;
        this.delegations = delegations;
        this.idle = idle;
        this.rules = rules;
        this.trees = trees;
        this.clock = clock;
    }

    /** On another day than today nothing can be done, and whoever comes later is not told of. */
    Board board(UnitId id, AsOf asOf, Actor actor, Shell shell, Accounts.@Nullable OneTime given) {
        var tree = trees.at(asOf.at());
        var unit = tree.unit(id);
        var now = asOf.now();
        var held = now ? posts.inUnit(id, asOf.at()) : posts.heldIn(id, asOf.at());
        var names = actor.may(May.LOOK_UP, living(id, tree));
        var standIns = (now && names ? delegations.inUnit(id) : List.<Given>of())
                .stream().collect(Collectors.groupingBy(Given::post));
        var accounts = now && actor.may(May.MANAGE_ACCOUNTS, id)
                ? posts.accounts(held.stream().map(Held::person).collect(Collectors.toSet()))
                : Map.<PersonId, String>of();
        var groups = new ArrayList<Group>();
        for (var role : rules.roles()) {
            var holders =
                    held.stream().filter(it -> it.role().equals(role.key())).toList();
            var standing =
                    holders.stream().filter(it -> !it.from().isAfter(asOf.at())).count();
            var vacant = role.least() == null || !role.standsIn(unit) ? 0 : (int) Math.max(0, role.least() - standing);
            if (holders.isEmpty() && vacant == 0) continue;
            var lines = holders.stream()
                    .map(it -> line(
                            it,
                            names,
                            standIns.getOrDefault(it.id(), List.of()),
                            accounts.get(it.person()),
                            now,
                            shell))
                    .toList();
            groups.add(new Group(
                    role.name().in(shell.locale()),
                    role.duty() == null ? null : role.duty().in(shell.locale()),
                    role.partTime(),
                    role.filing() != null,
                    vacant,
                    lines));
        }
        return new Board(
                id.number(),
                unit.name(),
                asOf,
                groups,
                now && actor.may(May.APPOINT, id),
                now && actor.may(May.MANAGE_ACCOUNTS, id),
                rules.roles().stream()
                        .filter(it -> it.standsIn(unit))
                        .map(it -> new Choice(it.key(), it.name().in(shell.locale()), it.filing() != null))
                        .toList(),
                people(id, held, actor),
                rules.lines().stream()
                        .map(it -> new Choice(it.key(), it.name().in(shell.locale()), false))
                        .toList(),
                (now && names ? filings.ofUnit(id) : List.<Proposal>of())
                        .stream().map(it -> proposed(it, actor, shell)).toList(),
                now ? idle.shown(id, actor, shell) : List.of(),
                given == null ? null : given(given, held),
                dayOf(clock.instant()));
    }

    /** A unit that has ended is looked at like the one above it that still lives. */
    private UnitId living(UnitId id, Tree then) {
        var now = trees.now();
        var it = id;
        while (!now.has(it) && !then.above(it).equals(it)) it = then.above(it);
        return it;
    }

    /** Those who hold posts here, and those with an account whose last post was here. */
    private List<Somebody> people(UnitId id, List<Held> held, Actor actor) {
        var here = held.stream().map(it -> new Somebody(it.person().number(), it.name()));
        var formerly = actor.may(May.APPOINT, id)
                ? idle.formerlyIn(id).stream()
                        .map(it -> new Somebody(it.person().number(), it.name()))
                : Stream.<Somebody>empty();
        return Stream.concat(here, formerly).distinct().toList();
    }

    private static OneTimeView given(Accounts.OneTime given, List<Held> held) {
        var name = held.stream()
                .filter(it -> it.person().equals(given.person()))
                .map(Held::name)
                .findFirst()
                .orElse(given.signIn());
        return new OneTimeView(name, given.signIn(), given.password(), given.until());
    }

    private Line line(
            Held it, boolean names, List<Given> standIns, @Nullable String account, boolean today, Shell shell) {
        var now = clock.instant();
        var left = it.to() == null || !today ? null : Duration.between(now, it.to());
        return new Line(
                it.id().id(),
                it.person().number(),
                names ? it.name() : shell.t("posts.somebody"),
                dayOf(it.from()),
                it.to() == null ? null : dayOf(it.to().minusMillis(1)),
                today && it.from().isAfter(now),
                left != null && left.compareTo(SOON) < 0 ? left.toDays() : null,
                it.filedAs(),
                it.lines().stream()
                        .map(key -> rules.lineName(key).in(shell.locale()))
                        .sorted()
                        .toList(),
                names ? it.duty() : "",
                standIns.stream()
                        .map(given -> shell.t(
                                "posts.stands-in",
                                given.receiverName(),
                                shell.when(given.from()),
                                shell.when(given.to())))
                        .toList(),
                account);
    }

    ProposalView proposed(Proposal it, Actor actor, Shell shell) {
        var tree = trees.now();
        var own = actor.person().filter(me -> me.equals(it.proposedBy())).isPresent();
        return new ProposalView(
                it.id().id(),
                it.action().name(),
                it.state().name(),
                it.name(),
                rules.role(it.role()).name().in(shell.locale()),
                tree.has(it.unit()) ? tree.unit(it.unit()).name() : "",
                "/units/" + it.unit().number() + "/posts",
                tree.has(it.reviewer()) ? tree.unit(it.reviewer()).name() : "",
                it.startsAt() == null ? null : dayOf(it.startsAt()),
                it.endsAt() == null ? null : dayOf(it.endsAt().minusMillis(1)),
                it.reason(),
                it.proposedAt(),
                it.reviewUntil(),
                it.waits() && clock.instant().isAfter(it.reviewUntil()),
                it.number(),
                it.answer(),
                it.waits() && !own && actor.may(May.FILE_POSTS, it.reviewer()));
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate();
    }

    /**
     * @param people who hold posts here, or did last and still have an account, to be given one
     * @param idle accounts of people without a post in the whole town; only at its top
     */
    record Board(
            int number,
            String unit,
            AsOf asOf,
            List<Group> groups,
            boolean appoints,
            boolean administers,
            List<Choice> roles,
            List<Somebody> people,
            List<Choice> lines,
            List<ProposalView> proposed,
            List<IdleAccounts.Line> idle,
            @Nullable OneTimeView given,
            LocalDate today) {}

    record Group(String role, @Nullable String duty, boolean partTime, boolean filed, int vacant, List<Line> lines) {}

    /** @param daysLeft when the term runs out soon */
    record Line(
            UUID id,
            int person,
            String name,
            LocalDate from,
            @Nullable LocalDate to,
            boolean future,
            @Nullable Long daysLeft,
            @Nullable String filedAs,
            List<String> lines,
            String duty,
            List<String> standIns,
            @Nullable String account) {}

    record Choice(String key, String name, boolean filed) {}

    record Somebody(int number, String name) {}

    record OneTimeView(String name, String signIn, String password, Instant until) {}

    /** @param decides whether the reader may file or return it */
    record ProposalView(
            UUID id,
            String action,
            String state,
            String name,
            String role,
            String unit,
            String url,
            String reviewer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String reason,
            Instant proposedAt,
            Instant reviewUntil,
            boolean late,
            @Nullable String number,
            @Nullable String answer,
            boolean decides) {}
}
