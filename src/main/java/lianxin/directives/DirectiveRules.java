package lianxin.directives;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lianxin.organization.Unit;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** What this town sets about tasks, and what its posts answer for, as the playbook writes it; it may say nothing. */
record DirectiveRules(@Nullable Burden burden, Set<String> neverAsked, List<Responsibility> responsibilities) {

    DirectiveRules(
            @Nullable Burden burden,
            @Nullable Set<String> neverAsked,
            @Nullable List<Responsibility> responsibilities) {
        this.burden = burden;
        this.neverAsked = neverAsked == null ? Set.of() : neverAsked;
        this.responsibilities = responsibilities == null ? List.of() : responsibilities;
    }

    /**
     * The gate that keeps the burden down.
     *
     * @param levels of the units it protects
     * @param mostOpen so many open asks from everybody together
     */
    record Burden(Set<String> levels, int mostOpen) {

        boolean over(Unit unit, int open) {
            return levels.contains(unit.level()) && open >= mostOpen;
        }
    }

    /**
     * What a post answers for, again and again.
     *
     * @param roles of which at least one holder in the unit does it
     * @param kinds of the units it stands with
     * @param levels of these units; none named: all
     * @param from periods that began before count for nobody
     */
    record Responsibility(
            String key,
            Label name,
            Set<String> roles,
            Set<String> kinds,
            Set<String> levels,
            Every every,
            @Nullable Due due,
            String basis,
            LocalDate from) {

        boolean standsWith(Unit unit) {
            return kinds.contains(unit.kind()) && (levels.isEmpty() || levels.contains(unit.level()));
        }

        LocalDate dueIn(LocalDate period) {
            return every.due(period, due);
        }
    }

    /** @param month of the period, from one on; the last when left out, as is the day */
    record Due(@Nullable Integer month, @Nullable Integer day) {}
}
