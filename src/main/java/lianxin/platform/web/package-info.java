/** How pages come about: templates, the shell around them, sign-in, errors and what a browser may load. */
@NullMarked
package lianxin.platform.web;

import org.jspecify.annotations.NullMarked;
