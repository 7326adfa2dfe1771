/** What a town's playbook says about cases: categories, limits, the duty list and the words on screen. */
@NullMarked
package lianxin.cases.rules;

import org.jspecify.annotations.NullMarked;
