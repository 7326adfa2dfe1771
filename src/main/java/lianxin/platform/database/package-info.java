/**
 * The town's database: an embedded PostgreSQL of our own, or one that the operator names. Two roles, and no third way
 * in: the owner changes the structure, the application works in it.
 */
@NullMarked
package lianxin.platform.database;

import org.jspecify.annotations.NullMarked;
