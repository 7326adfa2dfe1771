/**
 * The journal of the town: everything that happens becomes one immutable fact, told by a verb in the transaction that
 * changed the state. A fact says what kind, about which thing, in whose charge, where, by whom, when it happened and
 * when it was recorded; the unit's path in the home tree is frozen into it. Nothing here is ever updated or deleted: a
 * mistake is voided by a further fact. Facts hold ids and codes only, never names, telephones or words of persons.
 */
@NullMarked
@ApplicationModule(
        displayName = "Facts",
        allowedDependencies = {"platform", "playbook"})
package lianxin.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
