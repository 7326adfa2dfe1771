package lianxin;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lianxin.bodies.Bodies;
import lianxin.bodies.Draft;
import lianxin.bodies.Part;
import lianxin.bodies.Undertakings;
import lianxin.cases.CaseId;
import lianxin.cases.Cases;
import lianxin.cases.Knowledge;
import lianxin.cases.Report;
import lianxin.cases.Reports;
import lianxin.deliberation.Topics;
import lianxin.facts.JournalMonths;
import lianxin.linkage.Contacts;
import lianxin.linkage.Links;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Chair;
import lianxin.organization.Filings;
import lianxin.organization.Posts;
import lianxin.organization.Rosters;
import lianxin.organization.UnitId;
import lianxin.places.Places;
import lianxin.territory.Areas;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * In the first community of {@link EveryHolder} one matter for everything that an address or a form can name.
 */
final class EveryMatter {

    private final ApplicationContext town;
    private final JdbcTemplate sql;
    private final EveryHolder holders;
    private final EveryGround ground;

    /** What stands in addresses and forms, by name; and what an id means in some addresses. */
    private final Map<String, String> samples = new HashMap<>();

    private final Map<String, String> byAddress = new HashMap<>();

    EveryMatter(ApplicationContext town) {
        this.town = town;
        this.sql = town.getBean(JdbcTemplate.class);
        this.holders = new EveryHolder(town);
        this.ground = new EveryGround(town);
    }

    Map<String, String> form() {
        return samples;
    }

    /** What stands in the place of each name in the address. */
    Map<String, String> namesIn(String pattern) {
        var names = new HashMap<>(samples);
        names.put("id", byAddress.getOrDefault(pattern, UUID.randomUUID().toString()));
        names.put("step", step(pattern));
        names.put("verb", "name");
        if (pattern.startsWith("/areas/")) names.put("number", samples.get("area"));
        if (pattern.startsWith("/teams/"))
            names.put(
                    "area",
                    the(Areas.class).byCode("330402005001-1").orElseThrow().id().number() + "");
        if (pattern.startsWith("/places/")) names.put("number", samples.get("station"));
        if (pattern.startsWith("/routes/")) names.put("number", samples.get("route"));
        if (pattern.startsWith("/bodies/") || pattern.startsWith("/shared/")) names.put("number", samples.get("body"));
        if (pattern.startsWith("/undertakings/")) names.put("number", samples.get("undertaking"));
        if (pattern.startsWith("/meetings/")) names.put("number", samples.get("meeting"));
        if (pattern.startsWith("/tasks/")) names.put("task", samples.get("taskNumber"));
        if (pattern.startsWith("/axis/")) names.put("number", samples.get("territory"));
        return names;
    }

    void settle() {
        the(JournalMonths.class).reachBackTo(the(Clock.class).instant().minus(Duration.ofDays(40)));
        holders.settle();
        matters();
    }

    /** One case on a street lamp that the community was given, and something for every other placeholder. */
    private void matters() {
        var community = unit("330402005001");
        var building = the(Areas.class).byCode("b1").orElseThrow().id();
        var lamp = new CaseId(UUID.randomUUID());
        the(Reports.class).report(new Report(lamp, building, "楼道口的路灯不亮", "", "qr"));
        the(Cases.class).dispatch(lamp, "streetlight", community, "lighting-and-roads", Actor.SYSTEM);
        var handler = the(Actors.class).of("grid-worker");
        var secretary = new Posts.Seat(
                holders.person(),
                unit("330402005001-community-party-committee"),
                "community-secretary",
                EveryHolder.LONG_AGO,
                null);
        var proposal = the(Filings.class).proposeFilling(secretary, "换届", Actor.SYSTEM);
        var today =
                the(Clock.class).instant().atZone(the(Clock.class).getZone()).toLocalDate();
        samples.putAll(Map.of(
                "uuid",
                lamp.toString(),
                "number",
                community.number() + "",
                "scheme",
                "streets",
                "period",
                YearMonth.from(today.minusMonths(4)).toString(),
                "unit",
                unit("330402005").number() + "",
                "code",
                the(Areas.class).posterCode(building).orElseThrow(),
                "hash",
                "0".repeat(64),
                "token",
                "none",
                "kind",
                "unit"));
        samples.putAll(Map.of(
                "person",
                handler.person().orElseThrow().number() + "",
                "post",
                handler.posts().getFirst().id().id().toString(),
                "receiver",
                handler.person().orElseThrow().number() + "",
                "may",
                "look-up",
                "role",
                "handler",
                "name",
                "钱小满",
                "from",
                today.toString(),
                "to",
                today.plusDays(3).toString(),
                "at",
                today.toString(),
                "reason",
                "试一试"));
        samples.putAll(Map.of(
                "category", "streetlight",
                "text", "试一试",
                "dutyItem", "lighting-and-roads",
                "grant", "false",
                "solved", "true",
                "purpose", "call-back",
                "signIn", "probe",
                "password", "wrong",
                "fresh", "also wrong",
                "again", "also wrong"));
        var answer = UUID.randomUUID();
        the(Knowledge.class).write(answer, community, "streetlight", "路灯多久修好", "两个工作日", "社区公告", Actor.SYSTEM);
        samples.put("entry", answer.toString());
        samples.put("key", "no-such-system");
        samples.putAll(Map.of("old", "wrong", "subject", "units", "line", ""));
        samples.putAll(Map.of(
                "border", "120.7 30.7, 120.8 30.7, 120.8 30.8",
                "datum", "wgs84",
                "snap", "5",
                "claim", "THEIRS",
                "task", "看一看",
                "every", "week",
                "what", "shops",
                "count", "1",
                "place", "1幢楼下",
                "hours", "每天 9 点到 11 点"));
        byAddress.put(
                "/units/{number}/posts/{id}/end",
                handler.posts().getFirst().id().id().toString());
        var shift = shift(community, handler);
        for (var step : List.of("change", "cancel", "hand-over", "take-over"))
            byAddress.put("/units/{number}/roster/{id}/" + step, shift);
        for (var one : List.of("firsts", "first"))
            samples.put(one, handler.person().orElseThrow().number() + "");
        samples.put("agree", "true");
        samples.put("until", today.plusDays(20).toString());
        samples.put("telephone", "0000-1000 0003");
        byAddress.put("/filings/{id}/number", proposal.id().toString());
        byAddress.put("/filings/{id}/return", proposal.id().toString());
        byAddress.put("/areas/borders/steps/{id}/back", ground.borderStep(unit("3304")));
        byAddress.put("/ref/{kind}/{id}", community.number() + "");
        samples.put("area", building.number() + "");
        samples.put("ground", building.number() + "");
        var station = ground.station(building);
        samples.put("station", station + "");
        samples.put("route", ground.route() + "");
        samples.put("type", the(Places.class).types().firstEntry().getKey());
        samples.put("planned", "20");
        samples.put("closedFrom", today.plusDays(30).toString());
        samples.put("closedUntil", today.plusDays(31).toString());
        samples.put("closure", ground.closure(station, today));
        samples.put("upgrade", ground.upgrade(station, today) + "");
        samples.put("booking", ground.booking(station, today));
        samples.put("room", ground.room(station) + "");
        samples.put("seats", "20");
        samples.putAll(Map.of("grade", "basic", "aim", "model", "work", "试一试"));
        samples.put("due", today.plusDays(90).toString());
        body(unit("330402005001-community-party-committee"), community, today);
        topic(community, lamp, today);
        linkage(today);
        samples.putAll(new EveryTask(town, sql).asked(today));
    }

