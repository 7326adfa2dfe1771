package lianxin.cases;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import lianxin.organization.Accounts;
import lianxin.organization.Actor;
import lianxin.organization.AreaSeed;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.territory.AreaId;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** 百福弄 in a whole application: two buildings with codes at their doors, Mrs. Wang of building 2, and the offices above. */
final class Lane {

    static final String COUNTY = "330402";
    static final String STREET = "330402001";
    static final String COMMUNITY = "330402001001";
    static final String LAMPS = OrganizationRules.codeOf(COUNTY, "urban-management");

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final String PASSWORD = "bamboo and willow";
    private static final AtomicInteger HIRED = new AtomicInteger();

    private final ApplicationContext town;

    private Lane(ApplicationContext town) {
        this.town = town;
    }

    /** Settled for the first test of a class; the tests after it find the lane as they left it. */
    static Lane in(ApplicationContext town) {
        return withNeighbors(0, town);
    }

    /** So many communities more in the same street. */
    static Lane withNeighbors(int communities, ApplicationContext town) {
        var lane = new Lane(town);
        if (lane.the(Areas.class).byCode(COMMUNITY).isEmpty()) lane.settle(ground(communities));
        return lane;
    }

    private void settle(List<AreaRow> ground) {
        var seeds = ground.stream()
                .filter(it -> !it.kind().equals("building"))
                .map(it -> new AreaSeed(it.kind(), it.code(), it.name(), it.parentCode()))
                .toList();
        var units = the(OrganizationRules.class).unitsOf(seeds);
        the(Units.class).importUnits(units, LONG_AGO, "first list", Actor.SYSTEM);
        var errors = the(Surveying.class)
                .importAreas(ground, LONG_AGO, unit("3304"), Actor.SYSTEM)
                .errors();
        if (!errors.isEmpty()) throw new IllegalStateException(errors.toString());
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
    }

    private static List<AreaRow> ground(int neighbors) {
        var rows = new ArrayList<>(List.of(
                row("city", "3304", "嘉兴市", null),
                row("county", COUNTY, "南湖区", "3304"),
                row("township", STREET, "建设街道", COUNTY),
                row("community", COMMUNITY, "百福弄社区", STREET),
                row("grid", COMMUNITY + "-1", "第1网格", COMMUNITY),
                row("microgrid", COMMUNITY + "-1-1", "第1微网格", COMMUNITY + "-1"),
                row("building", COMMUNITY + "-1-1-1", "1幢", COMMUNITY + "-1-1"),
                row("building", COMMUNITY + "-1-1-2", "2幢", COMMUNITY + "-1-1")));
        IntStream.rangeClosed(1, neighbors)
                .forEach(it -> rows.add(row("community", neighbor(it), "梅湾第" + it + "社区", STREET)));
        return rows;
    }

    private static AreaRow row(String level, String code, String name, @Nullable String parent) {
        return new AreaRow(0, level, code, name, parent, null, level.equals("building"));
    }

    static String neighbor(int number) {
        return STREET + (500 + number);
    }

    /** Mrs. Wang's phone. */
    Visitor wang() {
        return new Visitor(port());
    }

    /** Somebody who holds this role of the playbook in the unit, signed in. */
    Visitor officer(String role, String unit) {
        var posts = the(Posts.class);
        var person = posts.register(List.of("沈阿庆"), true, Actor.SYSTEM).getFirst();
        var signIn = "officer-" + HIRED.incrementAndGet();
        the(Accounts.class).open(person, signIn, PASSWORD, Actor.SYSTEM);
        posts.fill(new Posts.Seat(person, unit(unit), role, LONG_AGO, null), "test", Actor.SYSTEM);
        var officer = new Visitor(port());
        officer.submit(Visitor.action(officer.open("/sign-in")), Map.of("username", signIn, "password", PASSWORD));
        return officer;
    }

    int port() {
        return Objects.requireNonNull(town.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    /** Where the code at the door of building 2 leads. */
    String door() {
        return door(COMMUNITY + "-1-1-2");
    }

    String nextDoor() {
        return door(COMMUNITY + "-1-1-1");
    }

    private String door(String building) {
        return "/r/" + the(Areas.class).posterCode(area(building)).orElseThrow();
    }

    HttpResponse<String> report(Visitor who, String words) {
        return who.submit(Visitor.action(who.open(door() + "/report")), Map.of("words", words));
    }

    /** A case that nobody had to fill in a form for. */
    CaseId reported(String words, String place) {
        return the(Reports.class).report(new Report(new CaseId(UUID.randomUUID()), area(place), words, "", "qr"));
    }

    /** The private page of the one who reported. */
    static String tracking(HttpResponse<String> receipt) {
        return Visitor.found(receipt, "href=\"(/r/t/[^\"]+)\"");
    }

    static CaseId caseOf(HttpResponse<String> receipt) {
        return new CaseId(UUID.fromString(tracking(receipt).split("/")[3]));
    }

    /** Taken in the dark. */
    static byte[] photo() {
        return photo(64);
    }

    static byte[] photo(int width) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, 48, BufferedImage.TYPE_INT_RGB), "jpg", out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    int count(String table) {
        return the(DSLContext.class).fetchCount(DSL.table(DSL.name("cases", table)));
    }

    AreaId area(String code) {
        return the(Areas.class).byCode(code).orElseThrow().id();
    }

    UnitId unit(String code) {
        return the(Units.class).byCode(code).orElseThrow().id();
    }

    <T> T the(Class<T> type) {
        return town.getBean(type);
    }
}
