package lianxin.linkage;

import java.time.Instant;
import java.util.Locale;
import lianxin.organization.Chair;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import org.springframework.stereotype.Component;

/** What units and seats were called on a day; a unit that was not there then, what it is or was called last. */
@Component
class LinkNames {

    private final Trees trees;
    private final Units units;
    private final OrganizationRules rules;

    LinkNames(Trees trees, Units units, OrganizationRules rules) {
        this.trees = trees;
        this.units = units;
        this.rules = rules;
    }

    String at(UnitId unit, Instant at) {
        var tree = trees.at(at);
        return tree.has(unit) ? tree.unit(unit).name() : units.name(unit);
    }

    /** The role, and what the post is for where that was said. */
    String seat(Chair chair, Locale locale) {
        var role = rules.role(chair.role()).name().in(locale);
        return chair.duty().isEmpty() ? role : role + " · " + chair.duty();
    }

    /** The title, or the unit itself. */
    String object(Link link, Instant at) {
        var unit = at(link.object(), at);
        return link.title().isEmpty() ? unit : link.title();
    }
}
