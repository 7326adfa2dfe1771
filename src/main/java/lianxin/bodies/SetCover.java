package lianxin.bodies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import lianxin.territory.AreaId;

/**
 * Whether every area that must be covered is covered by at least one joint body (C-21).
 *
 * @param wanted how many areas must be
 * @param missing those that no body covers
 * @param twice those that several cover; allowed, and shown
 */
record SetCover(int wanted, List<AreaId> missing, SequencedMap<AreaId, List<Covers.By>> twice) {

    static SetCover of(Map<AreaId, List<Covers.By>> covered) {
        var missing = new ArrayList<AreaId>();
        var twice = new LinkedHashMap<AreaId, List<Covers.By>>();
        covered.forEach((area, by) -> {
            if (by.isEmpty()) missing.add(area);
            if (by.size() > 1) twice.put(area, by);
        });
        return new SetCover(covered.size(), List.copyOf(missing), twice);
    }

    int covered() {
        return wanted - missing.size();
    }

    boolean complete() {
        return wanted > 0 && missing.isEmpty();
    }

    /** Nothing to cover is unknown and never all covered. */
    boolean nothing() {
        return wanted == 0;
    }
}
