package lianxin.territory;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** What the playbook says about the ground: its levels from the top down, how names are read, how the demonstration is cut. */
public record Town(
        String divisionRoot,
        Label title,
        Label emergency,
        List<Level> levels,
        List<Cut> areaNames,
        List<Landmark> landmarks,
        Demonstration demonstration) {

    /**
     * One level.
     *
     * @param generatedName with {@code {n}} for a running number; null where public lists exist
     * @param madeOf the levels whose areas an area of this one is put together from, where nothing lies in it: a
     *     residential estate (小区) is made of grids, micro-grids and buildings, each of which keeps its place in its grid
     */
    public record Level(
            String key,
            Label name,
            @Nullable Integer divisionLevel,
            @Nullable String generatedName,
            Set<String> madeOf) {

        public Level(
                String key,
                Label name,
                @Nullable Integer divisionLevel,
                @Nullable String generatedName,
                @Nullable Set<String> madeOf) {
            this.key = key;
            this.name = name;
            this.divisionLevel = divisionLevel;
            this.generatedName = generatedName;
            this.madeOf = madeOf == null ? Set.of() : madeOf;
        }
    }

    /** A name that ends so loses the part cut off. */
    public record Cut(String endsWith, String cut) {}

    /** A point that everybody knows, in WGS84: by it a person sees whether a drawing lies where it should. */
    public record Landmark(String name, double lon, double lat) {}

    public record Demonstration(
            long seed,
            List<Integer> gridsPerCommunity,
            List<Integer> microgridsPerGrid,
            List<Integer> buildingsPerMicrogrid) {

        /** How many there may be of a level in one of the level above; empty where none are made up. */
        List<Integer> counts(String level) {
            return switch (level) {
                case "grid" -> gridsPerCommunity;
                case "microgrid" -> microgridsPerGrid;
                case "building" -> buildingsPerMicrogrid;
                default -> List.of();
            };
        }
    }

    /** Zero at the top; -1 when there is no such level. */
    public int depth(String kind) {
        for (int i = 0; i < levels.size(); i++) if (levels.get(i).key().equals(kind)) return i;
        return -1;
    }

    /** What areas of this level are made of; empty where others lie in them. */
    public Set<String> madeOf(String kind) {
        int depth = depth(kind);
        return depth < 0 ? Set.of() : levels.get(depth).madeOf();
    }

    /** The level that is made of parts; null in a town that has none. */
    public @Nullable Level wholes() {
        return levels.stream().filter(it -> !it.madeOf().isEmpty()).findFirst().orElse(null);
    }

    /** Whether ground of the one level may lie in ground of the other. */
    boolean mayLieIn(String kind, String above) {
        return depth(above) < depth(kind) && madeOf(above).isEmpty();
    }

    /** The nearest level above this one in which ground lies; null at the top. */
    @Nullable
    Level above(Level level) {
        return levels.subList(0, levels.indexOf(level)).reversed().stream()
                .filter(it -> it.madeOf().isEmpty())
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String kindOfDivisionLevel(int number) {
        for (var level : levels) {
            var division = level.divisionLevel();
            if (division != null && division == number) return level.key();
        }
        return null;
    }

    String groundName(String listed) {
        for (var rule : areaNames) {
            if (listed.endsWith(rule.endsWith()) && listed.length() > rule.cut().length()) {
                return listed.substring(0, listed.length() - rule.cut().length());
            }
        }
        return listed;
    }

    public String levelName(String kind, Locale locale) {
        int depth = depth(kind);
        return depth < 0 ? kind : levels.get(depth).name().in(locale);
    }

    /** From above to below. */
    public String levelNames(Set<String> kinds, Locale locale) {
        return levels.stream()
                .filter(it -> kinds.contains(it.key()))
                .map(it -> it.name().in(locale))
                .collect(Collectors.joining(" / "));
    }
}
