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

    @Test
    void every_page_with_a_table_offers_it_as_a_file() throws IOException {
        var texts = texts();
        var without = new TreeSet<String>();
        texts.forEach((name, text) -> {
            if (text.contains("<table")
                    && !NOT_YET_SO.contains(name)
                    && !NOT_TO_KEEP.contains(name)
                    && !offered(name, texts, 0)) without.add(name);
        });
        assertThat(without).isEmpty();
    }

    /** By itself or by a page that it is a part of. */
    private static boolean offered(String name, Map<String, String> texts, int depth) {
        if (texts.get(name).contains("@template.platform.excel(")
                || texts.get(name).contains("/xlsx")) return true;
        return depth < 4
                && texts.entrySet().stream()
                        .filter(it -> it.getValue().contains("@template." + name + "("))
                        .anyMatch(it -> offered(it.getKey(), texts, depth + 1));
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
