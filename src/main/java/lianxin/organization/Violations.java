package lianxin.organization;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import lianxin.organization.StructureRules.Rule;
import lianxin.playbook.Label;
import org.springframework.stereotype.Component;

/** How much a rule of structure still finds, for modules that ask units to mend it: the machine says when it is mended. */
@Component
public class Violations {

    private final Structure structure;
    private final Trees trees;

    Violations(Structure structure, Trees trees) {
        this.structure = structure;
        this.trees = trees;
    }

    /** What each rule is called, in the order of the playbook. */
    public SequencedMap<String, Label> rules() {
        var rules = new LinkedHashMap<String, Label>();
        for (Rule it : structure.rules().rules()) rules.put(it.key(), it.name());
        return rules;
    }

    /** At the unit and below it, now. */
    public int open(String rule, UnitId unit) {
        var tree = trees.now();
        return (int) structure.now().violations().stream()
                .filter(it -> it.rule().key().equals(rule) && it.isAt(unit, tree))
                .count();
    }
}
