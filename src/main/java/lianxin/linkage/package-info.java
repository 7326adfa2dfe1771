/**
 * Who keeps in touch with whom. A contact point ties a leader's seat, whoever sits on it, to a branch, a village, an
 * enterprise or a project, from one day to another; the playbook names the systems of such links, how many there are to be
 * and how often there must be a contact. The service team of a grid is posts with roles in it, shown to those who live
 * there. What is heard is logged, and a need taken becomes a case, unless it was answered on the spot: whether it is solved
 * is said by the resident, and typed in by nobody. Links and grids are looked at, people are never counted side by side.
 * Cases are not known here: how a need becomes one is a small interface, implemented above.
 */
@NullMarked
@ApplicationModule(
        displayName = "Contact points and service teams",
        allowedDependencies = {"platform", "playbook", "facts", "sheets", "organization", "territory"})
package lianxin.linkage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
