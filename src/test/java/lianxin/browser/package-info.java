/** People before real browsers: the whole story on a desk and on a phone, as the residents and the staff see it. */
@NullMarked
package lianxin.browser;

import org.jspecify.annotations.NullMarked;
