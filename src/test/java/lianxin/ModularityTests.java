package lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;
import org.springframework.modulith.docs.Documenter;

/** The arrows between the modules point downward, and the map of them is drawn from the code, so it cannot lie. */
class ModularityTests {

    private static final List<String> BOTTOM_UP = List.of(
            "platform",
            "playbook",
            "sheets",
            "facts",
            "organization",
            "imports",
            "territory",
            "places",
            "routes",
            "directives",
            "bodies",
            "linkage",
            "deliberation",
            "cases",
            "evaluation",
            "exchange",
            "demonstration");

    private static final Path MAP = Path.of("docs", "modules.md");

    private final ApplicationModules modules = ApplicationModules.of(Lianxin.class);

    @Test
    void no_module_reaches_into_another_and_there_is_no_cycle() {
        modules.verify();
    }

    @Test
    void arrows_point_downward_only() {
        for (var module : modules) {
            var rank = rank(module);
            for (var below : direct(module))
                assertThat(rank(below))
                        .as(
                                "%s may not know %s: arrows point downward only",
                                module.getIdentifier(), below.getIdentifier())
                        .isLessThan(rank);
        }
    }

    @Test
    void the_map_in_the_documents_is_the_one_in_the_code() throws IOException {
        var map = map();
        if (System.getProperty("write-map") != null) Files.writeString(MAP, map);
        assertThat(Files.readString(MAP))
                .as("docs/modules.md is stale: run mvn test -Dtest=ModularityTests -Dwrite-map=1")
                .isEqualTo(map);
        new Documenter(modules).writeModuleCanvases();
    }

    private String map() {
        var text = new StringBuilder("""
                # Modules

                Drawn from the code by `ModularityTests`; arrows point downward only. `platform` and `playbook` may be used by all.

                ```mermaid
                graph TD
                """);
        for (var module : sorted())
            for (var below : sorted(direct(module)))
                if (rank(below) > 1)
                    text.append("    %s --> %s%n".formatted(module.getIdentifier(), below.getIdentifier()));
        text.append("```\n\n");
        for (var module : sorted())
            text.append("## %s%n%n%s%n%n".formatted(module.getIdentifier(), description(module)));
        return text.toString().strip() + "\n";
    }

    private String description(ApplicationModule module) {
        try {
            var source = Files.readString(
                    Path.of("src/main/java/lianxin", module.getIdentifier().toString(), "package-info.java"));
            var comment = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"));
            return comment.lines()
                    .map(it -> it.strip().replaceFirst("^\\*\\s?", ""))
                    .collect(Collectors.joining(" "))
                    .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                    .replaceAll("</?p>|<li>|</?ul>", "")
                    .strip();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private List<ApplicationModule> sorted() {
        return sorted(modules.stream().toList());
    }

    private List<ApplicationModule> sorted(List<ApplicationModule> some) {
        return some.stream().sorted((a, b) -> rank(b) - rank(a)).toList();
    }

    private List<ApplicationModule> direct(ApplicationModule module) {
        return module.getDependencies(modules, DependencyDepth.IMMEDIATE)
                .uniqueModules()
                .filter(it -> !it.equals(module))
                .toList();
    }

    private static int rank(ApplicationModule module) {
        var rank = BOTTOM_UP.indexOf(module.getIdentifier().toString());
        assertThat(rank)
                .as("module %s has its place in the tiers", module.getIdentifier())
                .isNotNegative();
        return rank;
    }
}