    /** A topic out of the lamp, which the community has in hand. */
    private void topic(UnitId community, CaseId lamp, LocalDate today) {
        var topics = the(Topics.class);
        var id = topics.propose(community, "路灯不亮", "反复有人说", List.of(lamp.value()), Actor.SYSTEM);
        topics.decide(id, true, "一起改", community, today.plusDays(60), Actor.CLOCK);
        samples.put("topic", id.number() + "");
        samples.putAll(Map.of("becomes", "proposal", "answer", "好", "outcome", "好", "stand", "1"));
    }

    /** A body that the community's Party committee leads, in which the community sits, and that shares its projects. */
    private void body(UnitId lead, UnitId member, LocalDate today) {
        var area = the(Areas.class).byCode("330402005001").orElseThrow().id();
        var bodies = the(Bodies.class);
        var now = the(Clock.class).instant();
        var charter = new Bodies.Charter("grand-party-committee", "云海社区大党委", lead, area);
        var body = bodies.found(charter, now, "共建", Actor.SYSTEM);
        bodies.admit(body, member, "full-time", now, "共建", Actor.SYSTEM);
        bodies.agree(body, "", "", Set.of("project"), Actor.SYSTEM);
        var project = new Draft(Part.PROJECT, "共享车位", lead, today.plusDays(9));
        samples.put("undertaking", the(Undertakings.class).plan(body, project, Actor.SYSTEM) + "");
        samples.put("body", body + "");
        var meeting = the(Undertakings.class).plan(body, new Draft(Part.MEETING, "第一次会议", null, today), Actor.SYSTEM);
        samples.put("meeting", meeting + "");
        samples.put("territory", area.number() + "");
        samples.put("lead", "330402005001");
    }

    /** A branch that a leader of the county keeps in touch with, one contact with it, and the team of the grid. */
    private void linkage(LocalDate today) {
        var seat = new Chair(unit("330402"), "leadership-member", "");
        var branch = unit("330402005001-community-party-committee");
        var draft = new Links.Draft("branch-contact-points", "branch", seat, branch, "");
        var link = the(Links.class).tie(draft, the(Clock.class).instant(), "安排", Actor.SYSTEM);
        var contact = new Contacts.Draft(today, "telephone", "问了活动室");
        samples.put("contact", the(Contacts.class).log(link, contact, Actor.SYSTEM) + "");
        samples.put("link", link + "");
        samples.put("system", "branch-contact-points");
        samples.put("heard", "又问了活动室");
        samples.put("told", "活动室开到九点");
        samples.put("need", UUID.randomUUID().toString());
        samples.put("words", "活动室几点关门");
        samples.put("answer", "九点");
    }

    /** A day of duty of the handler, tomorrow. */
    private String shift(UnitId desk, Actor handler) {
        var tomorrow = LocalDate.ofInstant(
                        the(Clock.class).instant(), the(Clock.class).getZone())
                .plusDays(1);
        var people = List.of(handler.person().orElseThrow());
        the(Rosters.class).plan(new Rosters.Plan(desk, tomorrow, tomorrow, people, List.of()), Actor.SYSTEM);
        return sql.queryForObject("SELECT id::text FROM organization.shift LIMIT 1", String.class);
    }

    /** The first word that the address allows for its step. */
    private static String step(String pattern) {
        var from = pattern.indexOf("{step:");
        return from < 0 ? "" : pattern.substring(from + 6).split("[|}]", 2)[0];
    }

    private UnitId unit(String code) {
        return holders.unit(code);
    }

    private <T> T the(Class<T> type) {
        return town.getBean(type);
    }
}
