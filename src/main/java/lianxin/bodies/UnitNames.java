package lianxin.bodies;

import java.time.Instant;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import org.springframework.stereotype.Component;

/** What units were called on a day; one that was not there then, what it is or was called last. */
@Component
class UnitNames {

    private final Trees trees;
    private final Units units;

    UnitNames(Trees trees, Units units) {
        this.trees = trees;
        this.units = units;
    }

    String at(UnitId unit, Instant at) {
        var tree = trees.at(at);
        return tree.has(unit) ? tree.unit(unit).name() : units.name(unit);
    }
}
