package lianxin.organization;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import lianxin.Lianxin;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * Runs inside the product for the benchmark {@code tree}: imports a list of divisions by the verb, as often as asked,
 * each time next to a plain COPY of the same lines, and asks the tree for units as of a date.
 */
final class CountryImport {

    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant AS_OF = Instant.parse("2025-06-01T00:00:00Z");
    private static final String CITY = "3304";
    private static final String OTHER_CITY = "3301";
    private static final int MOVES = 10;
    private static final int QUESTIONS = 2000;
    private static final int CITIES = 200;
    private static final int PERMISSIONS = 200_000;

    private final Units units;
    private final Trees trees;
    private final UnitQueries queries;
    private final Posts posts;
    private final Actors actors;
    private final OrganizationRules rules;
    private final Path data;

    private CountryImport(ApplicationContext product, Path data) {
        this.posts = product.getBean(Posts.class);
        this.actors = product.getBean(Actors.class);
        this.rules = product.getBean(OrganizationRules.class);
        this.units = product.getBean(Units.class);
        this.trees = product.getBean(Trees.class);
        this.queries = product.getBean(UnitQueries.class);
        this.data = data;
    }

    /** The list, the number of rounds, and settings of the product, {@code --lianxin.data=} first. */
    public static void main(String[] args) throws Exception {
        var settings = Arrays.copyOfRange(args, 2, args.length);
        long began = System.nanoTime();
        var data = Path.of(settings[0].substring(settings[0].indexOf('=') + 1));
        try (var product = SpringApplication.run(Lianxin.class, settings)) {
            var country = new CountryImport(product, data);
            System.out.printf("product up after %.1f s%n", (System.nanoTime() - began) / 1e9);
            country.rounds(Files.readAllBytes(Path.of(args[0])), Integer.parseInt(args[1]));
        }
        System.exit(0);
    }

