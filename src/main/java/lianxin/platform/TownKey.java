package lianxin.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The secret that all private links of this town hang on: 32 random bytes, made once and kept beside the data. */
final class TownKey {
    private static final int BYTES = 32;

    private TownKey() {}

    static byte[] parse(String hex) {
        try {
            var key = HexFormat.of().parseHex(hex.strip());
            if (key.length == BYTES) return key;
        } catch (IllegalArgumentException noHex) {
            throw new CannotStart("The setting lianxin.key must be 64 hexadecimal digits (32 random bytes).")
                    .because(noHex);
        }
        throw new CannotStart("The setting lianxin.key must be 64 hexadecimal digits (32 random bytes).");
    }

    /** The key in the file {@code key} of the folder; made there when it is missing, for the owner's eyes only. */
    static byte[] keptIn(Path folder) {
        var file = folder.resolve("key");
        try {
            if (!Files.exists(file)) make(folder, file);
            var key = Files.readAllBytes(file);
            if (key.length == BYTES) return key;
        } catch (IOException unusable) {
            throw new CannotStart("The key of the private links in " + file
                            + " cannot be read or made: check who owns the folder.")
                    .because(unusable);
        }
        throw new CannotStart(
                "The file " + file + " is not a key of 32 bytes: restore it from your backup, or remove it; then"
                        + " all private links given out so far stop working.");
    }

    /** Written whole before it gets its name, so that a power cut leaves either no key or a good one. */
    private static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var draft = Files.createTempFile(folder, "key", ".new", ownerOnly(folder));
        try {
            try (var out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(key));
                out.force(true);
            }
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            // its key counts
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------")))
                }
                : new FileAttribute<?>[0];
    }
}
