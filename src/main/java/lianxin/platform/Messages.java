package lianxin.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every sentence the town reads on a screen, in Chinese and in English: one file per module and language. A key that is
 * not there is an error, never an empty spot on a page.
 */
@Component
public class Messages {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    private final Map<String, String> chinese = load("zh");
    private final Map<String, String> english = load("en");

    public String text(Locale language, String key, Object... details) {
        var pattern = in(language).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No message " + key + " in " + language);
        }
        if (pattern.indexOf('{') < 0) return pattern;
        var said = Arrays.stream(details).map(it -> it instanceof InBothLanguages word ? word.in(language) : it);
        return new MessageFormat(pattern, language).format(said.toArray());
    }

    public boolean has(String key) {
        return chinese.containsKey(key) && english.containsKey(key);
    }

    public Set<String> keys(Locale language) {
        return in(language).keySet();
    }

    /** As written in the file, with the places of its parameters. */
    public String pattern(Locale language, String key) {
        return in(language).getOrDefault(key, "");
    }

    private Map<String, String> in(Locale language) {
        return language.getLanguage().equals("en") ? english : chinese;
    }

    private static Map<String, String> load(String language) {
        try {
            var all = new TreeMap<String, String>();
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language + ".properties");
            for (var file : files) {
                var one = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    one.load(reader);
                }
                for (var key : one.stringPropertyNames()) {
                    if (all.put(key, one.getProperty(key)) != null) {
                        throw new IllegalStateException("Message " + key + " stands in two files, " + file);
                    }
                }
            }
            return Map.copyOf(all);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
