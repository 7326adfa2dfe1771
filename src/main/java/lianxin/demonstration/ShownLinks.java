package lianxin.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lianxin.linkage.ContactId;
import lianxin.linkage.Contacts;
import lianxin.linkage.LinkId;
import lianxin.linkage.Links;
import lianxin.linkage.NeedId;
import lianxin.linkage.Needed;
import lianxin.organization.Actor;
import lianxin.organization.Chair;
import lianxin.organization.PostId;
import lianxin.organization.Posts;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contact points of the city's and the counties' leaders: 107 of 109 branches, ten and two for each seat of the standing
 * committee but for one that lacks one. Some were not kept in time, and one seat is vacant. A town whose
 * playbook knows neither system has none.
 */
@Component
class ShownLinks {

    private static final String REASON = "演示：虚构的联系点";
    private static final String BRANCHES = "branch-contact-points";
    private static final String TEN_PLUS_TWO = "ten-plus-two";
    private static final String STANDING = "standing-committee-member";
    private static final String LEADERSHIP = "leadership-member";

    private static final int BRANCHES_SHOWN = 107;
    private static final int TEN = 10;

    private static final List<String> CITY = List.of("主持全面工作", "政府工作", "党的建设", "纪检监察", "宣传思想");
    private static final List<String> COUNTY = List.of("主持全面工作", "政府工作", "党的建设", "组织工作");
    private static final List<String> PROJECTS =
            List.of("老旧小区改造", "物流园区二期", "河道整治", "社区医院扩建", "产业学院", "停车共享", "农贸市场改造", "数字工厂", "湿地修复", "公交换乘中心");

    private final Links links;
    private final Contacts contacts;
    private final Posts posts;
    private final Trees trees;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<LinkId> branches = new ArrayList<>();
    private final List<LinkId> tens = new ArrayList<>();
    private final List<LinkId> twos = new ArrayList<>();
    private final List<PostId> filled = new ArrayList<>();

