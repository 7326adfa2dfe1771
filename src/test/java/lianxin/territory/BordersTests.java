package lianxin.territory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Posts;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.territory.shape.Datum;
import lianxin.territory.shape.Plane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.geojson.GeoJsonWriter;

class BordersTests {
    private static Jiaxing jiaxing;
    private static Areas areas;
    private static Borders borders;
    private static BorderTable table;
    private static BorderImport files;
    private static Whereabouts whereabouts;
    private static AreaId community;
    private static Geometry ground;

    @BeforeAll
    static void settle() {
        jiaxing = new Jiaxing().settled();
        areas = jiaxing.the(Areas.class);
        borders = jiaxing.the(Borders.class);
        table = jiaxing.the(BorderTable.class);
        files = jiaxing.the(BorderImport.class);
        whereabouts = jiaxing.the(Whereabouts.class);
        var made = CityPlan.of(Jiaxing.divisions(), Jiaxing.coverage(), Jiaxing.TOWN)
                .borders();
        borders.importGenerated(made, Jiaxing.LONG_AGO, jiaxing.unit("3304"), Actor.SYSTEM);
        community = jiaxing.area("330402007024");
        ground = standing(community, now());
    }

    @AfterAll
    static void close() {
        jiaxing.close();
    }

    private static Instant now() {
        return jiaxing.clock.instant();
    }

    private static Geometry standing(AreaId area, Instant at) {
        return jiaxing.the(BorderRows.class)
                .standing(List.of(area), at)
                .get(area.number())
                .border();
    }

    @Test
    void a_point_leads_to_its_grid_and_to_whoever_answers_there_in_a_line_of_work() {
        var inside = standing(jiaxing.area("330402007024-01"), now()).getInteriorPoint();
        var desk = whereabouts.of(inside.getX(), inside.getY(), "", now()).orElseThrow();
        assertThat(desk.area().code()).isEqualTo("330402007024-01");
        assertThat(desk.uncertain()).isFalse();
        assertThat(jiaxing.unitName(desk.unit())).isEqualTo("百福弄社区居民委员会");
        var line = whereabouts
                .of(inside.getX(), inside.getY(), "urban-management", now())
                .orElseThrow();
        assertThat(jiaxing.unitName(line.unit())).isEqualTo("南湖区综合行政执法局");
        assertThat(whereabouts.of(121.47, 31.23, "", now())).isEmpty();
        assertThat(whereabouts.of(inside.getX(), inside.getY(), "", Jiaxing.LONG_AGO.minusSeconds(1)))
                .as("before anything was drawn")
                .isEmpty();
    }

    @Test
    void every_building_stands_in_its_own_grid() {
        for (var grid : areas.children(community)) {
            for (var part : areas.children(grid.id())) {
                for (var building : areas.children(part.id())) {
                    var spot = building.spot();
                    assertThat(borders.locate(spot.lon(), spot.lat()))
                            .map(Borders.Located::area)
                            .hasValue(grid.id());
                }
            }
        }
    }

