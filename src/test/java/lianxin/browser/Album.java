package lianxin.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pictures of one walk in their order, and what was wrong with the pages on them. */
final class Album {

    private final Path folder;
    private final List<String> faults = new ArrayList<>();
    private int pictures;

    Album(Walk walk) {
        this.folder = Path.of("target/pictures", walk.name());
    }

    Path next(String name) {
        return folder.resolve("%02d-%s.jpg".formatted(++pictures, name));
    }

    void note(String name, List<String> found) {
        found.forEach(it -> faults.add(name + ": " + it));
    }

    List<String> faults() {
        return List.copyOf(faults);
    }
}
