/**
 * Joint bodies: units that agreed to do something together. A grand committee, an alliance, a pairing, a troika, an urban
 * cluster, a task force, a temporary branch, one axis with its seven links: one mechanism, of which the playbook names the
 * kinds, their seats and what each has. A body stands beside the trees: it has a unit that leads and answers for it, units
 * that sit in it from one day to another, and lists of what was agreed. It never holds a case and is nobody's superior.
 * What has a last day gives what it still has in hand to a named unit at that moment. Units from outside the town see what a
 * body shares with them and nothing else. How far an area has come is counted from what was done, and typed in by nobody.
 */
@NullMarked
@ApplicationModule(
        displayName = "Joint bodies",
        allowedDependencies = {
            "platform",
            "playbook",
            "facts",
            "organization",
            "sheets",
            "territory",
            "places",
            "directives"
        })
package lianxin.bodies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
