/**
 * Ways for visitors: premium lines, guide lines, journeys. A route is one list of pointers in the order in which one comes to
 * them, to a village, a place or an enterprise, with a color of its own; each stop stands or is still planned. Some kinds of
 * routes have each of their stops on one route only, which the whole town is asked for. The guide is printed, and behind its
 * code a visitor finds the way without signing in.
 */
@NullMarked
@ApplicationModule(
        displayName = "Routes",
        allowedDependencies = {"platform", "playbook", "facts", "organization", "sheets", "territory", "places"})
package lianxin.routes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
