package lianxin.playbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;

/**
 * The playbook this town is run by. It is read and checked as a whole before anything else starts; each module then
 * binds its own part to its own records.
 */
@Component
public final class Playbook {

    private static final List<String> FILES = List.of(
            "place.yaml",
            "organization.yaml",
            "structure.yaml",
            "bodies.yaml",
            "categories.yaml",
            "deadlines.yaml",
            "duty.yaml",
            "flow.yaml",
            "intake.yaml",
            "scheme.yaml",
            "linkage.yaml",
            "directives.yaml");

    /** A town may do without what these files say. */
    private static final Set<String> MAY_BE_LEFT_OUT = Set.of("linkage.yaml", "directives.yaml");

    private final PlaybookFolder folder;
    private final PlaybookSchemas schemas = new PlaybookSchemas();
    private final Binding binding = new Binding();
    private final Map<String, PlaybookFile> files = new LinkedHashMap<>();

    /** @param setting the name of a shipped playbook, or a folder that holds one */
    Playbook(@Value("${lianxin.playbook:jiaxing}") String setting) {
        folder = PlaybookFolder.of(setting);
        FILES.forEach(it -> files.put(it, read(it)));
        if (sound()) {
            HouseRules.check(file("categories.yaml"), file("organization.yaml"));
            Contradictions.check(file("organization.yaml"), file("structure.yaml"));
            CrossReferences.check(files);
        }
        if (!sound()) {
            throw new PlaybookBroken(files.values().stream()
                    .flatMap(it -> it.problems().sentences().stream())
                    .toList());
        }
    }

    /** For tests and tools that run without the town hall. */
    public static Playbook open(String setting) {
        return new Playbook(setting);
    }

    /** What is wrong with a playbook, one line each; empty when a town can be run by it. */
    public static List<String> problems(String setting) {
        try {
            open(setting);
            return List.of();
        } catch (PlaybookBroken broken) {
            return broken.problems();
        }
    }

    public String name() {
        return folder.name();
    }

    /** The file as a record of the module that asks, which takes from it what it needs. */
    public <T> T bind(String file, Class<T> type) {
        return binding.bind(file(file), type);
    }

    /** A further file of the playbook's folder that is no YAML, such as a town's own list of divisions. */
    public Optional<String> text(String file) {
        return folder.text(file);
    }

    private boolean sound() {
        return files.values().stream().allMatch(it -> it.problems().none());
    }

    private PlaybookFile file(String name) {
        var file = files.get(name);
        if (file == null) {
            throw new PlaybookBroken(List.of(folder.path(name) + ":1: A playbook has no file of this name."));
        }
        return file;
    }

    private PlaybookFile read(String name) {
        var path = folder.path(name);
        var text = folder.text(name);
        if (text.isEmpty()) {
            var missing = MarkedYaml.read(path, "{}");
            if (!MAY_BE_LEFT_OUT.contains(name))
                missing.wrong(JsonPointer.empty(), "This file of the playbook is missing.");
            return missing;
        }
        var file = MarkedYaml.read(path, text.get());
        if (file.problems().none()) {
            schemas.check(name, file);
        }
        return file;
    }
}
