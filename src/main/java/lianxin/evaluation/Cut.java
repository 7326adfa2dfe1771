package lianxin.evaluation;

import java.time.Instant;

/**
 * Which facts count: those dated in {@code [from, to)}, recorded before the cut-off and below the horizon of
 * transactions. One cut for all measures of a league, or numbers of different moments would stand in one table.
 */
record Cut(Instant from, Instant to, Instant cutOff, long horizon) {}
