package lianxin.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import lianxin.platform.CannotStart;

/**
 * The directory of one embedded server: {@code cluster} (PostgreSQL's own), {@code password} (of the superuser),
 * {@code port}, {@code lock}, {@code server.log}. Only its owner may look into it.
 */
record PostgresHome(Path directory) {

    static PostgresHome at(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        return new PostgresHome(directory);
    }

    Path cluster() {
        return directory.resolve("cluster");
    }

    Path unfinishedCluster() {
        return directory.resolve("cluster.unfinished");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    Path passwordFile() {
        return directory.resolve("password");
    }

    /** Made once, readable for its owner only. */
    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(passwordFile(), mode);
        }
        var kept = Files.readString(passwordFile()).strip();
        if (!kept.isEmpty()) return kept;
        var made = Login.randomPassword();
        Files.writeString(passwordFile(), made);
        return made;
    }

    /** The port of the last run, so that addresses noted elsewhere stay right; 0 before the first. */
    int port() throws IOException {
        var file = directory.resolve("port");
        if (!Files.exists(file)) return 0;
        var kept = Files.readString(file).strip();
        return kept.matches("[0-9]{1,5}") ? Integer.parseInt(kept) : 0;
    }

    void remember(int port) throws IOException {
        Files.writeString(directory.resolve("port"), String.valueOf(port));
    }

    /** Held until this program ends, however it ends. */
    FileChannel lock() throws IOException {
        var channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locks(channel)) {
            channel.close();
            throw new CannotStart(
                    ("Another Lianxin already uses the data in %s; stop it first, or choose another directory with"
                                    + " --lianxin.data.")
                            .formatted(directory));
        }
        return channel;
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProgram) {
            return false;
        }
    }

    /** Each run writes a log of its own; the one before is kept, for a server that was killed. */
    void turnLog() throws IOException {
        if (!Files.exists(log())) return;
        Files.move(log(), directory.resolve("server.previous.log"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Why the server did not come up, in its own words. */
    String lastWords() throws IOException {
        var lines = Files.exists(log()) ? Files.readAllLines(log()) : List.<String>of();
        return lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("error:"))
                .findFirst()
                .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast());
    }
}
