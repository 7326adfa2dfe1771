package lianxin.evaluation;

/**
 * 剔除: how many of the cases below a rate are left out of it, and how many there would be with them.
 *
 * @param of cases of the denominator, those left out among them
 */
record LeftOut(int cases, int of) {}
