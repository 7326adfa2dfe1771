package lianxin.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import org.springframework.stereotype.Component;

/** What the page of a unit says about Party organizations: which stand in it or cover it, or which units it covers itself. */
@Component
class CoverCard {

    private final CoverRows covers;
    private final UnitRepository units;
    private final OrganizationRules rules;
    private final Clock clock;

    CoverCard(CoverRows covers, UnitRepository units, OrganizationRules rules, Clock clock) {
        this.covers = covers;
        this.units = units;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param coverable whether Party organizations may stand in such a unit
     * @param organizations those that stand in it, then those that cover it from elsewhere
     * @param covered the units that it covers itself
     */
    record View(boolean coverable, List<Line> organizations, List<Line> covered) {

        boolean shown() {
            return coverable || !covered.isEmpty();
        }
    }

    /** @param how since when it covers, in words; for one that stands in the unit, that it does */
    record Line(String name, String url, String how) {}

    View of(Tree tree, Unit unit, AsOf asOf, Shell shell) {
        var coverable = rules.kinds().stream().anyMatch(it -> it.mayCover(unit.kind()));
        var rows = covers.of(unit.id(), asOf.known()).stream()
                .filter(it -> it.holds(asOf.at()))
                .toList();
        var inside = coverable
                ? tree.children(unit.id()).stream()
                        .filter(it -> rules.kind(it.kind()).mayCover(unit.kind()))
                        .map(it -> line(it.id(), tree, shell.t("organization.covers.inside"), asOf))
                : Stream.<Line>empty();
        var by = rows.stream()
                .filter(it -> it.unit().equals(unit.id()))
                .map(it -> line(it.by(), tree, since(it, shell), asOf));
        var covered = rows.stream()
                .filter(it -> it.by().equals(unit.id()))
                .map(it -> line(it.unit(), tree, since(it, shell), asOf))
                .toList();
        return new View(coverable, Stream.concat(inside, by).toList(), covered);
    }

    private String since(CoverRows.Cover it, Shell shell) {
        return shell.t("organization.covers.since", shell.day(LocalDate.ofInstant(it.from(), clock.getZone())));
    }

    private Line line(UnitId unit, Tree tree, String how, AsOf asOf) {
        var name = tree.has(unit)
                ? tree.unit(unit).name()
                : units.called(unit, asOf.at()).orElse(unit.toString());
        return new Line(name, asOf.in("/units/" + unit.number()), how);
    }
}
