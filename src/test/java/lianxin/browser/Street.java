package lianxin.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lianxin.cases.CaseId;
import lianxin.cases.Report;
import lianxin.cases.Reports;
import lianxin.facts.JournalMonths;
import lianxin.organization.Accounts;
import lianxin.organization.Actor;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.CityClock;
import lianxin.territory.AreaFile;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Borders;
import lianxin.territory.CityPlan;
import lianxin.territory.Coverage;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import lianxin.territory.Town;
import org.springframework.context.ApplicationContext;

/** Jiaxing with its real divisions and borders, and one community of it with doors, people and a busy week. */
final class Street {

    static final String COMMUNITY = "330402007024";
    static final String DOOR = COMMUNITY + "-01-01-01";
    static final String LAMPS = OrganizationRules.codeOf("330402", "urban-management");
    static final String COUNTY = "330402";
    static final String PASSWORD = "bamboo and willow";

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final ApplicationContext town;

    private Street(ApplicationContext town) {
        this.town = town;
    }

    /** The street as it stands; whoever comes first lays it out and lives through a busy week. */
    static Street in(ApplicationContext town) {
        var street = new Street(town);
        if (street.the(Areas.class).byCode(DOOR).isEmpty()) {
            street.settle();
            street.livesThroughABusyWeek();
        }
        return street;
    }

    private void settle() {
        var now = the(Clock.class).instant();
        the(JournalMonths.class).reachBackTo(now.minus(Duration.ofDays(40)));
        var list = resource("/divisions/jiaxing.csv");
        var coverage = Coverage.fromShifted(resource("/geo/jiaxing.geojson"));
        var rows = AreaFile.read(list, the(Town.class)).rows();
        var plan = CityPlan.of(rows, coverage, the(Town.class));
        var ground = plan.rows().stream()
                .filter(it -> !it.generated() || it.code().startsWith(COMMUNITY))
                .toList();
        the(Units.class)
                .importUnits(
                        the(OrganizationRules.class)
                                .unitsOf(the(Divisions.class).ofTown(list)),
                        LONG_AGO,
                        "divisions",
                        Actor.SYSTEM);
        the(Surveying.class).importAreas(ground, LONG_AGO, unit("3304"), Actor.SYSTEM);
        the(Borders.class).importBorders(coverage, LONG_AGO, unit("3304"), Actor.SYSTEM);
        var made = plan.borders().stream()
                .filter(it -> it.code().length() <= 12 || it.code().startsWith(COMMUNITY))
                .toList();
        the(Borders.class).importGenerated(made, LONG_AGO, unit("3304"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
    }

    /** Gives somebody a seat and an account. */
    void hire(String signIn, String name, String role, String unit) {
        var posts = the(Posts.class);
        var person = posts.register(List.of(name), true, Actor.SYSTEM).getFirst();
        the(Accounts.class).open(person, signIn, PASSWORD, Actor.SYSTEM);
        posts.fill(new Posts.Seat(person, unit(unit), role, LONG_AGO, null), "browser test", Actor.SYSTEM);
    }

    /** Neighbors have reported this and that in the last days. */
    private void livesThroughABusyWeek() {
        var hoursAgo = 1L;
        for (var words : List.of(
                "地下车库入口积水，电瓶车推不出去",
                "小区东门电动车占了消防通道",
                "2 单元门禁坏了，门关不上",
                "垃圾桶满了两天没人收，味道很大",
                "健身器材螺丝松动，孩子玩着危险",
                "楼下晚上烧烤摊油烟很重",
                "人行道地砖翘起来，老人绊了一跤",
                "三楼住户养鸡，早上四点叫",
                "想问老年食堂什么时候开",
                "河边护栏断了一截")) {
            var report = new Report(new CaseId(UUID.randomUUID()), area(DOOR), words, "", "qr");
            var time = new CityClock.Moving(the(Clock.class).instant().minus(Duration.ofHours(hoursAgo)));
            CityClock.at(time, () -> the(Reports.class).report(report));
            hoursAgo += 3;
        }
    }

    AreaId area(String code) {
        return the(Areas.class).byCode(code).orElseThrow().id();
    }

    String door() {
        return "/r/" + the(Areas.class).posterCode(area(DOOR)).orElseThrow();
    }

    private UnitId unit(String code) {
        return the(Units.class).byCode(code).orElseThrow().id();
    }

    private <T> T the(Class<T> type) {
        return town.getBean(type);
    }

    private static byte[] resource(String path) {
        try (var file = Objects.requireNonNull(Street.class.getResourceAsStream(path))) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
