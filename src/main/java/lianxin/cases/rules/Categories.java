package lianxin.cases.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.platform.NotFound;
import lianxin.playbook.Label;

/** The dictionary of categories, major and minor, with the first suggestion by the words people write. */
public record Categories(boolean example, String fallback, List<Major> majors) {

    public record Major(String key, Label name, List<Category> minors) {}

    public Categories {
        var known = majors.stream()
                .flatMap(it -> it.minors().stream())
                .anyMatch(it -> it.key().equals(fallback));
        if (!known) throw new IllegalArgumentException("fallback: no category is called " + fallback);
    }

    public Category find(String key) {
        return majors.stream()
                .flatMap(it -> it.minors().stream())
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("category/" + key));
    }

    public boolean knows(String key) {
        return byKey().containsKey(key);
    }

    public Map<String, Category> byKey() {
        var all = new LinkedHashMap<String, Category>();
        majors.forEach(major -> major.minors().forEach(it -> all.put(it.key(), it)));
        return all;
    }

    /**
     * The category whose keywords fit the words best: longer matches count more than many short ones. The fallback when
     * nothing fits. A suggestion only: the desk decides.
     */
    public Category suggest(String words) {
        Category best = find(fallback);
        int most = 0;
        for (var category : byKey().values()) {
            int weight = category.keywords().stream()
                    .filter(words::contains)
                    .mapToInt(it -> it.length() * it.length())
                    .sum();
            if (weight > most) {
                most = weight;
                best = category;
            }
        }
        return best;
    }
}
