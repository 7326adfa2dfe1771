package lianxin.cases.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.platform.NotFound;
import lianxin.playbook.Label;

/** The dictionary of categories, major and minor, with the first suggestion by the words people write. */
public final class Categories {

    private final List<Major> majors;
    private final Map<String, Category> byKey = new LinkedHashMap<>();
    private final Category fallback;

    public record Major(String key, Label name, List<Category> minors) {}

    @JsonCreator
    public Categories(String fallback, List<Major> majors) {
        this.majors = List.copyOf(majors);
        majors.forEach(major -> major.minors().forEach(it -> byKey.put(it.key(), it)));
        var known = byKey.get(fallback);
        if (known == null) throw new IllegalArgumentException("fallback: no category is called " + fallback);
        this.fallback = known;
    }

    public List<Major> majors() {
        return majors;
    }

    public Category find(String key) {
        var known = byKey.get(key);
        if (known == null) throw new NotFound("category/" + key);
        return known;
    }

    public boolean knows(String key) {
        return byKey.containsKey(key);
    }

    public Map<String, Category> byKey() {
        return Collections.unmodifiableMap(byKey);
    }

    /**
     * The category whose keywords fit the words best: longer matches count more than many short ones. The fallback when
     * nothing fits. A suggestion only: the desk decides.
     */
    public Category suggest(String words) {
        var best = fallback;
        int most = 0;
        for (var category : byKey.values()) {
            int weight = 0;
            for (var keyword : category.keywords())
                if (words.contains(keyword)) weight += keyword.length() * keyword.length();
            if (weight > most) {
                most = weight;
                best = category;
            }
        }
        return best;
    }
}
