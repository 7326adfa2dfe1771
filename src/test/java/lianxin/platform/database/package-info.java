@NullMarked
package lianxin.platform.database;

import org.jspecify.annotations.NullMarked;
