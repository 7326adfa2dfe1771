package lianxin.organization;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** How the town's organization must be built, as its playbook writes it, and in which fields and aspects that is looked at. */
record StructureRules(List<Rule> rules, Coverage coverage) {

    /** A playbook may leave the matrix out. */
    StructureRules(List<Rule> rules, @Nullable Coverage coverage) {
        this.rules = rules;
        this.coverage = coverage == null ? new Coverage(List.of(), List.of()) : coverage;
    }

    /** How many days ahead some rule asks who is on duty; zero when none asks. */
    int ahead() {
        return rules.stream()
                .map(Rule::onDuty)
                .filter(Objects::nonNull)
                .mapToInt(OnDuty::ahead)
                .max()
                .orElse(0);
    }

    /** Whether some rule asks which units are covered. */
    boolean covers() {
        return rules.stream().anyMatch(it -> it.covered != null);
    }

    /** Types of places that some rule asks for. */
    Set<String> placeTypes() {
        var types = new TreeSet<String>();
        for (var rule : rules) if (rule.places != null) for (var it : rule.places.places) types.addAll(it.types);
        return types;
    }

    /** Levels of the ground that some rule asks about. */
    Set<String> levels() {
        var levels = new TreeSet<String>();
        for (var rule : rules) {
            if (rule.onePerArea != null) levels.add(rule.onePerArea.level);
            if (rule.places != null) levels.add(rule.places.level);
        }
        return levels;
    }

    /** Roles that some rule asks for. */
    Set<String> roles() {
        var roles = new TreeSet<String>();
        for (var rule : rules) if (rule.posts != null) for (var seat : rule.posts.seats) roles.addAll(seat.roles);
        return roles;
    }

    /**
     * One rule, in one of seven forms; the others are null.
     *
     * @param in codes of the units below which it is in force; none named: everywhere
     * @param below what stands directly under each unit of a kind
     * @param posts who sits in each unit of a kind
     * @param onDuty when each unit of a kind has somebody on duty
     * @param onePerArea what stands beside each area of a level, exactly once
     * @param places which places open to the public stand on the ground of each unit of a kind
     * @param covered which units have a Party organization in them or are covered by one
     * @param watch what another module watches over, by its name
     */
    record Rule(
            String key,
            Label name,
            Set<String> in,
            @Nullable Below below,
            @Nullable Posts posts,
            @Nullable Beside onePerArea,
            @Nullable OnGround places,
            @Nullable OnDuty onDuty,
            @Nullable Covered covered,
            @Nullable String watch) {}

    record Below(Set<String> kinds, List<Units> units) {}

    /** Each unit of these kinds has directly in it, or is covered by, a unit of one of those. */
    record Covered(Set<String> kinds, Set<String> by) {}

    /** Units of any of these kinds, counted together. */
    record Units(
            Set<String> kinds,
            @Nullable Label name,
            @Nullable Integer least,
            @Nullable Integer most) {

        Range range() {
            return new Range(least == null ? 0 : least, most);
        }
    }

    record Posts(Set<String> kinds, List<Seats> seats) {}

    /** Posts of any of these roles, counted together. */
    record Seats(
            Set<String> roles,
            @Nullable Label name,
            @Nullable Integer least,
            @Nullable Integer most) {

        Range range() {
            return new Range(least == null ? 0 : least, most);
        }
    }

    /** @param orOnParts kinds of units that do as well where one stands beside a part of the area */
    record Beside(String level, String kind, Set<String> orOnParts) {

        Beside(String level, String kind, @Nullable Set<String> orOnParts) {
            this.level = level;
            this.kind = kind;
            this.orOnParts = orOnParts == null ? Set.of() : orOnParts;
        }
    }

    /** @param level of the areas beside which these units stand */
    record OnGround(Set<String> kinds, String level, List<Facilities> places) {}

    /** Places of any of these types, counted together. */
    record Facilities(
            Set<String> types,
            Label name,
            @Nullable Integer least,
            @Nullable Integer most) {

        Range range() {
            return new Range(least == null ? 0 : least, most);
        }
    }

    /** @param ahead for how many days from now the roster must be planned */
    record OnDuty(Set<String> kinds, Hours hours, int ahead) {

        enum Hours {
            AROUND_THE_CLOCK,
            WORKING_HOURS
        }
    }

    /** @param most null where there may be any number more */
    record Range(int least, @Nullable Integer most) {

        static final Range ONE = new Range(1, 1);

        boolean has(int count) {
            return count >= least && (most == null || count <= most);
        }

        /** How many are missing; none when there are enough. */
        int missing(int count) {
            return Math.max(0, least - count);
        }

        int tooMany(int count) {
            return most == null ? 0 : Math.max(0, count - most);
        }

        /** As it is written in a column of numbers. */
        @Override
        public String toString() {
            if (most == null) return "≥ " + least;
            if (most == least) return String.valueOf(least);
            return least == 0 ? "≤ " + most : least + "–" + most;
        }
    }

    record Coverage(List<Field> fields, List<Aspect> aspects) {

        boolean looksAt(String rule) {
            return aspects.stream().anyMatch(it -> it.rules.contains(rule));
        }
    }

    /** A part of the Party's and the town's bodies, by their kinds. */
    record Field(String key, Label name, Set<String> kinds) {}

    /** What is looked at together, by rules; without any, nobody looks at it yet. */
    record Aspect(String key, Label name, Set<String> rules) {}
}
