package lianxin.territory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.territory.NameBook.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Which ground an address in words means. What is not certain is never decided here: the candidates and how sure each is
 * go to a person, so that nothing is misfiled silently.
 */
@Service
public class Addresses {
    private static final int MOST = 24;
    private static final double BY_SHORT_NAME = 0.6;
    private static final double BY_OTHER_NAME = 0.95;
    private static final double CONTRADICTED = 0.3;
    private static final double HOUSE_UNKNOWN = 0.85;

    /** How much a name alone says, by how deep its level lies. */
    private static final double[] WEIGHTS = {0.05, 0.3, 0.6, 0.85};

    private final NameBook book;
    private final HouseNumbers houses;
    private final Grounds grounds;
    private final AddressRules rules;

    Addresses(NameBook book, HouseNumbers houses, Grounds grounds, AddressRules rules) {
        this.book = book;
        this.houses = houses;
        this.grounds = grounds;
        this.rules = rules;
    }

    /**
     * An area the words may mean.
     *
     * @param confidence between 0 and 1
     * @param by the words in the address that speak for it
     * @param otherName whether one of them is a former or another name
     * @param whole whether the address was followed to its end; false when a number in it leads nowhere
     */
    public record Candidate(Area area, double confidence, List<String> by, boolean otherName, boolean whole) {
        public int percent() {
            return (int) Math.floor(confidence * 100);
        }
    }

    /** @param certain whether the first candidate is sure enough by the town's own measure to be taken unasked */
    public record Answer(List<Candidate> candidates, boolean certain) {}

    /** The most likely first; empty when no name in it is known. */
    public Answer candidates(String text, Instant at) {
        var words = TypedPoint.halfWidth(text).replaceAll("[\\s,，。;；、·-]", "");
        if (words.isEmpty() || words.length() > 200) return new Answer(List.of(), false);
        long moment = Dated.micros(at);
        var ground = grounds.now();
        var said = said(words, moment);
        var found = new ArrayList<Candidate>();
        for (var area : said.keySet()) {
            if (hasDeeper(area, said, ground, moment)) continue;
            var candidate = weighed(area, said, ground, moment);
            if (candidate != null) found.addAll(houses.below(candidate, words, ground, moment, HOUSE_UNKNOWN));
        }
        var shared = shared(found);
        boolean certain = !shared.isEmpty()
                && shared.getFirst().confidence >= rules.addresses().certain();
        return new Answer(shared, certain);
    }

    /** For each area the best name of it that stands in the words. */
    private Map<Integer, Entry> said(String words, long at) {
        var best = new LinkedHashMap<Integer, Entry>();
        for (var entry : book.now()) {
            if (!words.contains(entry.name()) || !entry.holds(at)) continue;
            best.merge(entry.area(), entry, (a, b) -> a.weight() >= b.weight() ? a : b);
        }
        // A name that stands only inside a longer one says nothing: 南湖 for 南湖街道 in 南湖区.
        best.values()
                .removeIf(it -> best.values().stream()
                        .anyMatch(longer -> longer.name().length() > it.name().length()
                                && longer.name().contains(it.name())
                                && words.split(longer.name(), -1).length == words.split(it.name(), -1).length));
        return best;
    }

    private static boolean hasDeeper(int area, Map<Integer, Entry> said, Ground ground, long at) {
        return said.keySet().stream()
                .anyMatch(other -> other != area
                        && ground.path(other, at).stream()
                                .anyMatch(it -> it.id().number() == area));
    }

    private @Nullable Candidate weighed(int area, Map<Integer, Entry> said, Ground ground, long at) {
        var meant = ground.find(area, at);
        if (meant == null) return null;
        double doubt = 1;
        boolean other = false;
        var by = new ArrayList<String>();
        var path = ground.path(area, at);
        for (int depth = 0; depth < path.size(); depth++) {
            var entry = said.get(path.get(depth).id().number());
            if (entry == null) continue;
            double weight = WEIGHTS[Math.min(depth, WEIGHTS.length - 1)];
            if (entry.shortened()) weight *= BY_SHORT_NAME;
            if (entry.other()) weight *= BY_OTHER_NAME;
            other |= entry.other();
            doubt *= 1 - weight;
            by.add(entry.name());
        }
        return new Candidate(
                meant, (1 - doubt) * (contradicted(path, said, ground, at) ? CONTRADICTED : 1), by, other, true);
    }

    /** The words name, in full, another area of the same level than the one this lies in. */
    private static boolean contradicted(List<Area> path, Map<Integer, Entry> said, Ground ground, long at) {
        var mine = new HashMap<String, Integer>();
        path.forEach(it -> mine.put(it.kind(), it.id().number()));
        return said.entrySet().stream().filter(it -> !it.getValue().shortened()).anyMatch(it -> {
            var named = ground.find(it.getKey(), at);
            return named != null
                    && mine.containsKey(named.kind())
                    && !mine.containsValue(named.id().number());
        });
    }

    /** Candidates stand against each other: together they are not more than sure. */
    private static List<Candidate> shared(List<Candidate> found) {
        double sum =
                Math.max(1, found.stream().mapToDouble(Candidate::confidence).sum());
        return found.stream()
                .map(it -> new Candidate(it.area, it.confidence / sum, it.by, it.otherName, it.whole))
                .sorted(Comparator.comparingDouble(Candidate::confidence)
                        .reversed()
                        .thenComparing(it -> it.area().code()))
                .limit(MOST)
                .toList();
    }
}
