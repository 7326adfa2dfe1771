package lianxin.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@code postmaster.pid} says about a cluster: perhaps a server that runs, perhaps one long gone. */
record Postmaster(Path cluster, long pid, boolean ready) {
    private static final int STATUS_LINE = 7;

    static @Nullable Postmaster in(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.isEmpty() || lines.getFirst().isBlank()) return null;
            var ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return new Postmaster(cluster, Long.parseLong(lines.getFirst().strip()), ready);
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    /** A zombie has no program any more, and after a reboot the number may belong to any other program. */
    boolean runs() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(program -> Path.of(program).getFileName().toString().startsWith("postgres"))
                .filter(program -> worksInCluster())
                .isPresent();
    }

    void forget() throws IOException {
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    void kill() {
        if (runs()) ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private boolean worksInCluster() {
        var directory = Path.of("/proc", String.valueOf(pid), "cwd");
        if (!Files.exists(directory)) return true;
        try {
            return Files.isSameFile(directory, cluster);
        } catch (IOException unreadable) {
            return true;
        }
    }
}
