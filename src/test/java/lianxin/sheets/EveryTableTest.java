package lianxin.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whoever sees a table can take it away. */
class EveryTableTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");

    /** What is shown there is not yet so: a change before it is made, a border before it is saved. */
    private static final Set<String> NOT_YET_SO = Set.of("organization.change", "territory.border");

    /** What was found by a telephone is read once, and nobody takes it along. */
    private static final Set<String> NOT_TO_KEEP = Set.of("cases.lookup");

    /** What a person chose a moment ago, and what is made to be printed. */
    private static final Set<String> OF_THE_MOMENT = Set.of("cases.bulk", "cases.bulk-done", "cases.sheet");

    @Test
    void every_page_with_a_table_offers_it_as_a_file() throws IOException {
        var texts = texts();
        var without = new TreeSet<String>();
        texts.forEach((name, text) -> {
            if (text.contains("<table")
                    && !NOT_YET_SO.contains(name)
                    && !NOT_TO_KEEP.contains(name)
                    && !OF_THE_MOMENT.contains(name)
                    && !offered(name, texts, 0)) without.add(name);
        });
        assertThat(without).isEmpty();
    }

    /** By itself, by a part of it, or by a page that it is a part of. */
    private static boolean offered(String name, Map<String, String> texts, int depth) {
        if (file(texts.get(name))) return true;
        if (depth == 0
                && texts.entrySet().stream().anyMatch(it -> part(it.getKey(), texts.get(name)) && file(it.getValue())))
            return true;
        return depth < 4
                && texts.entrySet().stream()
                        .filter(it -> part(name, it.getValue()))
                        .anyMatch(it -> offered(it.getKey(), texts, depth + 1));
    }

    private static boolean file(String text) {
        return text.contains("@template.platform.excel(") || text.contains("/xlsx");
    }

    private static boolean part(String name, String text) {
        return text.contains("@template." + name + "(");
    }

    private static Map<String, String> texts() throws IOException {
        var texts = new HashMap<String, String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(it -> it.toString().endsWith(".jte")).toList()) {
                var name = TEMPLATES
                        .relativize(file)
                        .toString()
                        .replace(".jte", "")
                        .replace('/', '.');
                texts.put(name, Files.readString(file));
            }
        }
        return texts;
    }
}
