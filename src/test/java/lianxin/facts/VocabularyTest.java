package lianxin.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Indicators and open data live on these names: attributes may be added, never renamed, retyped or removed. */
class VocabularyTest {

    private static final Path GOLDEN = Path.of("src/test/resources/facts/vocabulary.txt");

    @Test
    void what_was_declared_once_stays_declared() throws IOException {
        var vocabulary = new Vocabulary(modules());
        var now = vocabulary.kinds().stream()
                .map(kind -> kind.name() + " (" + vocabulary.attributes(kind) + ")")
                .collect(Collectors.joining("\n"));
        if (System.getProperty("write-vocabulary") != null) Files.writeString(GOLDEN, now + "\n");
        for (var line : Files.readAllLines(GOLDEN)) {
            var name = line.substring(0, line.indexOf(' '));
            var kind = vocabulary.kind(name);
            assertThat(kind).as("%s was published and may not disappear", name).isPresent();
            var attributes = List.of(vocabulary.attributes(kind.orElseThrow()).split(", "));
            for (var attribute :
                    line.substring(line.indexOf('(') + 1, line.length() - 1).split(", "))
                if (!attribute.isEmpty())
                    assertThat(attributes).as("attributes of %s", name).contains(attribute);
        }
        assertThat(Files.readString(GOLDEN).strip())
                .as("new facts are added to the golden file")
                .isEqualTo(now);
    }

    @Test
    void every_kind_has_a_name_in_both_languages_and_no_free_text_about_persons() {
        for (var kind : new Vocabulary(modules()).kinds()) {
            assertThat(kind.zh()).as(kind.name()).isNotBlank();
            assertThat(kind.en()).as(kind.name()).isNotBlank();
            assertThat(kind.name()).matches("[a-z]+\\.[a-z-]+");
        }
    }

    private static List<FactKinds> modules() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(FactKinds.class));
        return scanner.findCandidateComponents("lianxin").stream()
                .map(it -> org.springframework.util.ClassUtils.resolveClassName(it.getBeanClassName(), null))
                .map(it -> (FactKinds) BeanUtils.instantiateClass(it))
                .toList();
    }
}
