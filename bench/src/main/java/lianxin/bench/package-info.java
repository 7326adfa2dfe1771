/**
 * Measures the built program from outside, each time next to a peer that does the least that could do the same: started
 * as an operator starts it, asked over HTTP as a browser asks, its database read over JDBC.
 */
package lianxin.bench;
