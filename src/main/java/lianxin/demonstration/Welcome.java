package lianxin.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lianxin.demonstration.Visitors.Visitor;
import lianxin.territory.Areas;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the console says to whoever starts the town: where it is, who may come in, which door has a poster. */
@Component
class Welcome {

    private static final String FILE = "demonstration-accounts.txt";

    private final Areas areas;
    private final Visitors visitors;
    private final Environment environment;
    private final Path file;

    Welcome(Areas areas, Visitors visitors, Environment environment, @Value("${lianxin.data:./var}") Path data) {
        this.areas = areas;
        this.visitors = visitors;
        this.environment = environment;
        this.file = data.resolve(FILE);
    }

    void address() {
        System.out.println("连心 · Lianxin: " + url());
    }

    /** Gives accounts to one person of each role and level, and keeps the list for its owner only. */
    void open(Streets streets, Cast cast) {
        var password = visitors.password();
        keep(lines(visitors.admit(streets.shownCommunity(), cast, password), password, streets));
    }

    private List<String> lines(List<Visitor> admitted, String password, Streets streets) {
        var door = streets.shownDoor();
        var lines = new ArrayList<String>();
        lines.add("演示账号，密码相同 · demonstration accounts, one password: " + password);
        for (var it : admitted) lines.add("  %-28s %s".formatted(it.signIn(), it.post()));
        var code = areas.posterCode(door).orElse("");
        lines.add("楼栋 · a building: " + areas.address(door));
        lines.add("  扫码页 · its page:   " + url() + "/r/" + code);
        lines.add("  海报 · its poster:   " + url() + "/areas/" + door + "/poster");
        return lines;
    }

    private void keep(List<String> lines) {
        try {
            Files.deleteIfExists(file);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void show() {
        try {
            Files.readAllLines(file).forEach(System.out::println);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        again();
    }

    void again() {
        if (Files.exists(file)) System.out.println("演示账号在 · the demonstration accounts are in " + file.normalize());
    }

    void brokenOff() {
        System.out.println("演示城市上次没有加载完 · the demonstration city was not loaded to its end the last time: empty"
                + " this database and start again.");
    }

    private String url() {
        var host =
                Optional.ofNullable(environment.getProperty("server.address")).orElse("127.0.0.1");
        var port = Optional.ofNullable(environment.getProperty("local.server.port"))
                .orElse("8080");
        var scheme = environment.getProperty("server.ssl.enabled", Boolean.class, false) ? "https" : "http";
        return "%s://%s:%s".formatted(scheme, host.equals("0.0.0.0") ? "127.0.0.1" : host, port);
    }
}
