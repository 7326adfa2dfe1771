package lianxin.linkage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lianxin.platform.RuleBroken;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** What systems of contact points this town has and who is to be in the team of a grid, as the playbook writes it. */
record LinkageRules(
        List<LinkSystem> systems,
        List<Named> contacts,
        @Nullable Integer takeBackDays,
        @Nullable TeamRules teams) {

    record Named(String key, Label name) {}

    /**
     * One system.
     *
     * @param seats roles whose seats are linked
     * @param target how many links there are to be in all; null where only the categories say
     */
    record LinkSystem(
            String key,
            Label name,
            Set<String> seats,
            @Nullable Integer target,
            List<Category> categories) {

        Category category(String key) {
            return maybe(key).orElseThrow(() -> new RuleBroken("linkage.wrong.category"));
        }

        Optional<Category> maybe(String key) {
            return categories.stream().filter(it -> it.key.equals(key)).findFirst();
        }
    }

    /**
     * A group of objects.
     *
     * @param kinds of units that are the object, or answer for it
     * @param titled whether the object is something that a unit answers for, called by a title
     * @param perSeat how many each seat is to have; null where that is not said
     * @param everyMonths within so many months there is a contact
     */
    record Category(
            String key,
            Label name,
            Set<String> kinds,
            boolean titled,
            @Nullable Integer perSeat,
            int everyMonths) {}

    record TeamRules(String level, List<TeamRole> roles) {}

    /** @param named whether residents read the name of whoever serves */
    record TeamRole(
            String key,
            Label name,
            boolean named,
            @Nullable Integer least,
            @Nullable Integer most) {}

    /** For so many days whoever wrote a contact may take it back; none where the playbook does not say. */
    int daysToTakeBack() {
        return takeBackDays == null ? 0 : takeBackDays;
    }

    LinkSystem system(String key) {
        return maybeSystem(key).orElseThrow(() -> new RuleBroken("linkage.wrong.system"));
    }

    Optional<LinkSystem> maybeSystem(String key) {
        return systems.stream().filter(it -> it.key.equals(key)).findFirst();
    }

    /** What was once a category stays readable, under its key. */
    Optional<Category> category(Link link) {
        return maybeSystem(link.system()).flatMap(it -> it.maybe(link.category()));
    }

    Label systemName(String key) {
        return maybeSystem(key).map(LinkSystem::name).orElse(new Label(key, key));
    }

    Label categoryName(Link link) {
        return category(link).map(Category::name).orElse(new Label(link.category(), link.category()));
    }

    Label contactName(String kind) {
        return contacts.stream()
                .filter(it -> it.key.equals(kind))
                .map(Named::name)
                .findFirst()
                .orElse(new Label(kind, kind));
    }

    Set<String> seats() {
        return systems.stream().flatMap(it -> it.seats.stream()).collect(Collectors.toSet());
    }

    TeamRules theTeams() {
        if (teams == null) throw new RuleBroken("linkage.no-teams");
        return teams;
    }

    TeamRole teamRole(String key) {
        return theTeams().roles.stream()
                .filter(it -> it.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("linkage.wrong.team-role"));
    }
}
