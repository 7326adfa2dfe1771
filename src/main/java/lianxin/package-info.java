/** Lianxin (连心): a tree of units over areas, cases with a running clock, and an evaluation that can be argued with. */
@NullMarked
package lianxin;

import org.jspecify.annotations.NullMarked;
