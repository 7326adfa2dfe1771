/**
 * Evaluation: how well the units of one level did in one month, computed from what happened and from nothing else.
 *
 * <p>A {@link Measure} counts facts of one kind. An {@link Indicator} sets two counts against each other, a
 * {@link Curve} turns the rate into a share of points, and a {@link Scheme} says which indicators count how much. A
 * {@link League} lists the units of one level side by side, each with the interval its score may as well have had, and
 * without rank numbers. No data is never zero: it is {@link Value#UNKNOWN}.
 *
 * <p>The figures of a league are computed once, after the objection window of its month is over, and kept as rows, so
 * that everybody sees the same ones; every number opens down to its facts. The module knows facts by name only.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evaluation",
        allowedDependencies = {"facts", "organization", "platform", "playbook", "sheets"})
package lianxin.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
