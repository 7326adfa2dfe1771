/**
 * The demonstration city: a town that shows itself. On the first start it lays out the ground, sets up the units, appoints
 * fictitious people and lets ninety days pass in which residents report and units answer: late here, well there, some
 * never. Everything happens through the same verbs as in real life, under a clock of its own that runs from then to now;
 * no row is written past them. The same seed gives the same city, shifted to today. It lies above all modules and none
 * knows it; a town that goes to work switches it off.
 */
@NullMarked
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "platform",
            "playbook",
            "facts",
            "organization",
            "territory",
            "places",
            "routes",
            "bodies",
            "linkage",
            "directives",
            "cases",
            "imports",
            "sheets"
        })
package lianxin.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
