package lianxin.build;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianxin.platform.database.PostgresServer;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.Definition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/**
 * Build step: runs the migrations on a temporary server and writes the table classes of every module's schema into
 * {@code lianxin.<module>.tables}. Does nothing when migrations and generator are the ones of last time.
 *
 * <p>Arguments: the folder of migrations, the folder for generated sources, the folder where the
 * server is unpacked.
 */
public class GenerateTables {

    public static void main(String[] args) throws Exception {
        var migrations = Path.of(args[0]);
        var target = Path.of(args[1]);
        var stamp = target.resolve("checksum");
        var checksum = checksum(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(checksum)) return;
        Files.createDirectories(target);

        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        try (var server = PostgresServer.temporary(Path.of(args[2]))) {
            Flyway.configure()
                    .dataSource(server.url(), server.owner(), server.ownerPassword())
                    .locations("filesystem:" + migrations)
                    .schemas("platform")
                    .defaultSchema("platform")
                    .table("flyway_history")
                    .placeholders(Map.of("application", server.application()))
                    .load()
                    .migrate();
            for (var module : modules(migrations)) generate(server, module, target);
        }
        Files.writeString(stamp, checksum);
    }

    private static List<String> modules(Path migrations) throws IOException {
        try (Stream<Path> folders = Files.list(migrations)) {
            return folders.filter(Files::isDirectory)
                    .map(it -> it.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static void generate(PostgresServer server, String module, Path target) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(server.url())
                        .withUser(server.owner())
                        .withPassword(server.ownerPassword()))
                .withGenerator(new Generator()
                        .withStrategy(new Strategy().withName(Names.class.getName()))
                        .withDatabase(new Database()
                                .withInputSchema(module)
                                .withIncludes(".*")
                                .withExcludes("flyway_history|journal_[0-9_]+|xid")
                                .withIncludeRoutines(false)
                                .withIncludeForeignKeys(false)
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIgnoreUnused(true)
                                        .withIncludeTypes(
                                                "(?i)timestamp(tz| with time zone|\\(\\d\\) with time zone).*")))
                        .withGenerate(new Generate()
                                .withGlobalCatalogReferences(false)
                                .withDefaultCatalog(false)
                                .withRelations(false)
                                .withGeneratedAnnotation(false)
                                .withRecords(false)
                                .withEmptySchemas(false))
                        .withTarget(new Target()
                                .withPackageName("lianxin." + module + ".tables")
                                .withDirectory(target.toString())
                                .withClean(false))));
    }

    private static String checksum(Path migrations) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(migrations)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        try (var self = GenerateTables.class.getResourceAsStream("GenerateTables.class")) {
            digest.update(self.readAllBytes());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** One closed package per module: {@code UnitVersionTable.UNIT_VERSION}, {@code OrganizationSchema}. */
    public static class Names extends DefaultGeneratorStrategy {

        @Override
        public String getJavaPackageName(Definition definition, Mode mode) {
            return getTargetPackage();
        }

        @Override
        public String getJavaClassName(Definition definition, Mode mode) {
            var name = super.getJavaClassName(definition, mode);
            if (definition instanceof SchemaDefinition) return name + "Schema";
            if (definition instanceof TableDefinition) return name + "Table";
            return name;
        }
    }
}
