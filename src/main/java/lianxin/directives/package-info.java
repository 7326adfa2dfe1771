/**
 * What a superior may ask of a unit, through the gate that keeps the burden down. A task is asked by a unit of units
 * right below it, in the one tree or the other; each of them has a part of its own and may split it further, so that
 * what was asked by a county reaches a branch by way of everybody in between. Each level answers to the one that asked
 * it: a part is confirmed, sent back, postponed or withdrawn there, and its state rolls up by itself. The same way up, a
 * unit raises what it cannot settle. No form hangs on a task: it ends with one sentence and pointers to what is already
 * there. A post's responsibilities come from the playbook and the calendar; only what was done is written down. Units
 * are shown with what is open or late, never people side by side.
 */
@NullMarked
@ApplicationModule(
        displayName = "Tasks and responsibilities",
        allowedDependencies = {"platform", "playbook", "facts", "sheets", "organization", "territory"})
package lianxin.directives;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
