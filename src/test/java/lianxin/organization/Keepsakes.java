package lianxin.organization;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import lianxin.facts.Ref;
import org.jspecify.annotations.Nullable;

/** Things in the hands of units, some of which lie somewhere, as a module above would keep them: only for now. */
class Keepsakes implements UnitEnding {

    private final Clock clock;
    final Map<String, UnitId> holders = new TreeMap<>();
    final Map<String, Ref> places = new HashMap<>();
    boolean stubborn;

    Keepsakes(Clock clock) {
        this.clock = clock;
    }

    void give(String thing, UnitId holder, @Nullable Ref place) {
        holders.put(thing, holder);
        if (place != null) places.put(thing, place);
    }

    @Override
    public String held() {
        return "keepsakes";
    }

    @Override
    public Map<UnitId, Integer> shares(Succession it) {
        var shares = new HashMap<UnitId, Integer>();
        holders.forEach((thing, holder) -> {
            var heir = heir(it, thing);
            if (holder.equals(it.from()) && !heir.equals(holder)) shares.merge(heir, 1, Integer::sum);
        });
        return shares;
    }

    @Override
    public void handOver(Succession it) {
        if (stubborn || it.at().isAfter(clock.instant())) return;
        holders.replaceAll((thing, holder) -> holder.equals(it.from()) ? heir(it, thing) : holder);
    }

    private UnitId heir(Succession it, String thing) {
        return Objects.requireNonNull(it.heirOf(places.get(thing)));
    }
}