    private void rounds(byte[] list, int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            empty();
            System.out.printf("copy=%.3f%n", copied(list));
            System.out.printf("import=%.3f%n", imported(list));
            try (var database = superuser();
                    var statement = database.createStatement()) {
                statement.execute("VACUUM ANALYZE organization.unit_version, organization.unit_parent");
            }
            var tree = trees.at(AS_OF);
            var city = tree.byCode(CITY).orElseThrow().id();
            System.out.printf("%,d units; %s has %,d%n", tree.size(), tree.unit(city).name(), tree.countBelow(city) + 1);
            ask(tree, city, 300, 20);
            ask(tree, city, QUESTIONS, CITIES);
            move(city);
            System.out.printf("permission=%.3f%n", permission(tree, city));
        }
    }

    /** Microseconds of a warm question, half of them about units that the post does not reach. */
    private double permission(Tree tree, UnitId city) {
        var person = posts.register(List.of("bench"), true, Actor.SYSTEM).getFirst();
        var role = rules.roles().stream()
                .filter(it -> it.may().contains(May.SUPERVISE) && it.scope() == OrganizationRules.Scope.BELOW)
                .findFirst()
                .orElseThrow();
        posts.fill(new Posts.Seat(person, city, role.key(), FROM, null), "bench", Actor.SYSTEM);
        var actor = actors.of(person);
        var below = tree.below(city);
        var all = tree.below(tree.tops().getFirst().id());
        var chance = new SplittableRandom(7);
        var asked = new UnitId[PERMISSIONS];
        for (int it = 0; it < PERMISSIONS; it++) {
            var from = it % 2 == 0 ? below : all;
            asked[it] = new UnitId(from[chance.nextInt(from.length)]);
        }
        var best = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            int allowed = 0;
            long began = System.nanoTime();
            for (var unit : asked) if (actor.may(May.SUPERVISE, unit)) allowed++;
            best = Math.min(best, (System.nanoTime() - began) / 1e3 / PERMISSIONS);
            if (allowed < PERMISSIONS / 2) throw new IllegalStateException("only " + allowed + " allowed");
        }
        return best;
    }

    /** From the bytes of the list to the commit. */
    private double imported(byte[] list) {
        long began = System.nanoTime();
        var areas = Divisions.parse(list);
        var seeds = new ArrayList<UnitSeed>(areas.size());
        for (var area : areas) seeds.add(unit(area));
        units.importUnits(seeds, FROM, "whole country", Actor.SYSTEM);
        return (System.nanoTime() - began) / 1e9;
    }

    private static UnitSeed unit(AreaSeed area) {
        var name = area.name();
        var kind =
                switch (area.level()) {
                    case "township" -> name.endsWith("街道") ? "subdistrict-office" : "town-government";
                    case "community" -> name.contains("社区") ? "residents-committee" : "villagers-committee";
                    default -> "government";
                };
        return new UnitSeed(area.code(), name, kind, area.level(), area.parentCode(), null);
    }

    private double copied(byte[] list) throws SQLException, IOException {
        try (var database = superuser();
                var statement = database.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS public.country");
            statement.execute("CREATE TABLE public.country (level text, code text, name text, parent_code text)");
            long began = System.nanoTime();
            var copy = database.unwrap(PGConnection.class).getCopyAPI();
            copy.copyIn(
                    "COPY public.country FROM STDIN (FORMAT csv, HEADER)", new ByteArrayInputStream(list), 1 << 16);
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private void ask(Tree tree, UnitId city, int questions, int cities) {
        var below = tree.below(city);
        var chance = new SplittableRandom(7);
        var ancestors = new long[questions];
        for (int it = 0; it < questions; it++) {
            var unit = new UnitId(below[chance.nextInt(below.length)]);
            long began = System.nanoTime();
            var path = queries.path(unit, AS_OF);
            ancestors[it] = System.nanoTime() - began;
            if (!Arrays.equals(path, tree.path(unit))) throw new IllegalStateException("wrong path of " + unit);
        }
        var all = new long[cities];
        for (int it = 0; it < cities; it++) {
            long began = System.nanoTime();
            var found = queries.below(city, AS_OF);
            all[it] = System.nanoTime() - began;
            if (found.length != below.length) throw new IllegalStateException("wrong number of units: " + found.length);
        }
        if (questions < QUESTIONS) return;
        Arrays.sort(ancestors);
        Arrays.sort(all);
        System.out.printf("ancestors=%.3f%ncity=%.3f%n", at(ancestors, 0.5), at(all, 0.5));
        System.out.printf("p99: ancestors %.3f ms, one city %.3f ms%n", at(ancestors, 0.99), at(all, 0.99));
    }

    /** A county goes to another city and back with all below, until the whole tree in memory shows it. */
    private void move(UnitId city) {
        var county = trees.now().children(city).getFirst().id();
        var other = units.byCode(OTHER_CITY).orElseThrow().id();
        var verbs = new long[MOVES];
        var seen = new long[MOVES];
        for (int it = 0; it < MOVES; it++) {
            var to = it % 2 == 0 ? other : city;
            long began = System.nanoTime();
            units.move(county, to, Instant.now(), "bench", Actor.SYSTEM);
            verbs[it] = System.nanoTime() - began;
            if (!trees.now().covers(to, county)) throw new IllegalStateException("the county did not move");
            seen[it] = System.nanoTime() - began;
        }
        Arrays.sort(verbs);
        Arrays.sort(seen);
        System.out.printf("move=%.3f%n", at(seen, 0.5) / 1e3);
        System.out.printf("the verb alone %.1f ms, %,d units below%n", at(verbs, 0.5), trees.now().countBelow(county));
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) (part * (sorted.length - 1))] / 1e6;
    }

    /** As before the first import; the version tells the product that its pictures of the tree are old. */
    private void empty() throws SQLException, IOException {
        try (var database = superuser();
                var statement = database.createStatement()) {
            statement.execute("TRUNCATE organization.unit, organization.unit_version, organization.unit_parent CASCADE");
            statement.execute("UPDATE organization.tree_version SET version = version + 1");
            statement.execute("CHECKPOINT");
        }
    }

    private Connection superuser() throws SQLException, IOException {
        var home = data.toAbsolutePath().resolve("postgres");
        var url = "jdbc:postgresql://127.0.0.1:" + Files.readString(home.resolve("port")).strip() + "/lianxin";
        return DriverManager.getConnection(url, "postgres", Files.readString(home.resolve("password")).strip());
    }
}
