/**
 * What people want and a town decides together. A topic (议题) is what many cases have in common: a desk or a unit proposes it
 * with a reason, the unit above adopts or refuses it and names one unit and a day. What becomes of it is a chain that
 * stays visible: opinion, proposal, project, place. Cases are not known here; which of them a reader may see is a small
 * interface, implemented above. Places are pointers.
 */
@NullMarked
@ApplicationModule(
        displayName = "Deliberation",
        allowedDependencies = {"platform", "playbook", "facts", "organization"})
package lianxin.deliberation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
