package lianxin.evaluation;

import java.math.BigDecimal;

/**
 * What earns points.
 *
 * @param key of the indicator in whose name the points are given
 * @param value a formula over indicators, such as {@code 100 - reworkRate}
 */
record Scored(String key, BigDecimal weight, Formula value, Curve curve) {}
