package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Pattern ON_A_PAGE = Pattern.compile("shell\\.t\\(\\s*\"([^\"]+)\"\\s*([,)])");
    private static final Pattern IN_CODE =
            Pattern.compile("(?:new RuleBroken|Flash\\.of|shell\\.t)\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d)");
    private static final Pattern ICON = Pattern.compile("platform\\.icon\\([^)]*name = \"([^\"]+)\"");

    private final Messages messages = new Messages();

    @Test
    void every_sentence_is_there_in_both_languages() {
        assertThat(messages.keys(Messages.ENGLISH)).isEqualTo(messages.keys(Messages.CHINESE));
        assertThat(messages.keys(Messages.CHINESE))
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(messages.pattern(Messages.CHINESE, key)).isNotBlank());
    }

    @Test
    void both_languages_take_the_same_parameters() {
        assertThat(messages.keys(Messages.CHINESE))
                .allSatisfy(key -> assertThat(parameters(messages.pattern(Messages.ENGLISH, key)))
                        .as(key)
                        .isEqualTo(parameters(messages.pattern(Messages.CHINESE, key))));
    }

    @Test
    void no_sentence_holds_a_straight_apostrophe_which_would_swallow_its_parameters() {
        for (var language : List.of(Messages.CHINESE, Messages.ENGLISH)) {
            assertThat(messages.keys(language))
                    .allSatisfy(key ->
                            assertThat(messages.pattern(language, key)).as(key).doesNotContain("'"));
        }
    }

    @Test
    void every_sentence_a_page_asks_for_exists() throws IOException {
        assertThat(asked(Path.of("src/main/jte"), ".jte", ON_A_PAGE))
                .isNotEmpty()
                .allMatch(messages::has);
    }

    @Test
    void a_sentence_with_parameters_is_never_asked_for_without_them() throws IOException {
        for (var text : texts(Path.of("src/main/jte"), ".jte")) {
            var asked = ON_A_PAGE.matcher(text);
            while (asked.find()) {
                var bare = asked.group(2).equals(")");
                var needs = parameters(messages.pattern(Messages.CHINESE, asked.group(1)));
                assertThat(bare).as(asked.group(1)).isEqualTo(needs.isEmpty());
            }
        }
    }

    @Test
    void every_broken_rule_is_told_in_a_sentence() throws IOException {
        assertThat(asked(Path.of("src/main/java"), ".java", IN_CODE))
                .isNotEmpty()
                .allMatch(messages::has);
    }

    @Test
    void every_icon_a_page_shows_is_in_the_sprite() throws IOException {
        var sprite = Files.readString(Path.of("src/main/resources/static/app/icons.svg"));
        assertThat(asked(Path.of("src/main/jte"), ".jte", ICON))
                .isNotEmpty()
                .allMatch(icon -> sprite.contains("id=\"" + icon + "\""));
    }

    private static TreeSet<String> parameters(String pattern) {
        var found = new TreeSet<String>();
        PARAMETER.matcher(pattern).results().forEach(it -> found.add(it.group(1)));
        return found;
    }

    private static TreeSet<String> asked(Path folder, String ending, Pattern how) throws IOException {
        var keys = new TreeSet<String>();
        for (var text : texts(folder, ending)) {
            how.matcher(text).results().forEach(it -> keys.add(it.group(1)));
        }
        return keys;
    }

    private static List<String> texts(Path folder, String ending) throws IOException {
        var texts = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(it -> it.toString().endsWith(ending)).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
