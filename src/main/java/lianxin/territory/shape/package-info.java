/** Borders as geometry: reading, repairing, closing to one ground, and the shift of public maps. Pure, no database. */
@NullMarked
package lianxin.territory.shape;

import org.jspecify.annotations.NullMarked;
