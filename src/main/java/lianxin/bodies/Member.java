package lianxin.bodies;

import java.time.Instant;
import lianxin.organization.UnitId;

/** A unit that sits in a joint body beside the lead, since when, and on which kind of seat. */
record Member(BodyId body, UnitId unit, String seat, Instant from) {}
