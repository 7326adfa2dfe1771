package lianxin.territory;

import java.util.List;

/** Which kinds of Party bodies stand beside areas of which level. */
record PartyBodies(List<Line> partyUnits) {

    record Line(String level, String kind) {}
}
