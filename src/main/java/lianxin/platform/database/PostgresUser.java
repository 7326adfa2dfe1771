package lianxin.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianxin.platform.CannotStart;

/**
 * As whom the database runs. PostgreSQL refuses root, so root's server runs in a user namespace without root's rights,
 * or, where namespaces are forbidden, as a plain user who then owns the directory. Its own session keeps a Ctrl-C meant
 * for Lianxin away from the database.
 */
record PostgresUser(List<String> prefix) {
    private static final String ID = "unix:uid";

    static PostgresUser ableToWrite(Path directory) throws IOException, InterruptedException {
        var session = works(List.of("setsid", "true")) ? List.of("setsid") : List.<String>of();
        if (!root()) return new PostgresUser(session);
        var namespace = join(session, List.of("unshare", "-U"));
        if (reaches(namespace, directory)) return new PostgresUser(namespace);
        for (var name : List.of("postgres:postgres", "nobody:nogroup", "nobody:nobody")) {
            var parts = name.split(":", 2);
            var plain =
                    join(session, List.of("setpriv", "--reuid=" + parts[0], "--regid=" + parts[1], "--clear-groups"));
            if (works(join(plain, List.of("true"))) && handOver(directory, parts[0]) && reaches(plain, directory)) {
                return new PostgresUser(plain);
            }
        }
        throw new CannotStart(
                ("PostgreSQL refuses to run as root and neither 'unshare -U' nor 'setpriv' can run it with fewer rights in"
                                + " %s; start Lianxin as an ordinary user, or choose a directory every user can reach with"
                                + " --lianxin.data.")
                        .formatted(directory));
    }

    /** A process of ours in a clean environment: no PG… variable of the operator reaches the server. */
    ProcessBuilder process(List<String> command) {
        var builder = new ProcessBuilder(join(prefix, command));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        return builder;
    }

    private static boolean root() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self)
                ? Integer.valueOf(0).equals(Files.getAttribute(self, ID))
                : "root".equals(System.getProperty("user.name"));
    }

    private static boolean reaches(List<String> prefix, Path directory) throws InterruptedException {
        return works(join(prefix, List.of("test", "-w", directory.toString())));
    }

    private static boolean works(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static boolean handOver(Path directory, String user) throws IOException {
        var owner = directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        try (Stream<Path> paths = Files.walk(directory)) {
            for (var path : paths.toList()) {
                if (!Files.isSymbolicLink(path)) Files.setOwner(path, owner);
            }
        }
        return true;
    }

    private static List<String> join(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
