package lianxin.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lianxin.TestTown;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.AreaSeed;
import lianxin.organization.OrganizationRules;
import lianxin.organization.PersonId;
import lianxin.organization.Posts;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.places.PlaceFinder;
import lianxin.places.Places;
import lianxin.platform.Messages;
import lianxin.territory.Area;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A county of two streets in which people give lists, on a database of its own and a clock that is moved. */
final class Office extends TestTown {

    Office() {
        super(
                playbook("jiaxing"),
                "2026-03-02T09:00",
                "lianxin.organization",
                "lianxin.territory",
                "lianxin.places",
                "lianxin.routes",
                "lianxin.cases",
                "lianxin.imports");
        var seeds = List.of(
                new AreaSeed("city", "3304", "嘉兴市", null),
                new AreaSeed("county", "330402", "南湖区", "3304"),
                new AreaSeed("township", "330402005", "东栅街道", "330402"),
                new AreaSeed("township", "330402001", "建设街道", "330402"),
                new AreaSeed("community", "330402005001", "云海社区", "330402005"));
        the(Units.class).importUnits(the(OrganizationRules.class).unitsOf(seeds), LONG_AGO, "first", Actor.SYSTEM);
        var rows = seeds.stream()
                .map(it -> new AreaRow(0, it.level(), it.code(), it.name(), it.parentCode(), null, false))
                .toList();
        the(Surveying.class).importAreas(rows, LONG_AGO, unit("3304"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
    }

    @Override
    protected void alsoHas(AnnotationConfigApplicationContext beans) {
        beans.register(Messages.class, lianxin.sheets.Taken.class);
    }

    /** The name of the estate to which an area belongs; empty where it belongs to none. */
    String estate(String code) {
        var area = the(Areas.class).byCode(code).orElseThrow();
        return the(Areas.class).estate(area.id(), now()).map(Area::name).orElse("");
    }

    Imports imports() {
        return the(Imports.class);
    }

    Books books() {
        return the(Books.class);
    }

    Instant now() {
        return clock.instant();
    }

    Path file(String text) {
        return file(text.getBytes(UTF_8));
    }

    Path file(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile("list", ".csv"), bytes);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Somebody who organizes this unit and all below it. */
    Actor organizer(String code) {
        var person =
                the(Posts.class).register(List.of("沈予安"), true, Actor.SYSTEM).getFirst();
        var seat = new Posts.Seat(person, unit(code), "organizer", LONG_AGO, null);
        the(Posts.class).fill(seat, "test", Actor.SYSTEM);
        return the(Actors.class).of(person);
    }

    PersonId person(Actor actor) {
        return actor.person().orElseThrow();
    }

    /** Read and judged; nothing is done. */
    Given looked(String subject, String text, Actor by) {
        var given = imports().give(subject, "名单.csv", now(), "测试〔2026〕1号", by);
        the(Working.class).look(given, file(text));
        return books().find(given.id());
    }

    Given takenIn(String subject, String text, Actor by) {
        clock.forward(java.time.Duration.ofMinutes(1));
        return imports().takeIn(subject, file(text), "名单.csv", now(), "测试〔2026〕1号", by);
    }

    Given takenBack(Given given, Actor by) {
        clock.forward(java.time.Duration.ofMinutes(1));
        imports().startTakingBack(given.id(), by);
        the(Working.class).work(given.id());
        return books().find(given.id());
    }

    boolean lives(String code) {
        return the(Trees.class).now().byCode(code).isPresent();
    }

    String name(String code) {
        return the(Units.class).byCode(code).orElseThrow().name();
    }

    UnitId idOf(String code) {
        return unit(code);
    }

    Set<String> places() {
        return the(PlaceFinder.class).find(new PlaceFinder.Wanted(null, "", "", false, "", null), now()).stream()
                .map(it -> it.place().name())
                .collect(java.util.stream.Collectors.toSet());
    }

    String type() {
        return the(Places.class).types().firstEntry().getValue().zh();
    }

    boolean onTheGround(String code) {
        return the(Areas.class).byCode(code).isPresent();
    }
}
