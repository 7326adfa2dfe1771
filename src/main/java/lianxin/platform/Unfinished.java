package lianxin.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The note beside the data that a demonstration is being loaded. If it is still there at a start, the loading was cut
 * off: the embedded database is then made anew, so that nobody ever sees half a city.
 */
@Component
public final class Unfinished {

    private static final String NOTE = "demonstration.loading";

    private final Path note;

    @Autowired
    public Unfinished(@Value("${lianxin.data:./var}") Path data) {
        this.note = data.resolve(NOTE);
    }

    public boolean marked() {
        return Files.exists(note);
    }

    /** On the disk when it returns. */
    public void begin() {
        try {
            Files.createDirectories(note.toAbsolutePath().getParent());
            try (var file = FileChannel.open(note, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.force(true);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public void done() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