    ShownLinks(Links links, Contacts contacts, Posts posts, Trees trees, TransactionTemplate transaction, Clock clock) {
        this.links = links;
        this.contacts = contacts;
        this.posts = posts;
        this.trees = trees;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** On the day on which the city is set up. */
    void found(Cast cast, Instant from) {
        if (!links.hasSystem(BRANCHES) || !links.hasSystem(TEN_PLUS_TWO)) return;
        new Setting(trees.now(), from).found(cast);
    }

    private final class Setting {

        private final Tree tree;
        private final Instant from;
        private final Unit city;
        private final List<Unit> counties;

        Setting(Tree tree, Instant from) {
            this.tree = tree;
            this.from = from;
            this.city = tree.tops().getFirst();
            this.counties = tree.children(city.id()).stream()
                    .filter(it -> it.level().equals("county") && it.kind().equals(city.kind()))
                    .toList();
        }

        void found(Cast cast) {
            var standing = seats(city, STANDING, CITY, cast);
            var leading = new ArrayList<List<Chair>>();
            for (var county : counties) leading.add(seats(county, LEADERSHIP, COUNTY, cast));
            transaction.executeWithoutResult(it -> {
                branches(standing, leading);
                tenPlusTwo(standing);
            });
        }

        private List<Chair> seats(Unit unit, String role, List<String> duties, Cast cast) {
            var names = Casting.names(duties.size(), unit.id().number());
            var people = posts.register(names, true, Actor.SYSTEM);
            var wanted = new ArrayList<Posts.Seat>();
            for (int i = 0; i < duties.size(); i++) {
                cast.join(unit.id(), role, people.get(i));
                wanted.add(new Posts.Seat(people.get(i), unit.id(), role, from, null, Set.of(), duties.get(i), null));
            }
            filled.addAll(posts.fillAll(wanted, REASON, Actor.SYSTEM));
            return duties.stream().map(it -> new Chair(unit.id(), role, it)).toList();
        }

        /** First two for each seat of the city, then county by county. */
        private void branches(List<Chair> standing, List<List<Chair>> leading) {
            var all = below(city.id(), Set.of("general-branch", "community-party-committee"));
            if (all.isEmpty()) return;
            for (int i = 0; i < 2 * standing.size(); i++)
                branch(standing.get(i % standing.size()), all.get(i * 7 % all.size()));
            for (int round = 0; branches.size() < Math.min(BRANCHES_SHOWN, all.size()); round++) {
                for (int county = 0; county < counties.size() && branches.size() < BRANCHES_SHOWN; county++) {
                    var own = below(counties.get(county).id(), Set.of("general-branch", "community-party-committee"));
                    if (round >= own.size() / 3) continue;
                    branch(leading.get(county).get(round % COUNTY.size()), own.get(round * 3 + 1));
                }
                if (round > BRANCHES_SHOWN) return;
            }
        }

        private void branch(Chair seat, Unit branch) {
            branches.add(tie(BRANCHES, "branch", seat, branch, ""));
        }

        private void tenPlusTwo(List<Chair> standing) {
            var villages = below(city.id(), Set.of("villagers-committee", "residents-committee"));
            var answering = below(city.id(), Set.of("department"));
            for (int i = 0; i < standing.size(); i++) {
                var there = i == standing.size() - 1 ? TEN - 1 : TEN;
                for (int j = 0; j < Math.min(there, villages.size() / standing.size()); j++) {
                    var village = villages.get((i * TEN + j) * 11 % villages.size());
                    tens.add(tie(TEN_PLUS_TWO, "ten", standing.get(i), village, ""));
                }
                for (int j = 0; j < 2 && !answering.isEmpty(); j++) {
                    var unit = answering.get((i * 2 + j) * 3 % answering.size());
                    twos.add(tie(TEN_PLUS_TWO, "two", standing.get(i), unit, PROJECTS.get(i * 2 + j)));
                }
            }
        }

        private LinkId tie(String system, String category, Chair seat, Unit object, String title) {
            return links.tie(new Links.Draft(system, category, seat, object.id(), title), from, REASON, Actor.SYSTEM);
        }

        private List<Unit> below(UnitId top, Set<String> kinds) {
            return Arrays.stream(tree.below(top))
                    .mapToObj(it -> tree.unit(new UnitId(it)))
                    .filter(it -> kinds.contains(it.kind()))
                    .toList();
        }
    }

    /** What came of it since. */
    void goOn() {
        if (branches.isEmpty()) return;
        transaction.executeWithoutResult(it -> keep());
    }

    private void keep() {
        for (int i = 0; i < branches.size(); i++) if (i % 9 != 0) log(branches.get(i), 4 + i % 60, "到支部参加了一次学习，听了两条建议");
        for (int i = 0; i < tens.size(); i++) if (i % 7 != 0) log(tens.get(i), 3 + i * 5 % 70, "走访了村（社区），看了便民服务点");
        for (int i = 0; i < twos.size(); i++) log(twos.get(i), i % 4 == 1 ? 50 : 6 + i, "到现场看进度，听了一条难处");
        var visit = log(branches.get(1), 2, "支部反映楼道灯坏了，活动室晚上不开");
        need(visit, "三单元楼道灯坏了一个多星期，晚上看不见台阶", "");
        need(visit, "活动室晚上能不能开到九点", "从下周起开到九点，支部派人值班");
        contacts.tellBack(visit, today(), "活动室下周起开到九点；楼道灯已交办", Actor.SYSTEM);
        if (filled.size() > CITY.size()) posts.end(filled.getLast(), clock.instant(), "另有任用", Actor.SYSTEM);
    }

    private ContactId log(LinkId link, int daysAgo, String heard) {
        var kind = daysAgo % 5 == 0 ? "meeting" : "on-the-spot";
        return contacts.log(link, new Contacts.Draft(today().minusDays(daysAgo), kind, heard), Actor.SYSTEM);
    }

    private void need(ContactId contact, String words, String answer) {
        contacts.take(contact, new Needed(new NeedId(UUID.randomUUID()), words, answer, ""), Actor.SYSTEM);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
