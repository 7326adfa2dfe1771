package lianxin.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Temporary servers whose program was killed before it could clear them away. */
final class Abandoned {
    static final String PREFIX = "run-";

    private Abandoned() {}

    static void sweep(Path directory) throws IOException {
        try (var runs = Files.newDirectoryStream(directory, PREFIX + "*")) {
            for (var run : runs) {
                if (abandoned(run)) clear(run);
            }
        }
    }

    private static boolean abandoned(Path run) throws IOException {
        var lock = run.resolve("lock");
        if (!Files.exists(lock)) return false;
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static void clear(Path run) throws IOException {
        var postmaster = Postmaster.in(run.resolve("cluster"));
        if (postmaster != null) postmaster.kill();
        PostgresBinaries.delete(run);
    }
}
