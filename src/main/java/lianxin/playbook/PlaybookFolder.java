package lianxin.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the files of one playbook lie: packed into the jar under its name, or in a folder of the operator's own. */
record PlaybookFolder(String name, Optional<Path> folder) {

    private static final String PLACE = "place.yaml";

    static PlaybookFolder of(String setting) {
        if (!setting.isBlank() && packed("playbooks/" + setting + "/" + PLACE).isPresent()) {
            return new PlaybookFolder(setting, Optional.empty());
        }
        var folder = Path.of(setting);
        if (!setting.isBlank() && Files.isRegularFile(folder.resolve(PLACE))) {
            var last = folder.toAbsolutePath().normalize().getFileName();
            return new PlaybookFolder(String.valueOf(last), Optional.of(folder));
        }
        throw new PlaybookBroken(List.of(("There is no playbook “%s”: set lianxin.playbook to the name of one that is"
                        + " shipped, such as jiaxing, or to a folder that holds a place.yaml.")
                .formatted(setting)));
    }

    /** The file as its reader knows it, for messages. */
    String path(String file) {
        return folder.map(it -> it.resolve(file).toString()).orElse("playbooks/" + name + "/" + file);
    }

    /** The text of the file; empty when there is none of that name. */
    Optional<String> text(String file) {
        return folder.isPresent() ? written(folder.get().resolve(file)) : packed("playbooks/" + name + "/" + file);
    }

    /** The schema every playbook's file of that name must fit. */
    static Optional<String> schema(String file) {
        return packed("playbooks/schema/" + file.replaceFirst("\\.yaml$", "") + ".schema.json");
    }

    private static Optional<String> written(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<String> packed(String resource) {
        try (var stream = PlaybookFolder.class.getClassLoader().getResourceAsStream(resource)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
