package lianxin.demonstration;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lianxin.bodies.Axes;
import lianxin.bodies.Bodies;
import lianxin.bodies.Bodies.Charter;
import lianxin.bodies.BodyId;
import lianxin.bodies.Draft;
import lianxin.bodies.Part;
import lianxin.bodies.Partners;
import lianxin.bodies.UndertakingId;
import lianxin.bodies.Undertakings;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.OrganizationRules;
import lianxin.organization.PartyBeside;
import lianxin.organization.Posts;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Joint bodies around the community that is shown: two grand committees, two alliances of which one leaves a village out, a
 * pairing, a cluster with two guests, a task force, a troika, and resident units with pledges and joint actions. A town
 * whose playbook knows none of these kinds has none.
 */
@Component
class ShownBodies {

    private static final String REASON = "演示：虚构的联合组织";
    private static final int DAYS_OF_THE_FORCE = 110;

    private final Bodies bodies;
    private final Undertakings undertakings;
    private final Partners partners;
    private final ShownAlliances alliances;
    private final Axes axes;
    private final Areas areas;
    private final Trees trees;
    private final OrganizationRules rules;
    private final Posts posts;
    private final PartyBeside parties;
    private final Clock clock;
    private final ShownMeetings meetings;
    private final Map<String, UndertakingId> begun = new HashMap<>();
    private @Nullable Runnable table;

    ShownBodies(
            Bodies bodies,
            Undertakings undertakings,
            Partners partners,
            ShownAlliances alliances,
            ShownMeetings meetings,
            Axes axes,
            Areas areas,
            Trees trees,
            OrganizationRules rules,
            Posts posts,
            PartyBeside parties,
            Clock clock) {
        this.bodies = bodies;
        this.undertakings = undertakings;
        this.partners = partners;
        this.alliances = alliances;
        this.meetings = meetings;
        this.axes = axes;
        this.areas = areas;
        this.trees = trees;
        this.rules = rules;
        this.posts = posts;
        this.parties = parties;
        this.clock = clock;
    }

    /** On the day on which the city is set up. */
    void found(Area community, Cast cast, Instant from) {
        if (!bodies.hasKind("one-axis")) return;
        new Setting(community, from).found(cast);
    }

    /** What came of it since. */
    void goOn() {
        if (begun.isEmpty()) return;
        done("clinic", 40);
        done("meeting", 33);
        done("market", 21);
        done("lesson", 14);
        done("garage", 6);
        if (begun.containsKey("door")) done("door", 3);
        undertakings.give(begun("room"), new BigDecimal("40"), Actor.SYSTEM);
        undertakings.give(begun("parking"), new BigDecimal("12"), Actor.SYSTEM);
        if (table != null) table.run();
    }

    private void done(String what, int daysAgo) {
        var day = LocalDate.ofInstant(clock.instant(), clock.getZone()).minusDays(daysAgo);
        undertakings.finish(begun(what), day, "", Actor.SYSTEM);
    }

    private UndertakingId begun(String what) {
        return Optional.ofNullable(begun.get(what)).orElseThrow();
    }

    private final class Setting {

        private final Area community;
        private final Area street;
        private final Area county;
        private final Instant from;
        private final LocalDate today;

        Setting(Area community, Instant from) {
            this.community = community;
            this.street = areas.above(community.id(), "township").orElseThrow();
            this.county = areas.above(community.id(), "county").orElseThrow();
            this.from = from;
            this.today = LocalDate.ofInstant(from, clock.getZone());
        }

        void found(Cast cast) {
            var committee = committees();
            var axis = axis();
            alliances.found(from);
            pairing();
            cluster(cast);
            taskForce();
            var sides = estate().map(this::troika);
            var own = party(community);
            table = () -> {
                committee.run();
                sides.ifPresent(meetings::meet);
                meetings.lists(axis, own, begun("room"), begun("talks"));
            };
            plan(axis, new Draft(Part.DUTY, "轴心单位牵头，每季度会商一次", own, null));
        }

        private Runnable committees() {
            var grand = body("grand-working-committee", street.name() + "大工委", party(street), street.id());
            areas.children(street.id()).stream()
                    .limit(3)
                    .forEach(it -> bodies.admit(grand, unit(it), "full-time", from, REASON, Actor.SYSTEM));
            partner(grand, "示例物流园区服务中心", "public-institution", "part-time");
            partner(grand, "示例实业有限公司", "enterprise", "part-time");
            plan(grand, new Draft(Part.DUTY, "研究辖区共建重点，协调跨社区事项", party(street), null));
            plan(grand, new Draft(Part.PROJECT, "路边停车共治", party(street), today.plusDays(120)));
            var party = body("grand-party-committee", community.name() + "大党委", party(community), community.id());
            bodies.admit(party, unit(community), "full-time", from, REASON, Actor.SYSTEM);
            var school = partner(party, community.name() + "示例小学", "school", "part-time");
            plan(party, new Draft(Part.DUTY, "开放学校操场", school, null));
            plan(party, new Draft(Part.PROJECT, "楼道灯更换", unit(community), today.plusDays(60)));
            return () -> meetings.vote(party, party(community), unit(community), school);
        }

