package lianxin.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import lianxin.platform.CannotStart;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The database programs that travel inside the jar, unpacked once under the hash of their archive. */
record PostgresBinaries(Path home) {

    static PostgresBinaries unpackedIn(Path directory) throws IOException {
        var archive = archiveOfThisMachine();
        var home = directory.resolve("programs-" + hash(archive));
        if (!Files.isDirectory(home)) {
            var unfinished = Files.createTempDirectory(
                    directory,
                    "unpacking-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            unpack(archive, unfinished);
            settle(unfinished, home);
        }
        return new PostgresBinaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Two starts at once may both unpack; the first to finish wins, and both trees are the same. */
    private static void settle(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home);
        } catch (IOException someoneWasFaster) {
            if (!Files.isDirectory(home)) throw someoneWasFaster;
            delete(unfinished);
        }
    }

    private static String archiveOfThisMachine() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch");
        var os = system.contains("mac") ? "darwin" : "linux";
        var arch = processor.equals("aarch64") ? "arm_64" : "x86_64";
        var archive = "/postgres-" + os + "-" + arch + ".txz";
        if (PostgresBinaries.class.getResource(archive) == null) {
            throw new CannotStart(("This Lianxin carries no PostgreSQL for %s on %s; name a PostgreSQL 17 or newer with"
                            + " --lianxin.database.url, or build Lianxin on this machine.")
                    .formatted(System.getProperty("os.name"), processor));
        }
        return archive;
    }

    private static InputStream open(String archive) throws IOException {
        var stream = PostgresBinaries.class.getResourceAsStream(archive);
        if (stream == null) throw new IOException(archive + " is gone");
        return stream;
    }

    private static String hash(String archive) throws IOException {
        try (var stream = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(open(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) throw new IOException("Archive entry outside of the archive: " + path);
                write(entry, tar, path);
            }
        }
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            var mode = (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
