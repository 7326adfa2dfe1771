package lianxin.organization;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The Party body that stands beside a unit of the ground and carries its code: the working committee of a street office. */
@Component
public class PartyBeside {

    private final OrganizationRules rules;

    PartyBeside(OrganizationRules rules) {
        this.rules = rules;
    }

    /** None where the playbook foresees none, or nobody has set it up. */
    public Optional<UnitId> of(UnitId number, Tree tree) {
        var unit = tree.unit(number);
        return tree.children(number).stream()
                .filter(it -> rules.kind(it.kind()).tree() == UnitKind.Side.PARTY)
                .filter(it -> it.level().equals(unit.level())
                        && it.code().equals(OrganizationRules.codeOf(unit.code(), it.kind())))
                .map(Unit::id)
                .findFirst();
    }
}