        private BodyId axis() {
            var axis = axes.axisOf(community.id(), from, Actor.SYSTEM);
            var own = party(community);
            var bank = partner(axis, "示例银行" + community.name() + "支行", "enterprise", "resident-unit");
            var clinic = partner(axis, community.name() + "示例医院", "public-institution", "resident-unit");
            var mall = partner(axis, "示例百货", "enterprise", "resident-unit");
            plan(axis, new Draft(Part.DUTY, "驻区单位每半年报一次可以共享的资源", bank, null));
            begin("room", axis, Draft.pledge("会议室开放", bank, today.plusDays(150), new BigDecimal("40"), "小时"));
            begin("parking", axis, Draft.pledge("夜间停车位", mall, today.plusDays(70), new BigDecimal("30"), "个"));
            begin("talks", axis, Draft.pledge("健康讲座", clinic, today.plusDays(150), new BigDecimal("6"), "场"));
            begin("clinic", axis, Draft.action("社区义诊", clinic, "services", today.plusDays(50)));
            begin("meeting", axis, Draft.action("停车难题会商", own, "affairs", today.plusDays(57)));
            begin("market", axis, Draft.action("邻里集市", mall, "activities", today.plusDays(69)));
            begin("lesson", axis, Draft.action("反诈宣讲", bank, "resources", today.plusDays(76)));
            begin("garage", axis, Draft.action("飞线充电整治", own, "problems", today.plusDays(84)));
            plan(axis, Draft.action("在职党员报到日", own, "members", today.plusDays(110)));
            return axis;
        }

        private void pairing() {
            var pairing = body("pairing", community.name() + "结对共建", unit(community), community.id());
            areas.children(county.id()).stream()
                    .flatMap(town -> areas.children(town.id()).stream())
                    .filter(it -> it.name().endsWith("村"))
                    .findFirst()
                    .ifPresent(it -> bodies.admit(pairing, unit(it), "partner", from, REASON, Actor.SYSTEM));
            bodies.agree(pairing, "示例协议：每季度互访一次，农产品进社区。", "先办一次集市。", Set.of(), Actor.SYSTEM);
        }

        private void cluster(Cast cast) {
            var cluster = body("urban-cluster", county.name() + "城镇圈党建", unit(county), county.id());
            var guest = partner(cluster, "示例区委（甲省）", "outside-committee", "guest");
            var other = partner(cluster, "示例区委（乙省）", "outside-committee", "guest");
            bodies.agree(cluster, "示例协议：三地轮值，项目共建，数据不出本地。", "每季度轮值一次。", Set.of("plan", "project"), Actor.SYSTEM);
            plan(cluster, new Draft(Part.PROJECT, "界河联治", guest, today.plusDays(140)));
            plan(cluster, new Draft(Part.PROJECT, "跨省通办专窗", other, today.plusDays(75)));
            rules.roles().stream()
                    .filter(it -> it.may().contains(May.SEE_SHARED))
                    .findFirst()
                    .ifPresent(role -> {
                        var person = posts.register(Casting.names(1, 9), true, Actor.SYSTEM)
                                .getFirst();
                        posts.fill(new Posts.Seat(person, guest, role.key(), from, null), REASON, Actor.SYSTEM);
                        cast.join(guest, role.key(), person);
                    });
        }

        private void taskForce() {
            var charter = new Charter(
                    "task-force",
                    street.name() + "防汛专班",
                    unit(street),
                    street.id(),
                    null,
                    null,
                    "",
                    today.plusDays(DAYS_OF_THE_FORCE),
                    unit(street));
            var force = bodies.found(charter, from, REASON, Actor.SYSTEM);
            bodies.admit(force, unit(community), "full-time", from, REASON, Actor.SYSTEM);
            plan(force, new Draft(Part.TASK, "低洼小区排水检查", null, today.plusDays(80)));
            plan(force, new Draft(Part.TASK, "防汛物资盘点", unit(community), today.plusDays(105)));
        }

        private Optional<Area> estate() {
            return areas.children(community.id()).stream()
                    .filter(it -> !areas.parts(it.id(), from).isEmpty())
                    .findFirst();
        }

        private ShownMeetings.Sides troika(Area estate) {
            var troika = body("troika", estate.name() + "三方会商", party(community), estate.id());
            var owners = partner(troika, "示例小区业主委员会", "owners-committee", "owners-committee");
            var company = partner(troika, "示例物业服务有限公司", "property-company", "property-company");
            begin("door", troika, new Draft(Part.TASK, "修好单元门禁", company, today.plusDays(90)));
            plan(troika, new Draft(Part.TASK, "公示公共收益", owners, today.plusDays(60)));
            return new ShownMeetings.Sides(troika, party(community), owners, company);
        }

        private BodyId body(String kind, String name, UnitId lead, AreaId area) {
            return bodies.found(new Charter(kind, name, lead, area), from, REASON, Actor.SYSTEM);
        }

        private UnitId partner(BodyId body, String name, String kind, String seat) {
            return partners.join(body, name, kind, seat, from, REASON, Actor.SYSTEM);
        }

        private void plan(BodyId body, Draft draft) {
            undertakings.plan(body, draft, Actor.SYSTEM);
        }

        private void begin(String what, BodyId body, Draft draft) {
            begun.put(what, undertakings.plan(body, draft, Actor.SYSTEM));
        }

        private UnitId unit(Area area) {
            return trees.now().byCode(area.code()).map(Unit::id).orElseThrow();
        }

        /** The Party body beside the area; where there is none, its unit. */
        private UnitId party(Area area) {
            var own = unit(area);
            return parties.of(own, trees.now()).orElse(own);
        }
    }
}