    @Test
    void a_grid_drawn_over_its_neighbor_is_told_before_it_is_saved_and_gives_way_or_takes() {
        jiaxing.clock.forward(Duration.ofDays(1));
        var grid = areas.find(jiaxing.area("330402007024-02"));
        var before = standing(grid.id(), now());
        var larger = before.buffer(0.0008).intersection(ground);
        var fit = table.check(grid, larger, 0, now());
        assertThat(fit.overlaps()).isNotEmpty();
        assertThat(fit.outside()).isZero();
        var neighbor = fit.overlaps().getFirst();

        var from = now();
        jiaxing.clock.forward(Duration.ofMinutes(1));
        var adjusted = step("调整", from);
        var taken = table.save(grid, larger, 0, BorderTable.Claim.MINE, adjusted, Actor.SYSTEM);
        var lost = neighbor.ground().getInteriorPoint();
        assertThat(borders.locate(lost.getX(), lost.getY(), from))
                .map(Borders.Located::area)
                .hasValue(grid.id());
        assertThat(borders.locate(lost.getX(), lost.getY(), from.minusSeconds(1)))
                .map(Borders.Located::area)
                .hasValue(new AreaId(neighbor.neighbor()));

        jiaxing.clock.forward(Duration.ofMinutes(1));
        borders.takeBack(taken, Actor.SYSTEM);
        assertThat(borders.locate(lost.getX(), lost.getY(), from))
                .map(Borders.Located::area)
                .hasValue(new AreaId(neighbor.neighbor()));
        assertThat(standing(grid.id(), now()).equalsTopo(before)).isTrue();
        assertThatThrownBy(() -> borders.takeBack(taken, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("territory.border.changed-since"));

        jiaxing.clock.forward(Duration.ofMinutes(1));
        table.save(grid, larger, 0, BorderTable.Claim.THEIRS, step("再调整", now()), Actor.SYSTEM);
        assertThat(standing(grid.id(), now()).getArea()).isCloseTo(before.getArea(), within(before.getArea() * 0.001));
    }

    @Test
    void what_was_taken_back_by_mistake_is_put_back_by_taking_that_back() {
        jiaxing.clock.forward(Duration.ofDays(1));
        var parts = areas.children(jiaxing.area("330402007024-04"));
        var bare = parts.getFirst();
        var drawn = standing(bare.parent(), now()).buffer(-0.0005);
        var first = borders.draw(
                List.of(new BorderRows.Drawn(bare.id(), drawn, Borders.untouched(drawn), false)),
                step("第一次画", now()),
                Actor.SYSTEM);
        jiaxing.clock.forward(Duration.ofMinutes(1));
        var back = borders.takeBack(first, Actor.SYSTEM);
        assertThat(jiaxing.the(BorderRows.class).standing(List.of(bare.id()), now()))
                .isEmpty();
        jiaxing.clock.forward(Duration.ofMinutes(1));
        var again = borders.takeBack(back, Actor.SYSTEM);
        assertThat(standing(bare.id(), now()).equalsTopo(drawn)).isTrue();
        var spot = drawn.getInteriorPoint();
        assertThat(borders.locate(spot.getX(), spot.getY()))
                .map(Borders.Located::area)
                .hasValue(bare.id());
        assertThatThrownBy(() -> borders.takeBack(back, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("territory.border.changed-since"));
        jiaxing.clock.forward(Duration.ofMinutes(1));
        borders.takeBack(again, Actor.SYSTEM);
    }

    @Test
    void a_grid_drawn_smaller_leaves_a_gap_that_is_told() {
        var grid = areas.find(jiaxing.area("330402007024-01"));
        var smaller = standing(grid.id(), now()).buffer(-0.0003);
        var fit = table.check(grid, smaller, 0, now());
        assertThat(fit.gaps()).isNotEmpty();
        assertThat(fit.overlaps()).isEmpty();
    }

    @Test
    void a_border_drawn_close_to_its_neighbors_snaps_to_them() {
        var grid = areas.find(jiaxing.area("330402007024-03"));
        var sloppy = standing(grid.id(), now()).copy();
        sloppy.apply((CoordinateFilter) it -> it.x += 0.00002);
        sloppy.geometryChanged();
        var loose = table.check(grid, sloppy, 0, now());
        var snapped = table.check(grid, sloppy, 5, now());
        double claimed =
                loose.overlaps().stream().mapToDouble(it -> it.squareMeters()).sum();
        double claimedSnapped =
                snapped.overlaps().stream().mapToDouble(it -> it.squareMeters()).sum();
        assertThat(claimed).isPositive();
        assertThat(claimedSnapped).isLessThan(claimed / 5);
    }

    @Test
    void a_border_needs_a_reason_and_somebody_who_may_draw_it_and_stays_on_the_ground_above() {
        var grid = areas.find(jiaxing.area("330402007024-01"));
        var drawn = standing(grid.id(), now());
        var claim = BorderTable.Claim.THEIRS;
        assertThatThrownBy(() -> table.save(grid, drawn, 0, claim, step(" ", now()), Actor.SYSTEM))
                .isInstanceOf(RuleBroken.class);
        var resident = Actor.reporter(grid.id().ref());
        assertThatThrownBy(() -> table.save(grid, drawn, 0, claim, step("x", now()), resident))
                .isInstanceOf(Forbidden.class);
        var elsewhere = ground.buffer(0.02).difference(ground);
        assertThatThrownBy(() -> table.save(grid, elsewhere, 0, claim, step("x", now()), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("territory.border.outside"));
    }

    @Test
    void a_file_is_checked_feature_by_feature_taken_in_by_the_same_run_and_taken_back_by_one_click() {
        jiaxing.clock.forward(Duration.ofDays(1));
        var first = jiaxing.area("330402009025-01");
        var second = jiaxing.area("330402009025-02");
        var drawn = standing(first, now());
        var other = standing(second, now());
        var file = collection(
                feature("330402009025-01", shifted(drawn.buffer(0.00001))),
                feature("330402009025-02", shifted(other)),
                feature("330402009025-02", shifted(other)),
                feature("nowhere", shifted(other)),
                feature("330402009025-03", square(500_000, 3_400_000, 100)),
                feature("330402009025-04", square(121.4, 31.2, 0.01)),
                "{\"type\":\"Feature\",\"id\":\"330402009025-01-01\",\"properties\":{},\"geometry\":null}");
        var told = new BorderImport.Told("网格.geojson", Datum.WGS84, "", today(), "新方案");
        var id = files.keep(file, told, Actor.SYSTEM);

        var wrong = files.check(id, Actor.SYSTEM);
        assertThat(meters(wrong, Datum.GCJ02)).isLessThan(5);
        assertThat(meters(wrong, Datum.WGS84)).as("the shift of public maps").isBetween(300L, 700L);
        files.believe(id, Datum.GCJ02, Actor.SYSTEM);
        var report = files.check(id, Actor.SYSTEM);
        assertThat(report.lines())
                .extracting(BorderReview.Line::number, BorderReview.Line::sentence)
                .containsExactly(
                        tuple(1, "territory.file.gave-way"),
                        tuple(2, "territory.file.taken"),
                        tuple(3, "territory.file.twice"),
                        tuple(4, "territory.file.unknown"),
                        tuple(5, "territory.file.no-degrees"),
                        tuple(6, "territory.file.elsewhere"),
                        tuple(7, "territory.file.no-surface"));
        assertThat(standing(first, now()).equalsTopo(drawn)).as("a dry run").isTrue();

        var step = files.take(id, Actor.SYSTEM);
        jiaxing.clock.forward(Duration.ofHours(20));
        assertThat(standing(first, now()).equalsTopo(drawn)).isFalse();
        assertThat(standing(first, now()).getCentroid().distance(drawn.getCentroid()))
                .isLessThan(0.00003);
        assertThatThrownBy(() -> files.check(id, Actor.SYSTEM)).isInstanceOf(NotFound.class);

        borders.takeBack(step, Actor.SYSTEM);
        assertThat(standing(first, now()).equalsTopo(drawn)).isTrue();
        assertThat(standing(second, now()).equalsTopo(other)).isTrue();
    }

    @Test
    void a_file_takes_no_ground_from_neighbors_it_does_not_speak_of() {
        jiaxing.clock.forward(Duration.ofDays(1));
        var grid = areas.find(jiaxing.area("330402009025-03"));
        var before = standing(grid.id(), now());
        var wider = before.buffer(0.00002);
        var file = collection(feature(grid.code(), wider));
        var id = files.keep(file, new BorderImport.Told("x", Datum.WGS84, "", today(), "x"), Actor.SYSTEM);

        var line = files.check(id, Actor.SYSTEM).lines().getFirst();
        assertThat(line.verdict()).isEqualTo(BorderReview.Verdict.REPAIRED);
        assertThat(line.sentence()).isEqualTo("territory.file.gave-way");
        assertThat(line.details()).hasSize(3);
        assertThat(line.mended().overlapRemoved()).isGreaterThan(100);

        var step = files.take(id, Actor.SYSTEM);
        jiaxing.clock.forward(Duration.ofHours(20));
        assertThat(table.check(grid, standing(grid.id(), now()), 0, now()).overlaps())
                .isEmpty();
        borders.takeBack(step, Actor.SYSTEM);

        var neighbor = new AreaId(
                table.check(grid, wider, 0, now()).overlaps().getFirst().neighbor());
        var both = before.union(standing(neighbor, now())).buffer(0);
        var greedy = files.keep(
                collection(feature(grid.code(), both)),
                new BorderImport.Told("x", Datum.WGS84, "", today(), "x"),
                Actor.SYSTEM);
        assertThat(files.check(greedy, Actor.SYSTEM).lines())
                .extracting(BorderReview.Line::sentence)
                .containsExactly("territory.file.covers-others");
    }

    private static long meters(BorderReview.Report report, Datum datum) {
        return report.guesses().stream()
                .filter(it -> it.datum() == datum)
                .mapToLong(BorderReview.Guess::meters)
                .sum();
    }

    @Test
    void a_file_opens_to_who_gave_it_and_to_those_who_may_keep_the_borders_of_all_areas_in_it() {
        var street = organizer("330402009");
        var file = collection(feature("330402009025-02", standing(jiaxing.area("330402009025-02"), now())));
        var id = files.keep(file, new BorderImport.Told("x", Datum.WGS84, "", today(), "x"), street);

        assertThat(files.check(id, street).lines()).hasSize(1);
        assertThat(files.check(id, organizer("3304")).lines()).hasSize(1);
        var neighbor = organizer("330402007");
        assertThatThrownBy(() -> files.check(id, neighbor)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> files.believe(id, Datum.GCJ02, neighbor)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> files.take(id, neighbor)).isInstanceOf(Forbidden.class);
    }

    private static Actor organizer(String unit) {
        var posts = jiaxing.the(Posts.class);
        var person = posts.register(List.of("钱小满"), true, Actor.SYSTEM).getFirst();
        posts.fill(
                new Posts.Seat(person, jiaxing.unit(unit), "organizer", Jiaxing.LONG_AGO, null), "test", Actor.SYSTEM);
        return jiaxing.the(Actors.class).of(person);
    }

    @Test
    void what_is_no_file_of_borders_is_refused_with_a_sentence() {
        var told = new BorderImport.Told("x", Datum.WGS84, "", today(), "x");
        assertThatThrownBy(() -> files.keep("PK".getBytes(UTF_8), told, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("territory.file.no-geojson"));
        assertThatThrownBy(() -> files.keep(collection(), told, Actor.reporter(community.ref())))
                .isInstanceOf(Forbidden.class);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(now(), jiaxing.clock.getZone());
    }

    private static Borders.Step step(String reason, Instant from) {
        return new Borders.Step("drawn", reason, from, 0);
    }

    private static Geometry shifted(Geometry drawn) {
        return Plane.each(drawn, it -> it.setCoordinate(Datum.GCJ02.fromWgs84(it.copy())));
    }

    private static Geometry square(double x, double y, double half) {
        return new GeometryFactory()
                .createPoint(new Coordinate(x, y))
                .buffer(half)
                .getEnvelope();
    }

    private static String feature(String code, Geometry drawn) {
        var writer = new GeoJsonWriter(8);
        writer.setEncodeCRS(false);
        return "{\"type\":\"Feature\",\"id\":\"%s\",\"properties\":{\"name\":\"%s\"},\"geometry\":%s}"
                .formatted(code, code, writer.write(drawn));
    }

    private static byte[] collection(String... features) {
        return ("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}").getBytes(UTF_8);
    }
}
