package lianxin.cases;

import java.util.Optional;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.UnitKind;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Units outside the offices that may need something of them: employers, companies, institutions. */
@Component
class Enterprises {

    private final Trees trees;
    private final OrganizationRules rules;

    Enterprises(Trees trees, OrganizationRules rules) {
        this.trees = trees;
        this.rules = rules;
    }

    /** The one with this code; empty when there is none, or it is an office. */
    Optional<Unit> byCode(String code) {
        return trees.now().byCode(code.strip()).filter(this::isOne);
    }

    boolean isOne(Unit unit) {
        return rules.kind(unit.kind()).tree() == UnitKind.Side.PARTNER;
    }

    void must(@Nullable UnitId unit) {
        var tree = trees.now();
        if (unit == null || !tree.has(unit) || !isOne(tree.unit(unit))) throw new RuleBroken("intake.enterprise");
    }
}
